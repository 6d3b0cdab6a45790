import type { Article } from '@/lib/knowledge/article';
import { isInForce, validityFor, verificationState } from '@/lib/knowledge/validity';
import type { SearchHit } from '@/lib/search/contract';
import type { Order } from '@/lib/ticket/ticket';
import { toVisibleMarkdown } from '../safety/inert';
import type { Source } from '../session/session-state';
import { fold } from '../words/fold';
import { primaryLanguage } from '../words/language';
import { knownMarkets, marketOf } from '../words/markets';
import { mattersOf } from '../words/matters';

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
/** An article this short is shown whole: half of it would only raise questions. */
const shortArticle = 1_800;
/** A pinned article without a hit is shown from its beginning. */
const pinnedExcerpt = 1_200;

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

/** Where a title names the very matter of an ask, it counts as much as this share of the best hit's score. */
const matterShare = 0.6;
const contextMatterShare = 0.3;
/** Shown so that nobody wonders where it is, but not before what counts. */
const notInForce = 0.5;
const mostAround = 6;
/** Among equals the customer's own language comes first. */
const ownLanguage = 0.1;

/**
 * Hits in the order in which they are offered. Words decide first; the matter that a title names tells an article on
 * returns from a product that was bought, and finds the article of another language.
 */
function rankByMatter(
  hits: readonly SearchHit[],
  articles: ReadonlyMap<string, Article>,
  choice: SourceChoice,
): SearchHit[] {
  const top = Math.max(...hits.map((hit) => hit.score), Number.MIN_VALUE);
  const around = new Set(mattersOf(fold(choice.context)));
  const language = primaryLanguage(choice.language);
  const scored = hits.map((hit) => {
    const article = articles.get(hit.articleId)!;
    const matters = titleMatters(article);
    const asked = Math.max(0, ...choice.asks.map((ask) => agreement(matters, new Set(mattersOf(fold(ask))))));
    const own = language !== null && primaryLanguage(article.locale) === language ? ownLanguage : 0;
    const score =
      hit.score / top + matterShare * asked + contextMatterShare * agreement(matters, around) + own;
    return { hit, score: isInForceFor(article, choice.order, choice.today) ? score : score * notInForce };
  });
  return scored.sort((a, b) => b.score - a.score).map(({ hit }) => hit);
}

/** The first hit whose title names what the ask is about. */
function bestFor(
  ask: string,
  hits: readonly SearchHit[],
  articles: ReadonlyMap<string, Article>,
): SearchHit | undefined {
  const asked = new Set(mattersOf(fold(ask)));
  let best: SearchHit | undefined;
  let bestShare = 0.5;
  for (const hit of hits) {
    const share = agreement(titleMatters(articles.get(hit.articleId)!), asked);
    if (share > bestShare) {
      best = hit;
      bestShare = share;
    }
  }
  return best;
}

/** One article for each matter around the asks that its title is about: asks often leave the matter to the story. */
function aboutContext(
  context: string,
  hits: readonly SearchHit[],
  articles: ReadonlyMap<string, Article>,
): (SearchHit | undefined)[] {
  const around = mattersOf(fold(context));
  const said = new Set(around);
  return around.slice(0, mostAround).map((matter) =>
    hits.find((hit) => {
      const article = articles.get(hit.articleId)!;
      const matters = titleMatters(article);
      return article.kind !== 'canned-reply' && matters.includes(matter) && agreement(matters, said) === 1;
    }),
  );
}

/** "Size exchange: free label and reservation": what stands before the colon is the matter. */
function titleMatters(article: Article): string[] {
  return mattersOf(fold(article.title.split(/[:：]/u)[0]!));
}

function agreement(matters: readonly string[], asked: ReadonlySet<string>): number {
  return matters.length === 0 ? 0 : matters.filter((matter) => asked.has(matter)).length / matters.length;
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

function toSource(article: Article, hit: SearchHit | null, choice: SourceChoice, number: number): Source {
  const whole = article.kind === 'canned-reply' || article.body.length <= shortArticle || hit === null;
  const start = whole ? 0 : hit.start;
  const end = whole
    ? hit === null
      ? Math.min(article.body.length, pinnedExcerpt)
      : article.body.length
    : hit.end;
  const text = toVisibleMarkdown(article.body.slice(start, end));
  const why = hit?.why.filter(({ view }) => view !== 'meaning').map((found) => found.term) ?? [];
  const isNear = hit?.why.some(({ view }) => view === 'meaning') ?? false;
  return {
    number,
    articleId: article.id,
    articleVersion: article.version,
    title: article.title,
    kind: article.kind,
    audience: article.audience,
    headingPath: whole ? [] : (hit?.headingPath ?? []),
    text,
    start,
    end,
    marks: findMarks(text, why),
    verified: verificationOf(article, choice.today),
    validFrom: article.validFrom,
    validUntil: article.validUntil,
    market: article.market,
    productScope: article.productScope,
    inForce: isInForceFor(article, choice.order, choice.today),
    pinned: choice.pinned.includes(article.id),
    gone: false,
    url: article.source?.url ?? null,
    why,
    ...(isNear && { isNear }),
  };
}

/** When the ticket does not tell the date an article hangs on, today decides. */
function isInForceFor(article: Article, order: Order | null, today: string): boolean {
  const delivered = order?.shipments.find((shipment) => shipment.status === 'delivered')?.updatedAt;
  const dates = {
    today,
    orderDate: order?.placedAt?.slice(0, 10) ?? null,
    deliveryDate: delivered?.slice(0, 10) ?? null,
  };
  const validity = validityFor(article, dates);
  return validity === 'unclear' ? isInForce(article, today) : validity === 'in-force';
}

function verificationOf(article: Article, today: string): Source['verified'] {
  return {
    state: verificationState(article, today),
    at: article.verification?.at ?? null,
    by: article.verification?.by ?? null,
  };
}

/** Words of `text` that begin like one of the terms that found it; `returns` marks "return" and "returned". */
export function findMarks(text: string, terms: readonly string[]): { start: number; end: number }[] {
  const stems = terms
    .map((term) => fold(term))
    .filter((term) => term.length >= 2)
    .map((term) => term.slice(0, Math.max(4, term.length - 3)));
  const marks: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = fold(match[0]);
    if (stems.some((stem) => word.startsWith(stem)))
      marks.push({ start: match.index, end: match.index + match[0].length });
  }
  return marks;
}
