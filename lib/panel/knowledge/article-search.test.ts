import { describe, expect, it } from 'vitest';
import type { Article } from '@/lib/knowledge/article';
import { err, ok } from '@/lib/result';
import type { SearchHit, SearchResult } from '@/lib/search/contract';
import { indexOf } from '@/lib/search/document-fixture';
import { explain } from '@/lib/search/explain';
import type { ArticleFinding } from '../panel-state';
import type { Sessions } from '../sessions';
import { createArticleSearch } from './article-search';

const body = 'A boat may be lent for a day.';
const article = (id: string, over: Partial<Article> = {}) =>
  ({
    id,
    version: 2,
    title: `About ${id}`,
    kind: 'policy',
    status: 'published',
    audience: 'public',
    body,
    verification: null,
    validFrom: null,
    validUntil: null,
    ...over,
  }) as Article;
const hit = (articleId: string) =>
  ({ articleId, start: 0, end: 29, headingPath: [] }) as unknown as SearchHit;

function stage(articles: Article[]) {
  const told: ArticleFinding[] = [];
  const asked: { text: string; answer(ids: readonly string[] | null): void }[] = [];
  const stop = new AbortController();
  const search = createArticleSearch(
    {
      suggest: ({ text }) =>
        new Promise((resolve) =>
          asked.push({
            text,
            answer: (ids) =>
              resolve(
                ids ? ok({ hits: ids.map(hit) } as unknown as SearchResult) : err({ code: 'worker-failed' }),
              ),
          }),
        ),
      explain: async (request) => explain(indexOf([]), request),
      readArticles: async (ids) => articles.filter(({ id }) => ids.includes(id)),
      clock: { now: () => new Date('2026-05-05T12:00:00Z') } as never,
    },
    { get: () => ({ pinned: ['lake'] }) } as unknown as Sessions,
    (finding) => told.push(finding),
    stop.signal,
  );
  return { search, told, asked, stop };
}
const marksOf = (...words: string[]) =>
  words.map((word) => ({ start: body.indexOf(word), end: body.indexOf(word) + word.length }));
const idsOf = (finding: ArticleFinding | undefined) =>
  finding?.state === 'found' ? finding.articles.map(({ articleId }) => articleId) : null;

describe('search over all articles', () => {
  it('tells articles in the order of the search, with the words that found them marked', async () => {
    const { search, told, asked } = stage([article('boats'), article('lake')]);
    const done = search.search('t1', 'lent boa');
    asked[0]!.answer(['lake', 'boats']);
    await done;
    expect(idsOf(told[0])).toEqual(['lake', 'boats']);
    const [first] = told[0]!.state === 'found' ? told[0]!.articles : [];
    expect(first).toMatchObject({ number: 1, pinned: true, marks: marksOf('boat', 'lent') });
  });

  it('leaves out examples, canned replies, drafts, and what is gone', async () => {
    const { search, told, asked } = stage([
      article('example', { kind: 'example' }),
      article('canned', { kind: 'canned-reply' }),
      article('draft', { status: 'draft' }),
      article('boats'),
    ]);
    const done = search.search(null, 'boat');
    asked[0]!.answer(['example', 'canned', 'draft', 'gone', 'boats']);
    await done;
    expect(idsOf(told[0])).toEqual(['boats']);
  });

  it('tells no answer to fewer letters after one to more', async () => {
    const { search, told, asked } = stage([article('boats'), article('bo')]);
    const early = search.search('t1', 'bo');
    const late = search.search('t1', 'boat');
    asked[1]!.answer(['boats']);
    asked[0]!.answer(['bo']);
    await Promise.all([early, late]);
    expect(told.map(idsOf)).toEqual([['boats']]);
  });

  it('asks nothing without words, and then takes no answer to what was typed before', async () => {
    const { search, told, asked } = stage([article('boats')]);
    const early = search.search('t1', 'boat');
    await search.search('t1', '  ');
    asked[0]!.answer(['boats']);
    await early;
    expect(asked).toHaveLength(1);
    expect(told).toEqual([{ state: 'none' }]);
  });

  it('says when the search failed, and nothing once the panel closes', async () => {
    const { search, told, asked, stop } = stage([]);
    const failing = search.search('t1', 'boat');
    asked[0]!.answer(null);
    await failing;
    expect(told).toEqual([{ state: 'failed' }]);
    const closing = search.search('t1', 'boat');
    stop.abort();
    asked[1]!.answer(['boats']);
    await closing;
    expect(told).toHaveLength(1);
  });
});
