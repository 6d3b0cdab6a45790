import type { Article } from '@/lib/knowledge/article';
import type { SearchHit } from '@/lib/search/contract';
import type { Order } from '@/lib/ticket/ticket';
import type { Source } from '../session/session-state';
import { fold } from '../words/fold';
import { primaryLanguage } from '../words/language';
import { knownMarkets, marketOf } from '../words/markets';
import { aboutContext, bestFor, rankByMatter } from './matter-rank';
import { toSource } from './source';

export interface SourceChoice {
  hits: readonly SearchHit[];
  articles: readonly Article[];
  /** Article ids the agent pinned: they come first, with a hit or without. */
  pinned: readonly string[];
  excluded: readonly string[];
  /** Each ask keeps its best hit before the rest are taken by rank. */
  asks: readonly string[];
  /** The ticket's words around the asks. */
  context: string;
  order: Order | null;
  /** Of the customer; articles in a third language are left out. */
  language: string | null;
  /** `YYYY-MM-DD` in the store's time zone. */
  today: string;
  limit?: number;
}

/** More passages cost the reader more than they give; the eighth is rarely cited. */
const mostSources = 10;
/** The passages on offer, numbered 1, 2, 3 … as the draft cites them. */
export function chooseSources(choice: SourceChoice): Source[] {
  const articles = new Map(choice.articles.map((article) => [article.id, article]));
  const spoken = choice.hits
    .filter((hit) => {
      const article = articles.get(hit.articleId);
      return (
        article?.status === 'published' &&
        article.kind !== 'example' &&
        !choice.excluded.includes(hit.articleId)
      );
    })
    .filter(spokenBy(choice.language, articles))
    .filter((hit) => isForMarket(articles.get(hit.articleId)!, marketOf(choice.order)));
  const usable = rankByMatter(spoken, articles, choice);
  const picked = new Map<string, SearchHit | null>();
  for (const id of choice.pinned) {
    const article = articles.get(id);
    // An example is no rule, whoever pins it: its words never reach a prompt as one.
    if (article && article.kind !== 'example' && !choice.excluded.includes(id))
      picked.set(id, usable.find((hit) => hit.articleId === id) ?? null);
  }
  const limit = choice.limit ?? mostSources;
  for (const best of [
    ...choice.asks.map((ask) => bestFor(ask, usable, articles)),
    ...choice.asks.map((_, question) => usable.find((hit) => hit.question === question)),
    ...aboutContext(choice.context, usable, articles),
  ]) {
    if (best !== undefined && picked.size < limit && !picked.has(best.articleId))
      picked.set(best.articleId, best);
  }
  for (const hit of usable) {
    if (picked.size >= limit) break;
    if (!picked.has(hit.articleId)) picked.set(hit.articleId, hit);
  }
  const rank = new Map(usable.map((hit, index) => [hit.articleId, index]));
  const order = [...picked].sort(([a], [b]) => {
    const pinnedFirst = Number(choice.pinned.includes(b)) - Number(choice.pinned.includes(a));
    return pinnedFirst || (rank.get(a) ?? 0) - (rank.get(b) ?? 0);
  });
  const texts = new Set<string>();
  const sources: Source[] = [];
  for (const [id, hit] of order) {
    const article = articles.get(id)!;
    const source = toSource(article, hit, choice, sources.length + 1);
    // The same words under two titles (an article and its macro) count once.
    const key = fold(source.text).replace(/\s+/gu, ' ');
    if (texts.has(key)) continue;
    texts.add(key);
    sources.push(source);
  }
  return sources;
}

/**
 * The customer's language and the team's main one. A Portuguese twin of a Spanish article answers nobody; in a
 * language that the team does not write, the main one is all there is.
 */
function spokenBy(
  language: string | null,
  articles: ReadonlyMap<string, Article>,
): (hit: SearchHit) => boolean {
  const counts = new Map<string, number>();
  for (const article of articles.values()) {
    const locale = primaryLanguage(article.locale) ?? '';
    counts.set(locale, (counts.get(locale) ?? 0) + 1);
  }
  const main = counts.has('en') ? 'en' : [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  return (hit) => {
    const locale = primaryLanguage(articles.get(hit.articleId)?.locale) ?? '';
    return locale === '' || locale === main || language === null || locale === primaryLanguage(language);
  };
}

/** Left out only when it names other markets and no name is unknown here. */
function isForMarket(article: Pick<Article, 'market'>, market: readonly string[]): boolean {
  const named = article.market.map((name) => name.toUpperCase());
  return (
    market.length === 0 ||
    named.length === 0 ||
    named.some((name) => market.includes(name) || !knownMarkets.has(name))
  );
}
