import { describe, expect, it } from 'vitest';
import { toIsoDate } from './dates';

describe('dates of the helpdesks', () => {
  it.each([
    ['2026-11-20T09:14:03.120451+00:00', '2026-11-20T09:14:03.120+00:00'],
    ['2026-11-20T09:14:03.120451', '2026-11-20T09:14:03.120Z'],
    ['2026-11-20T09:14:03', '2026-11-20T09:14:03Z'],
    ['2026-11-20 09:14:03', '2026-11-20T09:14:03Z'],
    ['2026-11-20T09:14:03Z', '2026-11-20T09:14:03Z'],
    ['2026-11-12T08:29:37+01:00', '2026-11-12T08:29:37+01:00'],
    ['2026-11-12T08:29:37+0100', '2026-11-12T08:29:37+01:00'],
    ['2026-11-12', '2026-11-12T00:00:00Z'],
  ])('reads %s', (value, expected) => {
    expect(toIsoDate(value)).toBe(expected);
  });

  it('gives nothing for what is no date', () => {
    for (const value of [null, '', 'yesterday', '2026-13-40', '20 Nov 2026'])
      expect(toIsoDate(value)).toBeNull();
  });
});
