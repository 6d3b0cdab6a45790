import { analyze } from './analysis/analyze';
import { detectLanguage } from './analysis/detect';
import { primaryLanguage } from './analysis/languages';
import type { SearchHit, SearchRequest, SearchResult } from './contract';
import { allowedArticles } from './filter';
import { accumulate, type QueryTerm, resolveTerms } from './rank/accumulate';
import type { SearchIndex } from './search-index';

export interface SearchOptions {
  /** The last word is being typed: it also stands for the words that begin with it. */
  readonly unfinished?: boolean;
}

/** Finds the best passage of each of the best articles. */
export function search(
  index: SearchIndex,
  request: SearchRequest,
  options: SearchOptions = {},
): SearchResult {
  const allowed = allowedArticles(index, request.filter);
  const language = queryLanguage(index, request);
  const terms = resolveTerms(index, queryTerms(request.text, language), options.unfinished ?? false);
  accumulate(index, terms, allowed);
  const hits = takeBest(index, request.limit);
  return {
    hits,
    evidence: hits.length === 0 ? 'none' : 'strong',
    generation: index.generation,
    passagesSearched: index.livePassages,
  };
}

export function queryLanguage(index: SearchIndex, request: SearchRequest): string {
  if (request.language !== undefined) return primaryLanguage(request.language);
  const common = index.languages.includes('en') ? 'en' : (index.languages[0] ?? 'en');
  return detectLanguage(request.text, common, index.languages);
}

export function queryTerms(text: string, language: string): QueryTerm[] {
  const counts = new Map<string, number>();
  for (const { term, stop } of analyze(text, language))
    if (!stop) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts].map(([term, count]) => ({ term, count }));
}

/** Reads the scores into hits and leaves the scratch arrays clean for the next query. */
function takeBest(index: SearchIndex, limit: number): SearchHit[] {
  const { articleScore, titleScore, passageScore } = index.scratch;
  const share = index.parameters.passageShare;
  const best: { article: number; passage: number; score: number; id: string }[] = [];
  for (const { segment, firstArticle, firstPassage } of index.placed) {
    for (let a = 0; a < segment.counts.articles; a++) {
      const whole = articleScore[firstArticle + a]!;
      if (whole === 0) continue;
      let passage = -1;
      let top = -1;
      for (let p = segment.articleFirstPassage[a]!; p < segment.articleFirstPassage[a + 1]!; p++) {
        if (passageScore[firstPassage + p]! > top) {
          top = passageScore[firstPassage + p]!;
          passage = p;
        }
      }
      const score = whole + share * (titleScore[firstArticle + a]! + Math.max(0, top));
      if (best.length === limit && score < best[limit - 1]!.score) continue;
      const id = segment.idOf(a);
      let at = best.length;
      while (
        at > 0 &&
        (best[at - 1]!.score < score || (best[at - 1]!.score === score && best[at - 1]!.id > id))
      )
        at--;
      if (at >= limit) continue;
      best.splice(at, 0, {
        article: firstArticle + a,
        passage: passage === -1 ? -1 : firstPassage + passage,
        score,
        id,
      });
      if (best.length > limit) best.pop();
    }
  }
  articleScore.fill(0);
  titleScore.fill(0);
  passageScore.fill(0);
  return best.map(({ article, passage, score }) => toHit(index, article, passage, score));
}

function toHit(index: SearchIndex, article: number, passage: number, score: number): SearchHit {
  const place = index.placed.findLast((each) => each.firstArticle <= article)!;
  const { segment } = place;
  const local = article - place.firstArticle;
  const base = {
    articleId: segment.idOf(local),
    articleVersion: segment.articleVersion[local]!,
    score,
    why: [],
    question: null,
  };
  // An article without text is found by its title alone.
  if (passage === -1) return { ...base, ordinal: 0, start: 0, end: 0, headingPath: [] };
  const p = passage - place.firstPassage;
  return {
    ...base,
    ordinal: p - segment.articleFirstPassage[local]!,
    start: segment.passageStart[p]!,
    end: segment.passageEnd[p]!,
    headingPath: segment.list(segment.passageHeading[p]!),
  };
}
