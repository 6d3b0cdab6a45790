import { describe, expect, it } from 'vitest';
import { compareSent } from './outcome';

describe('what was sent against what was drafted', () => {
  it('does not count what editors change on their own', () => {
    expect(compareSent('Hi “Ann”,\n\n• one\n\nBye', 'Hi "Ann",\u00a0\n- one\n\n\nBye ')).toMatchObject({
      distance: 0,
      similarity: 1,
      changes: 0,
    });
  });

  it('counts runs of changed words', () => {
    const result = compareSent(
      'We refund within 7 days. Thank you.',
      'We refund within 10 days. Thank you so much.',
    );
    expect(result.changes).toBe(2);
    expect(result.parts.filter((part) => part.kind === 'removed').map((part) => part.text)).toEqual([
      '7',
      'you.',
    ]);
    expect(result.distance).toBe(10);
  });

  it('copes with an empty side and with very long texts', () => {
    expect(compareSent('', 'Hi').similarity).toBe(0);
    expect(compareSent('a b '.repeat(4_000), 'c d '.repeat(4_000)).changes).toBe(1);
  });
});
