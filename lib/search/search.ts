import { analyze, stopMark } from './analysis/analyze';
import { cleanTicket } from './clean/clean-ticket';
import type { EvidenceLevel, SearchRequest, SearchResult } from './contract';
import { explainHit } from './explain';
import { allowedArticles } from './filter';
import { toHit } from './hit';
import { queryLanguage } from './query-language';
import { accumulate, type QueryTerm, type ResolvedTerm, resolveTerms } from './rank/accumulate';
import { bestArticles, clearScores, type ScoredArticle } from './rank/best';
import { echoTerms } from './rank/echo';
import { evidenceLevel, evidenceStrength } from './rank/evidence';
import type { SearchIndex } from './search-index';

/**
 * The rarest words of a long ticket decide; the others only cost time. Postings read for one query, and how many of
 * its rarest words are read whatever they cost.
 */
const mostPostings = 400_000;
const alwaysRead = 12;
const mostTerms = 400;
/** How deep each question's own ranking is read before they are joined. */
const fusionDepth = 60;
const fusionDamping = 5;

export interface SearchOptions {
  /** The last word is being typed: it also stands for the words that begin with it. */
  readonly unfinished?: boolean;
}

interface Run {
  readonly question: number | null;
  readonly terms: readonly ResolvedTerm[];
  readonly best: readonly ScoredArticle[];
  readonly evidence: EvidenceLevel;
}

/** Finds the best passage of each of the best articles, for the ticket as a whole and for each of its questions. */
export function search(
  index: SearchIndex,
  request: SearchRequest,
  options: SearchOptions = {},
): SearchResult {
  const allowed = allowedArticles(index, request.filter);
  const language = queryLanguage(index, request);
  const questions = (request.questions ?? []).filter((question) => /[\p{L}\p{N}]/u.test(question));
  const depth = questions.length > 0 ? Math.max(fusionDepth, request.limit) : request.limit;
  const run = (text: string, question: number | null): Run => {
    const terms = queryTerms(text, language);
    return { question, ...rank(index, terms, allowed, depth, options.unfinished ?? false) };
  };
  const whole = run(options.unfinished ? request.text : cleanTicket(request.text), null);
  const runs = [whole, ...questions.map((question) => run(question, request.questions!.indexOf(question)))];
  const chosen =
    questions.length > 0 ? fuse(runs, request.limit) : whole.best.map((best) => ({ best, run: whole }));
  return {
    hits: chosen.map(({ best, run: { question, terms } }) => {
      const hit = { ...toHit(index, best), question };
      return request.explain ? { ...hit, why: explainHit(index, terms, best) } : hit;
    }),
    evidence: strongest(runs.map((each) => each.evidence)),
    generation: index.generation,
    passagesSearched: index.livePassages,
  };
}

function rank(
  index: SearchIndex,
  terms: readonly QueryTerm[],
  allowed: Uint8Array,
  limit: number,
  unfinished: boolean,
): Omit<Run, 'question'> {
  const { resolved, unknown } = resolveTerms(index, terms, unfinished);
  const kept = affordable(resolved);
  const isStop = ({ term }: ResolvedTerm) => term.startsWith(stopMark);
  const content = kept.filter((term) => !isStop(term));
  accumulate(index, content);
  const top = bestArticles(index, allowed, 1)[0]?.score ?? 0;
  const evidence = evidenceLevel(evidenceStrength(index, top, content, unknown));
  accumulate(index, kept.filter(isStop));
  accumulate(index, echoTerms(index, content, allowed));
  const best = bestArticles(index, allowed, limit);
  clearScores(index);
  return { terms: kept, best, evidence: best.length === 0 ? 'none' : evidence };
}

/** Without the commonest words of a query so long that reading all their lists would be felt. */
function affordable(terms: readonly ResolvedTerm[]): readonly ResolvedTerm[] {
  let postings = 0;
  const kept = terms
    .toSorted((a, b) => b.weight / b.count - a.weight / a.count || (a.term < b.term ? -1 : 1))
    .filter(({ alike }, i) => {
      for (const words of alike) for (const { articles } of words) postings += articles;
      return i < alwaysRead || postings <= mostPostings;
    });
  return kept.length === terms.length ? terms : kept.slice(0, mostTerms);
}

/** Joins the rankings by reciprocal rank; a hit shows the passage of the question that ranks its article best. */
function fuse(runs: readonly Run[], limit: number): { best: ScoredArticle; run: Run }[] {
  const joined = new Map<number, { best: ScoredArticle; run: Run; place: number; score: number }>();
  for (const run of runs) {
    run.best.forEach((best, place) => {
      const known = joined.get(best.article);
      const score = (known?.score ?? 0) + 1 / (fusionDamping + place);
      // The ticket as a whole speaks only where no question does.
      const serves = !known || known.run.question === null || place < known.place;
      joined.set(best.article, serves ? { best, run, place, score } : { ...known, score });
    });
  }
  return [...joined.values()]
    .sort((a, b) => b.score - a.score || (a.best.id < b.best.id ? -1 : 1))
    .slice(0, limit)
    .map(({ best, run, score }) => ({ best: { ...best, score }, run }));
}

function strongest(levels: readonly EvidenceLevel[]): EvidenceLevel {
  return levels.includes('strong') ? 'strong' : levels.includes('weak') ? 'weak' : 'none';
}

/** Words with how often they are said; stop words come marked, for the fields that index them. */
function queryTerms(text: string, language: string): QueryTerm[] {
  const counts = new Map<string, number>();
  for (const { term, surface, stop } of analyze(text, language)) {
    const key = stop ? stopMark + surface : term;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([term, count]) => ({ term, count }));
}
