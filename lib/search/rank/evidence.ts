import type { EvidenceLevel } from '../contract';
import type { SearchIndex } from '../search-index';
import type { ScoredArticle } from './best';
import { areWordings, closeness, toLineQuery } from './closeness';
import { inverseFrequency, type QueryTerm, type ResolvedTerm } from './resolve';
import { wordingsOf } from './wordings';

/**
 * Thresholds, one set for all bases, chosen on the six development sets, on each asked the questions of the others, and
 * on cuts of them: 60 to 50,000 articles, texts of 20 to 430 words, with titles and without. Running text is strong
 * evidence from `strongFrom` times what chance gives (below): that takes at most one in twenty answerable questions of
 * a base for weak ones, and seven to nine in ten of those of another base. Below `weakFrom` times the same, one in five
 * of the latter, it is none.
 */
const strongFrom = 0.25;
const weakFrom = 0.22;
/** A match of one or two words may be chance, of ten it is not: so many more words would have to match as well. */
const doubt = 2;
/** What chance gives grows with the number of articles and with their length; from so many articles on it stays. */
const mostArticles = 2_000;
const articlesPower = 0.1;
const lengthPower = 0.25;
/** As many words of a text: a title's word counts in the article and in each of its passages. */
const titleWord = 14;
/**
 * A list of wordings is strong evidence where closeness times a power of the strength comes to this: near the middle of
 * what refuses eight in ten of a chat's out-of-scope lines and one in ten answerable questions over both sets of macros.
 * The values around are as good: powers from 1/2 to 4/5 differ by a point.
 * What closeness misses, fits did not find either: two dozen features more (margins, agreement of neighbours, share of
 * unseen words, odds of each word) and the very words, fitted and tested on the chat, refused no more of its lines.
 */
const closeFrom = 0.85;
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
  const chance = chanceStrength(index);
  if (best.length === 0 || strengthOf(best[0]!.score) < weakFrom * chance) return 'none';
  const wordings = wordingsOf(index);
  const query = wordings && toLineQuery(wordings, terms, resolved);
  const isStrong = best.slice(0, judgedArticles).some(({ article, score }) => {
    const strength = strengthOf(score);
    const lines = wordings?.ofArticle.get(article);
    return wordings && query && lines && areWordings(wordings, lines)
      ? closeness(wordings, lines, query) * strength ** strengthPower >= closeFrom
      : (strength * content.length) / (content.length + doubt) >= strongFrom * chance;
  });
  return isStrong ? 'strong' : 'weak';
}

/**
 * How much of what the query says an article answers: its score per weight of the query, times the root of how many
 * telling words that weight amounts to (one matched word of one proves less than ten of ten). Words that the base has
 * never seen weigh most.
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

/**
 * How strength grows with a base: where there is more to match, and titles to match, any question finds more. The
 * powers are those by which the strength of other bases' questions grew over the sets and their cuts.
 */
function chanceStrength({ liveArticles, liveWords: { text, title } }: SearchIndex): number {
  const length = (text + titleWord * title) / liveArticles;
  return Math.min(liveArticles, mostArticles) ** articlesPower * length ** lengthPower;
}
