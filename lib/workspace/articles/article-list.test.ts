import { describe, expect, it } from 'vitest';
import { blankContent } from '@/lib/knowledge/versions';
import type { ArticleHead } from '@/lib/store/database';
import { localesOf, moveCursor, noFilter, selectArticles, sortArticles, standingOf } from './article-list';

function head(id: string, change: Partial<ArticleHead> = {}): ArticleHead {
  const { body: _, ...content } = blankContent;
  return {
    ...content,
    title: id,
    id,
    version: 1,
    hash: '',
    previousHash: null,
    author: 'Noor',
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    source: null,
    verification: null,
    ...change,
  };
}
const ids = (heads: readonly ArticleHead[]) => heads.map(({ id }) => id);

describe('sortArticles', () => {
  const heads = [
    head('b', { owner: 'Zoë', verification: { at: '2026-02-01', by: 'x', everyDays: null } }),
    head('a2', { owner: null }),
    head('a10', { owner: 'Ada' }),
  ];

  it('orders titles as people count', () => {
    expect(ids(sortArticles(heads, { by: 'title', descending: false }))).toEqual(['a2', 'a10', 'b']);
    expect(ids(sortArticles(heads, { by: 'title', descending: true }))).toEqual(['b', 'a10', 'a2']);
  });

  it('puts what was never verified first, and what nobody owns last', () => {
    expect(ids(sortArticles(heads, { by: 'verified', descending: false }))).toEqual(['a2', 'a10', 'b']);
    expect(ids(sortArticles(heads, { by: 'owner', descending: false }))).toEqual(['a10', 'b', 'a2']);
  });
});

describe('selectArticles', () => {
  const heads = [
    head('Gift cards'),
    head('Refund times', { locale: 'en' }),
    head('Refunds, old', { status: 'archived' }),
    head('Where is my money'),
  ];

  it('shows what is published, in the order given', () => {
    expect(ids(selectArticles(heads, '', null, noFilter))).toEqual([
      'Gift cards',
      'Refund times',
      'Where is my money',
    ]);
  });

  it('answers from titles until the index has', () => {
    expect(ids(selectArticles(heads, 'TIMES refund', null, noFilter))).toEqual(['Refund times']);
  });

  it('puts what the index found first, then further titles, each once, under the filters', () => {
    const found = ['Where is my money', 'Refunds, old', 'Refund times'];
    expect(ids(selectArticles(heads, 'refund', found, noFilter))).toEqual([
      'Where is my money',
      'Refund times',
    ]);
    expect(ids(selectArticles(heads, 'refund', [], { ...noFilter, status: null }))).toEqual([
      'Refund times',
      'Refunds, old',
    ]);
  });

  it('names the languages there are', () => {
    expect(localesOf(heads)).toEqual(['en']);
  });
});

describe('standingOf', () => {
  const today = '2026-11-24';
  const verification = { at: '2026-10-01T08:00:00Z', by: 'Noor', everyDays: 30 };

  it('tells verified, due, expired and never apart', () => {
    const state = (change: Partial<ArticleHead>) => standingOf(head('a', change), today);
    expect(state({})).toEqual({ state: 'never', on: null });
    expect(state({ verification: { ...verification, everyDays: 90 } }).state).toBe('verified');
    expect(state({ verification })).toEqual({ state: 'due', on: '2026-10-31' });
    expect(state({ verification, validUntil: '2026-11-23' }).state).toBe('expired');
    expect(state({ validUntil: '2026-11-24' }).state).toBe('never');
  });
});

describe('moveCursor', () => {
  const rows = [head('a'), head('b'), head('c')];

  it('moves by rows, stays inside the list, and starts at its near end', () => {
    expect(moveCursor(rows, 'a', 1)).toBe('b');
    expect(moveCursor(rows, 'c', 1)).toBe('c');
    expect(moveCursor(rows, 'a', -1)).toBe('a');
    expect(moveCursor(rows, 'gone', 1)).toBe('a');
    expect(moveCursor(rows, null, -1)).toBe('c');
    expect(moveCursor([], 'a', 1)).toBeNull();
  });
});
