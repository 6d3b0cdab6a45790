import type { EvidenceLevel } from '../contract';
import type { SearchIndex } from '../search-index';
import type { ScoredArticle } from './best';
import { areWordings, closeness, toLineQuery } from './closeness';
import { inverseFrequency, type QueryTerm, type ResolvedTerm } from './resolve';
import { wordingsOf } from './wordings';

/**
 * Thresholds, one set for all bases, chosen on the six development sets. An article of running text is strong evidence
 * from `strongFrom` of the strength below: nine in ten answerable questions on the two hardest sets, nearly all on the
 * others. Half of the questions put to a base that knows nothing of them stay below `weakFrom`.
 */
const strongFrom = 1.8;
const weakFrom = 1;
/**
 * A list of wordings is strong evidence where closeness times a power of the strength comes to this. On the sets of
 * macros it refuses 80.6 % of a chat's out-of-scope lines, nine in ten questions of the other sets, and 9.8 % of the
 * answerable ones over both (17.4 % of the chat's, 5.3 % of a bank's). With one in ten of the chat's own refused it would
 * be two in three of its out-of-scope lines; strength alone refused six in ten then, and four in ten questions of the
 * other sets. The values around are as good: powers from 1/2 to 1 differ by a point.
 * What closeness misses, fits did not find either: twenty features more (margins, agreement of neighbours, rarest word
 * missed, spread of scores) and the very words, fitted and tested on the chat, refused no more of its lines.
 */
const closeFrom = 0.57;
const strengthPower = 2 / 3;
/** So many of the best articles are judged, each by itself. */
export const judgedArticles = 5;

export interface Asked {
  /** All terms, stop words too, in the order they are said. */
  readonly terms: readonly QueryTerm[];
  readonly resolved: readonly ResolvedTerm[];
  /** The resolved ones that scored, without stop words. */
  readonly content: readonly ResolvedTerm[];
  readonly unknown: readonly QueryTerm[];
}

/**
 * Whether the base answers what was asked. Each of the best articles is judged by what it is: running text by how much
 * of the query it answers; a list of wordings by how near the query comes to its lines, since any two questions put to
 * one shop share words.
 */
export function evidenceLevel(
  index: SearchIndex,
  best: readonly ScoredArticle[],
  { terms, resolved, content, unknown }: Asked,
): EvidenceLevel {
  const strengthOf = strengthIn(index, content, unknown);
  if (best.length === 0 || strengthOf(best[0]!.score) < weakFrom) return 'none';
  const wordings = wordingsOf(index);
  const query = wordings && toLineQuery(wordings, terms, resolved);
  const isStrong = best.slice(0, judgedArticles).some(({ article, score }) => {
    const strength = strengthOf(score);
    const lines = wordings?.ofArticle.get(article);
    return wordings && query && lines && areWordings(wordings, lines)
      ? closeness(wordings, lines, query) * strength ** strengthPower >= closeFrom
      : strength >= strongFrom;
  });
  return isStrong ? 'strong' : 'weak';
}

/**
 * How much of what the query says an article answers: its score per weight of the query, times the root of how many
 * telling words that weight amounts to (one matched word of one proves less than ten of ten). Words that the base has
 * never seen weigh most. Comparable between bases of any size.
 */
function strengthIn(
  index: SearchIndex,
  known: readonly ResolvedTerm[],
  unknown: readonly QueryTerm[],
): (score: number) => number {
  const rarest = inverseFrequency(index, 0);
  let total = 0;
  for (const { weight } of known) total += weight;
  for (const { count } of unknown) total += count * rarest;
  return (score) => (total === 0 ? 0 : (score / total) * Math.sqrt(total / rarest));
}
