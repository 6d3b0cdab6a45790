import { describe, expect, it } from 'vitest';
import type { SearchDocument, SearchRequest } from './contract';
import { indexOf, testDocument } from './document-fixture';
import { search } from './search';
import { createIndex } from './search-index';
import { suggest } from './suggest';

const find = (documents: readonly SearchDocument[], request: Partial<SearchRequest> & { text: string }) =>
  search(indexOf(documents), { limit: 10, ...request });
const ids = (documents: readonly SearchDocument[], request: Partial<SearchRequest> & { text: string }) =>
  find(documents, request).hits.map((hit) => hit.articleId);

const shop = [
  testDocument({
    articleId: 'refund',
    title: 'Refunds',
    body: 'We refund the price within five days of receiving the parcel.',
  }),
  testDocument({
    articleId: 'delivery',
    title: 'Delivery times',
    body: 'Parcels reach you in two days. Express takes one day.',
  }),
  testDocument({
    articleId: 'warranty',
    title: 'Warranty',
    body: 'Kettles carry a warranty of two years. Order SKU-1042 is a spare lid.',
  }),
];

describe('search', () => {
  it('finds the article that speaks of the matter, and slices its passage exactly', () => {
    const [hit] = find(shop, { text: 'When will I get my refund?' }).hits;
    expect(hit?.articleId).toBe('refund');
    expect(shop[0]!.body.slice(hit!.start, hit!.end)).toBe(shop[0]!.body);
  });

  it('finds words with typos and codes as they are', () => {
    expect(ids(shop, { text: 'waranty' })[0]).toBe('warranty');
    expect(ids(shop, { text: 'sku-1042' })).toEqual(['warranty']);
    expect(ids(shop, { text: 'SKU-1043' })).not.toContain('delivery');
  });

  it('ignores greeting, signature and quoted history', () => {
    const text =
      'Hi team,\n\nhow long is the warranty?\n\nBest regards,\nDelivery Parcel\nExpress Refund Ltd\n\nOn Mon, 3 Nov 2026 Shop wrote:\n> refund refund delivery parcel';
    expect(ids(shop, { text })[0]).toBe('warranty');
  });

  it('gives each question evidence of its own', () => {
    const questions = ['How long is the warranty on kettles?', 'How many days does express delivery take?'];
    const { hits } = find(shop, { text: questions.join(' '), questions });
    expect(hits.find((hit) => hit.articleId === 'warranty')?.question).toBe(0);
    expect(hits.find((hit) => hit.articleId === 'delivery')?.question).toBe(1);
  });

  it('finds an article by a question that it answered before', () => {
    const learned = [
      ...shop,
      testDocument({ articleId: 'learned', body: 'Use the form.', askedAs: ['my doorbell rings twice'] }),
    ];
    const [hit] = find(learned, { text: 'doorbell rings' }).hits;
    expect(hit?.articleId).toBe('learned');
    expect(hit).toMatchObject({ ordinal: 0, start: 0, end: 13 });
  });

  it('tells strong evidence from none', () => {
    expect(find(shop, { text: 'How long is the warranty on kettles?' }).evidence).toBe('strong');
    expect(find(shop, { text: 'Which quantum flavour tastes of umbrellas?' }).evidence).toBe('none');
  });

  it('gives the same answer when asked again', () => {
    const index = indexOf(shop);
    const request = { text: 'refund for express delivery', limit: 10 };
    expect(search(index, request)).toEqual(search(index, request));
  });

  describe('filters', () => {
    const text = 'refund';
    const body = 'A refund takes five days.';
    const only = (fields: Partial<SearchDocument>, filter: SearchRequest['filter']) =>
      ids([testDocument({ articleId: 'x', title: 'Refund', body, ...fields })], { text, filter });

    it('shows drafts and archived articles only when asked for', () => {
      expect(only({ status: 'draft' }, {})).toEqual([]);
      expect(only({ status: 'archived' }, { statuses: ['archived'] })).toEqual(['x']);
    });

    it('keeps to kind, audience, brand, market and product', () => {
      expect(only({ kind: 'policy' }, { kinds: ['faq'] })).toEqual([]);
      expect(only({ audience: 'internal' }, { audience: ['public'] })).toEqual([]);
      expect(only({ brand: 'A' }, { brand: 'B' })).toEqual([]);
      expect(only({ brand: null }, { brand: 'B' })).toEqual(['x']);
      expect(only({ market: ['US', 'CA'] }, { market: 'DE' })).toEqual([]);
      expect(only({ market: [] }, { market: 'DE' })).toEqual(['x']);
      expect(only({ productScope: ['Kettle'] }, { product: 'kettle' })).toEqual(['x']);
      expect(only({ productScope: ['Kettle'] }, { product: 'Lamp' })).toEqual([]);
    });

    it('keeps to what is in force on the day, first and last day included', () => {
      const span = { validFrom: '2026-01-01', validUntil: '2026-06-30' };
      const on = (onDate: string) => only(span, { onDate });
      expect([on('2025-12-31'), on('2026-01-01'), on('2026-06-30'), on('2026-07-01')]).toEqual([
        [],
        ['x'],
        ['x'],
        [],
      ]);
      expect(only({}, { onDate: '1999-01-01' })).toEqual(['x']);
    });

    it('matches a locale by its language, or by both when both are given', () => {
      expect(only({ locale: 'en-GB' }, { locales: ['en'] })).toEqual(['x']);
      expect(only({ locale: 'en' }, { locales: ['en-GB'] })).toEqual([]);
      expect(only({ locale: 'de-AT' }, { locales: ['en'] })).toEqual([]);
    });

    it('leaves out excluded articles', () => {
      expect(only({}, { exclude: ['x'] })).toEqual([]);
    });
  });

  describe('bad input', () => {
    it.each([
      ['nothing', ''],
      ['blanks', ' \n\t '],
      ['marks only', '?!… 😀'],
      ['lone surrogates', '\ud800\udfff\udc00'],
      ['right-to-left text', 'איפה ההזמנה שלי'],
    ])('answers %s with no evidence', (_name, text) => {
      expect(find(shop, { text })).toMatchObject({ hits: [], evidence: 'none' });
    });

    it('answers a ticket of 2 MB and one of 500 comments', () => {
      expect(
        ids(shop, { text: `How long is the warranty?\n${'lorem ipsum dolor '.repeat(110_000)}` }),
      ).toContain('warranty');
      const comments = Array.from(
        { length: 500 },
        (_, i) => `Comment ${i}: where is my refund for order ${i}?`,
      );
      expect(ids(shop, { text: comments.join('\n\n') })).toContain('refund');
    });

    it('copes with duplicates, one-character and empty articles', () => {
      const odd = [
        ...shop,
        testDocument({ articleId: 'a', title: 'Refunds', body: 'x' }),
        testDocument({ articleId: 'b', title: '', body: '' }),
        testDocument({ articleId: 'c', title: 'Refunds', body: '' }),
        testDocument({ articleId: 'd', title: 'Refunds', body: '' }),
      ];
      expect(ids(odd, { text: 'refunds' })).toEqual(expect.arrayContaining(['refund', 'a', 'c', 'd']));
      expect(find(odd, { text: 'refunds' }).hits.find((hit) => hit.articleId === 'c')).toMatchObject({
        start: 0,
        end: 0,
      });
    });

    it('answers from an index of nothing', () => {
      expect(search(createIndex([]), { text: 'refund', limit: 5 })).toMatchObject({
        hits: [],
        evidence: 'none',
      });
    });
  });
});

describe('suggest', () => {
  it('finds what an unfinished word begins', () => {
    expect(suggest(indexOf(shop), { text: 'warr', limit: 5 }).hits[0]?.articleId).toBe('warranty');
    expect(suggest(indexOf(shop), { text: 'express del', limit: 5 }).hits[0]?.articleId).toBe('delivery');
  });

  it('does not guess on once the word is finished', () => {
    expect(suggest(indexOf(shop), { text: 'ket ', limit: 5 }).hits).toEqual([]);
  });
});
