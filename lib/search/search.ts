import { analyze, stopMark } from './analysis/analyze';
import { detectLanguage } from './analysis/detect';
import { primaryLanguage } from './analysis/languages';
import type { SearchRequest, SearchResult } from './contract';
import { allowedArticles } from './filter';
import { toHit } from './hit';
import { accumulate, type QueryTerm, resolveTerms } from './rank/accumulate';
import { bestArticles, clearScores } from './rank/best';
import { echoTerms } from './rank/echo';
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
  accumulate(index, echoTerms(index, terms), allowed);
  const best = bestArticles(index, request.limit);
  clearScores(index);
  const hits = best.map((each) => toHit(index, each));
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
  for (const { term, surface, stop } of analyze(text, language)) {
    const key = stop ? stopMark + surface : term;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([term, count]) => ({ term, count }));
}
