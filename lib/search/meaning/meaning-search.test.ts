import { describe, expect, it } from 'vitest';
import type { SearchDocument, SearchRequest } from '../contract';
import { testDocument } from '../document-fixture';
import { search } from '../search';
import { createIndex } from '../search-index';
import { buildSegment } from '../segment/builder';
import { openSegment } from '../segment/open';
import { carryOver, fill, missingOf, toBlock } from './article-vectors';
import { openBlock, type VectorBlock } from './block';
import { joinViews } from './join-views';
import { pairVectors } from './nearest';

const open = (documents: readonly SearchDocument[]) => {
  const opened = openSegment(buildSegment(documents));
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};

/** Invented meanings: each document says by its first tag what it is about. */
const topics = ['money', 'parcel', 'repair'];
const towards = (topic: string) => Float32Array.from(topics, (each) => (each === topic ? 1 : 0.05));
function blocksOf(documents: readonly SearchDocument[]): Map<string, VectorBlock> {
  return new Map(
    documents.map((document) => {
      const vectors = carryOver(document, null);
      for (const ordinal of missingOf(vectors)) fill(vectors, ordinal, towards(document.tags[0] ?? ''));
      return [document.articleId, openBlock(toBlock(vectors, topics.length))!];
    }),
  );
}

const documents = [
  testDocument({ articleId: 'refund', title: 'Refunds', body: 'Refunds take five days.', tags: ['money'] }),
  testDocument({
    articleId: 'charge',
    title: 'Charges',
    body: 'A double charge is undone.',
    tags: ['money'],
  }),
  testDocument({
    articleId: 'late',
    title: 'Late parcels',
    body: 'Ask us after ten days.',
    tags: ['parcel'],
  }),
  testDocument({ articleId: 'kettle', title: 'Kettle care', body: 'Descale it monthly.', tags: ['repair'] }),
  testDocument({
    articleId: 'secret',
    title: 'Goodwill',
    body: 'Up to ten euros.',
    tags: ['money'],
    audience: 'internal',
  }),
];
const index = createIndex([open(documents)]);
const vectors = pairVectors(index, blocksOf(documents));
const meaning = (whole: string, ...questions: string[]): SearchRequest['meaning'] => ({
  space: 's',
  whole: towards(whole),
  questions: questions.map(towards),
});
const idsOf = (request: SearchRequest, options = {}) =>
  search(index, request, options).hits.map(({ articleId }) => articleId);

describe('search by meaning', () => {
  it('finds what shares no word with the question, beside what does', () => {
    const request = { text: 'refunds', limit: 5 };
    expect(idsOf(request)).toEqual(['refund']);
    const joined = search(index, { ...request, meaning: meaning('money') }, { vectors });
    expect(joined.hits[0]!.articleId).toBe('refund');
    expect(joined.hits.slice(1, 3).map(({ articleId }) => articleId)).toEqual(['charge', 'secret']);
    expect(joined.hits[1]!.meaningShare).toBe(1);
    expect(search(index, request).hits[0]!.meaningShare).toBeUndefined();
  });

  it('gives each question its own meaning', () => {
    const request = { text: 'hello', questions: ['about the bill', 'where is it'], limit: 5 };
    const { hits } = search(index, { ...request, meaning: meaning('money', 'money', 'parcel') }, { vectors });
    expect(hits.find(({ articleId }) => articleId === 'late')!.question).toBe(1);
    expect(hits.find(({ articleId }) => articleId === 'charge')!.question).toBe(0);
  });

  it('holds every filter before anything is scored', () => {
    const request = { text: 'refunds', limit: 5, meaning: meaning('money') };
    expect(idsOf({ ...request, filter: { audience: ['public'] } }, { vectors })).not.toContain('secret');
    expect(idsOf({ ...request, filter: { exclude: ['charge'] } }, { vectors })).not.toContain('charge');
    expect(idsOf({ ...request, filter: { statuses: ['draft'] } }, { vectors })).toEqual([]);
  });

  it('answers the same as ever without stored vectors, and without those of the question', () => {
    for (const request of [
      { text: 'refunds after ten days', limit: 5, explain: true },
      { text: 'hello', questions: ['refunds', 'late parcels'], limit: 5, explain: true },
    ]) {
      const plain = search(index, request);
      expect(search(index, request, { vectors })).toEqual(plain);
      expect(search(index, request, { vectors: null })).toEqual(plain);
      expect(search(index, { ...request, meaning: meaning('money', 'money', 'money') })).toEqual(plain);
      expect(plain.hits.length).toBeGreaterThan(0);
    }
  });

  it('leaves the level of evidence to the words', () => {
    const request = { text: 'xylophone lessons', limit: 5 };
    expect(search(index, { ...request, meaning: meaning('money') }, { vectors }).evidence).toBe('none');
  });

  it('leaves out vectors of another version of an article, of another size, and of what was deleted', () => {
    const request = { text: 'xylophone', limit: 5, meaning: meaning('repair') };
    expect(idsOf(request, { vectors })).toContain('kettle');
    const edited = createIndex([open(documents.map((each) => ({ ...each, articleVersion: 2 })))]);
    expect(pairVectors(edited, blocksOf(documents)).every((each) => each === null)).toBe(true);
    const other = { ...request, meaning: { space: 's', whole: new Float32Array([1, 0]), questions: [] } };
    expect(idsOf(other, { vectors })).toEqual([]);
    const gone = createIndex([open(documents)], [new Uint8Array([0xff])]);
    expect(pairVectors(gone, blocksOf(documents)).every((each) => each === null)).toBe(true);
  });
});

describe('the joined ranking', () => {
  const scored = (...ids: string[]) =>
    ids.map((id, i) => ({ id, article: id.charCodeAt(0), passage: i, score: 10 - i }));

  it('puts what both views rank well before what one ranks best', () => {
    const joined = joinViews(scored('a', 'b', 'c'), scored('d', 'b', 'e'), 10);
    expect(joined.map(({ id }) => id)).toEqual(['b', 'a', 'c', 'd', 'e']);
    expect(joined[0]!.score).toBeCloseTo(1.5 / 7, 9);
    expect(joined.map(({ meaningShare = 0 }) => Number(meaningShare.toFixed(3)))).toEqual([
      0.333, 0, 0, 1, 1,
    ]);
  });

  it('shows the passage of the view that ranks the article better, and of the words in a tie', () => {
    const words = [
      { id: 'a', article: 1, passage: 10, score: 3 },
      { id: 'b', article: 2, passage: 20, score: 2 },
    ];
    const near = [
      { id: 'b', article: 2, passage: 21, score: 0.9 },
      { id: 'a', article: 1, passage: 11, score: 0.8 },
    ];
    expect(
      joinViews(
        words,
        words.map((each) => ({ ...each, passage: 9 })),
        2,
      )[0]!.passage,
    ).toBe(10);
    const joined = new Map(joinViews(words, near, 2).map(({ id, passage }) => [id, passage]));
    expect([joined.get('a'), joined.get('b')]).toEqual([10, 21]);
  });

  it('gives no more than asked for', () => {
    expect(joinViews(scored('a', 'b'), scored('c', 'd'), 3)).toHaveLength(3);
  });
});
