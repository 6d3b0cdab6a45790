import { describe, expect, it } from 'vitest';
import { median, percentile } from './numbers';

describe('percentile', () => {
  it('takes the nearest rank, whatever the order', () => {
    expect([median([3, 1, 2]), percentile([5, 1, 4, 2, 3], 0.95), percentile([7], 0.5)]).toEqual([2, 5, 7]);
  });

  it('rounds to a tenth', () => {
    expect(median([1.26])).toBe(1.3);
  });

  it('does not take nothing for zero', () => {
    expect(() => median([])).toThrow('Nothing was measured');
  });
});
