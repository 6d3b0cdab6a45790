import { stopMark } from '../analysis/analyze';
import type { QueryTerm, ResolvedTerm } from './resolve';
import { type Line, type Wordings, wordWeight } from './wordings';

/** A query in the words of the lines. */
export interface LineQuery {
  /** By number of a word: which terms of the query it may stand for, and how well. */
  readonly meant: ReadonlyMap<number, readonly { readonly term: number; readonly share: number }[]>;
  /** What each term weighs, and all of them with what no line has. */
  readonly weights: readonly number[];
  readonly weight: number;
}

/** A thing that no line names weighs this much of a word that no line has. */
const unnamedShare = 1.5;
/** The nearest lines of an article count with these shares, 1 together: others of the same matter lend theirs. */
const lineShares = [0.4, 0.28, 0.16, 0.1, 0.06];
/** Of an article with more lines these are read: enough to tell it by, and a bound for its cost. */
const mostLines = 200;

/** `terms` in the order they are said: neighbours that no line has are one thing unnamed (a product's name). */
export function toLineQuery(
  wordings: Wordings,
  terms: readonly QueryTerm[],
  resolved: readonly ResolvedTerm[],
): LineQuery {
  const resolvedOf = new Map(resolved.map((each) => [each.term, each]));
  const meant = new Map<number, { term: number; share: number }[]>();
  const weights: number[] = [];
  let weight = 0;
  let isUnnamed = false;
  for (const { term } of terms) {
    const isStop = term.startsWith(stopMark);
    const shares = lineWords(wordings, resolvedOf.get(term));
    if (shares.size === 0) {
      if (!isStop && !isUnnamed) weight += unnamedShare * wordWeight(wordings.lines, 0, false);
      isUnnamed = !isStop;
      continue;
    }
    isUnnamed = false;
    let linesWith = 0;
    for (const [word, share] of shares) {
      linesWith += share * wordings.linesWith[word]!;
      meant.set(word, [...(meant.get(word) ?? []), { term: weights.length, share }]);
    }
    weights.push(wordWeight(wordings.lines, linesWith, isStop));
    weight += weights.at(-1)!;
  }
  return { meant, weights, weight };
}

/** The words of lines that a term stands for, with how well. */
function lineWords({ numberOf }: Wordings, resolved: ResolvedTerm | undefined): Map<number, number> {
  const shares = new Map<number, number>();
  for (const { text, share } of resolved?.alike.flat() ?? []) {
    const word = numberOf.get(text);
    if (word !== undefined) shares.set(word, share);
  }
  return shares;
}

/**
 * How near a query stands to the nearest lines of an article, 0 to 1. By line: its share of the query times the query's
 * share of it, root taken (Ochiai's coefficient over weighted words), so that a common word is no evidence for a long
 * line, nor a short line for a long query.
 */
export function closeness(
  wordings: Wordings,
  lines: readonly Line[],
  { meant, weights, weight }: LineQuery,
): number {
  if (weight === 0) return 0;
  const near: number[] = [];
  const answered = new Float64Array(weights.length);
  for (const line of lines.slice(0, mostLines)) {
    answered.fill(0);
    let ofLine = 0;
    for (const word of line.words) {
      let best = 0;
      for (const { term, share } of meant.get(word) ?? []) {
        answered[term] = Math.max(answered[term]!, share);
        best = Math.max(best, share);
      }
      ofLine += best * wordings.weight[word]!;
    }
    if (ofLine === 0) continue;
    const ofQuery = weights.reduce((sum, each, term) => sum + each * answered[term]!, 0);
    near.push(Math.sqrt((ofQuery / weight) * (ofLine / line.weight)));
  }
  return ofNearest(near);
}

/** Lines of one matter resemble each other this much; short paragraphs of a text do not (a tenth, mostly). */
const leastKinship = 0.25;
/** Read to tell; more would tell the same. */
const kinLines = 24;
const known = new WeakMap<readonly Line[], boolean>();

/** Whether the lines of an article word one matter again and again, so that a question can be held against them. */
export function areWordings(wordings: Wordings, lines: readonly Line[]): boolean {
  let told = known.get(lines);
  if (told === undefined) known.set(lines, (told = kinship(wordings, lines) >= leastKinship));
  return told;
}

/** The mean closeness of each line to the others. */
function kinship({ weight }: Wordings, lines: readonly Line[]): number {
  const read = lines.slice(0, kinLines).filter((line) => line.weight > 0);
  let sum = 0;
  for (const line of read) {
    const words = new Set(line.words);
    const near = read
      .filter((other) => other !== line)
      .map((other) => {
        const shared = other.words.reduce((all, word) => all + (words.has(word) ? weight[word]! : 0), 0);
        return shared / Math.sqrt(line.weight * other.weight);
      });
    sum += ofNearest(near);
  }
  return read.length === 0 ? 0 : sum / read.length;
}

function ofNearest(near: number[]): number {
  near.sort((a, b) => b - a);
  return lineShares.reduce((sum, share, i) => sum + share * (near[i] ?? 0), 0);
}
