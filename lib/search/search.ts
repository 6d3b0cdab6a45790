import { analyze, stopMark } from './analysis/analyze';
import { cleanTicket } from './clean/clean-ticket';
import { isMannersOnly } from './clean/manners';
import type { EvidenceLevel, SearchRequest, SearchResult } from './contract';
import { allowedArticles } from './filter';
import { toHit } from './hit';
import { joinViews } from './meaning/join-views';
import { nearestArticles, type PairedVectors } from './meaning/nearest';
import { queryLanguage } from './query-language';
import { accumulate, accumulateRunning } from './rank/accumulate';
import { bestArticles, type ScoredArticle } from './rank/best';
import { takeCandidates } from './rank/candidates';
import { echoTerms } from './rank/echo';
import { evidenceLevel, judgedArticles } from './rank/evidence';
import { type QueryTerm, type ResolvedTerm, resolveTerms } from './rank/resolve';
import type { SearchIndex } from './search-index';

/**
 * The rarest words of a long ticket decide; the others cost time. Postings (articles that hold a word) read for one
 * query over the whole base; those read in all, the rest for the best articles only; and how many of the rarest words
 * are read everywhere whatever they cost.
 */
const postingsEverywhere = 20_000;
const mostPostings = 400_000;
const alwaysRead = 12;
const mostTerms = 400;
/** How deep each question's own ranking is read before they are joined. */
const fusionDepth = 60;
const fusionDamping = 5;

export interface SearchOptions {
  /** The last word is being typed: it also stands for the words that begin with it. */
  readonly unfinished?: boolean;
  /** Stored vectors of the request's own space; left out: found by words alone. */
  readonly vectors?: PairedVectors | null | undefined;
}

interface Run {
  readonly question: number | null;
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
  const { vectors } = options;
  const meaning = vectors ? request.meaning : undefined;
  const isJoined = questions.length > 0 || meaning !== undefined;
  const depth = isJoined ? Math.max(fusionDepth, request.limit) : request.limit;
  const run = (text: string, question: number | null): Run => {
    const terms = queryTerms(text, language);
    const ranked = rank(index, terms, allowed, depth, options.unfinished ?? false);
    const byWords: typeof ranked = isMannersOnly(text) ? { ...ranked, evidence: 'none' } : ranked;
    const vector = question === null ? meaning?.whole : meaning?.questions[question];
    if (!vectors || !vector) return { question, ...byWords };
    const near = nearestArticles(index, vectors, vector, allowed, depth);
    return { question, ...byWords, best: joinViews(byWords.best, near, depth) };
  };
  const whole = run(options.unfinished ? request.text : cleanTicket(request.text), null);
  const runs = [whole, ...questions.map((question) => run(question, request.questions!.indexOf(question)))];
  const chosen = isJoined ? fuse(runs, request.limit) : whole.best.map((best) => ({ best, run: whole }));
  return {
    hits: chosen.map(({ best, run: { question } }) => ({ ...toHit(index, best), question })),
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
  const { everywhere, amongBest } = splitByCost(resolved);
  const isStop = ({ term }: ResolvedTerm) => term.startsWith(stopMark);
  const content = [...everywhere, ...amongBest].filter((term) => !isStop(term));
  accumulate(
    index,
    everywhere.filter((term) => !isStop(term)),
  );
  const running = takeCandidates(index, allowed);
  accumulateRunning(index, amongBest, running);
  const told = bestArticles(index, running, Math.max(limit, judgedArticles));
  const evidence = evidenceLevel(index, told, { terms, resolved, content, unknown });
  const more = [...everywhere.filter(isStop), ...echoTerms(index, content, running)];
  accumulateRunning(index, more, running);
  const best = more.length === 0 ? told.slice(0, limit) : bestArticles(index, running, limit);
  return { best, evidence };
}

/** Rarest first: words read for every article, words read for the best by then, and without words beyond the limits. */
function splitByCost(terms: readonly ResolvedTerm[]) {
  const everywhere: ResolvedTerm[] = [];
  const amongBest: ResolvedTerm[] = [];
  let postings = 0;
  const rarestFirst = terms.toSorted(
    (a, b) => b.weight / b.count - a.weight / a.count || (a.term < b.term ? -1 : 1),
  );
  for (const term of rarestFirst.slice(0, mostTerms)) {
    for (const words of term.alike) for (const { articles } of words) postings += articles;
    if (postings <= postingsEverywhere || everywhere.length < alwaysRead) everywhere.push(term);
    else if (postings <= mostPostings) amongBest.push(term);
  }
  return { everywhere, amongBest };
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
