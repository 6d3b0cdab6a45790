import type { EvidenceLevel } from '../contract';
import type { SearchIndex } from '../search-index';
import { inverseFrequency, type QueryTerm, type ResolvedTerm } from './resolve';

/**
 * Thresholds on the strength below. Set on the development sets: nine in ten answerable questions are `strong` on the
 * two hardest bases (nearly all on the others), and so are four in ten of the out-of-scope lines of a chat; half of
 * the questions put to a base that knows nothing of them stay below `weak`. On that chat, one in ten in-scope lines
 * refused buys six in ten of the others, one in four buys eight. Fitted mixes with twenty
 * more features (coverage by article, title and line, margins, rarest word missed, spread of scores), held out by set,
 * gained two points there at best and lost on other sets. Only a fit that had seen the chat's own out-of-scope lines,
 * by features and words together, came to seven and a half in ten: many of them differ by what is meant only.
 */
const strongFrom = 1.8;
const weakFrom = 1;

/**
 * How much of what the query says the best article answers: its score per weight of the query, times the root of how
 * many telling words that weight amounts to (one matched word of one proves less than ten of ten). Words that the
 * base has never seen weigh most. Comparable between bases of any size.
 */
export function evidenceStrength(
  index: SearchIndex,
  bestScore: number,
  known: readonly ResolvedTerm[],
  unknown: readonly QueryTerm[],
): number {
  const rarest = inverseFrequency(index, 0);
  let total = 0;
  for (const { weight } of known) total += weight;
  for (const { count } of unknown) total += count * rarest;
  return total === 0 ? 0 : (bestScore / total) * Math.sqrt(total / rarest);
}

export function evidenceLevel(strength: number): EvidenceLevel {
  return strength >= strongFrom ? 'strong' : strength >= weakFrom ? 'weak' : 'none';
}
