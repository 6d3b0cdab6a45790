import { describe, expect, it } from 'vitest';
import { aSource } from '@/test/support/draft-fixtures';
import { preferredOf } from './preferred';

const verified = (at: string | null, state: 'verified' | 'due' | 'never' = 'verified') => ({
  state,
  at,
  by: null,
});
const one = aSource({ articleId: 'one', verified: verified('2026-03-01'), validFrom: null });

describe('which of two articles to go by', () => {
  it.each([
    [
      'the verified one',
      { verified: verified('2026-09-01', 'due'), validFrom: '2026-08-01' },
      'one',
      'verified',
    ],
    ['the one in force since later', { verified: one.verified, validFrom: '2026-05-01' }, 'other', 'newer'],
    ['the one for one market', { verified: verified('2026-01-01'), market: ['AT'] }, 'other', 'narrower'],
    ['the one for fewer products', { productScope: ['Tarn 2'] }, 'other', 'narrower'],
    ['the one verified last', { verified: verified('2026-04-01'), validFrom: null }, 'other', 'newer'],
  ] as const)('is %s', (_which, change, articleId, why) => {
    const other = aSource({ articleId: 'other', ...change });
    for (const found of [preferredOf(one, other), preferredOf(other, one)])
      expect(found).toMatchObject({ source: { articleId }, why });
  });

  it('is the smaller part of the same markets, and neither where none lies within the other', () => {
    const wide = { ...one, market: ['AT', 'DE'] };
    const narrow = { ...one, articleId: 'other', market: ['AT'] };
    expect(preferredOf(wide, narrow)).toMatchObject({ source: narrow, why: 'narrower' });
    expect(preferredOf(narrow, { ...one, productScope: ['Tarn 2'] })).toBeNull();
  });

  it('is neither when nothing tells', () => {
    expect(preferredOf(one, { ...one, articleId: 'other' })).toBeNull();
  });
});
