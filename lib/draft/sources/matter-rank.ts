import type { Article } from '@/lib/knowledge/article';
import type { SearchHit } from '@/lib/search/contract';
import { fold } from '../words/fold';
import { primaryLanguage } from '../words/language';
import { mattersOf } from '../words/matters';
import { isInForceFor } from './source';
import type { SourceChoice } from './sources';

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
export function rankByMatter(
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
export function bestFor(
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
export function aboutContext(
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
