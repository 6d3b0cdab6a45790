import { stopMark } from '../analysis/analyze';
import type { QueryTerm, ResolvedTerm } from './resolve';
import { type LineRange, type Wordings, wordWeight } from './wordings';

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
function lineWords({ numberIn }: Wordings, resolved: ResolvedTerm | undefined): Map<number, number> {
  const shares = new Map<number, number>();
  resolved?.alike.forEach((words, s) => {
    for (const { term, share } of words) {
      const word = numberIn[s]![term]!;
      if (word !== -1) shares.set(word, share);
    }
  });
  return shares;
}

/**
 * How near a query stands to the nearest lines of an article, as measured by how near these stand to each other: lines
 * that vary (each names a thing of its own) leave room for one more, lines that repeat each other do not. By line: its
 * share of the query times the query's share of it, root taken (Ochiai's coefficient over weighted words), so that a
 * common word is no evidence for a long line, nor a short line for a long query.
 */
export function closeness(wordings: Wordings, lines: LineRange, query: LineQuery): number {
  return nearness(wordings, lines, query) / Math.sqrt(kinship(wordings, lines));
}

/** 0 to 1. */
function nearness(
  { words, lineStart, lineWeight, weight: weightOf }: Wordings,
  { first, end }: LineRange,
  { meant, weights, weight }: LineQuery,
): number {
  if (weight === 0) return 0;
  const near: number[] = [];
  const answered = new Float64Array(weights.length);
  for (let line = first; line < Math.min(end, first + mostLines); line++) {
    answered.fill(0);
    let ofLine = 0;
    for (let i = lineStart[line]!; i < lineStart[line + 1]!; i++) {
      let best = 0;
      for (const { term, share } of meant.get(words[i]!) ?? []) {
        answered[term] = Math.max(answered[term]!, share);
        best = Math.max(best, share);
      }
      ofLine += best * weightOf[words[i]!]!;
    }
    if (ofLine === 0) continue;
    const ofQuery = weights.reduce((sum, each, term) => sum + each * answered[term]!, 0);
    near.push(Math.sqrt((ofQuery / weight) * (ofLine / lineWeight[line]!)));
  }
  return ofNearest(near);
}

/** Lines of one matter resemble each other this much; short paragraphs of a text do not (a tenth, mostly). */
const leastKinship = 0.25;
/** Read to tell; more would tell the same. */
const kinLines = 60;
const known = new WeakMap<LineRange, number>();

/** Whether the lines of an article word one matter again and again, so that a question can be held against them. */
export function areWordings(wordings: Wordings, lines: LineRange): boolean {
  return kinship(wordings, lines) >= leastKinship;
}

function kinship(wordings: Wordings, lines: LineRange): number {
  let told = known.get(lines);
  if (told === undefined) known.set(lines, (told = meanKinship(wordings, lines)));
  return told;
}

/** The mean nearness of each line to the others. */
function meanKinship({ words, lineStart, lineWeight, weight }: Wordings, { first, end }: LineRange): number {
  const last = Math.min(end, first + kinLines);
  let sum = 0;
  for (let line = first; line < last; line++) {
    const own = new Set(words.subarray(lineStart[line], lineStart[line + 1]));
    const near: number[] = [];
    for (let other = first; other < last; other++) {
      if (other === line) continue;
      let shared = 0;
      for (let i = lineStart[other]!; i < lineStart[other + 1]!; i++) {
        if (own.has(words[i]!)) shared += weight[words[i]!]!;
      }
      if (shared > 0) near.push(shared / Math.sqrt(lineWeight[line]! * lineWeight[other]!));
    }
    sum += ofNearest(near);
  }
  return sum / (last - first);
}

function ofNearest(near: number[]): number {
  near.sort((a, b) => b - a);
  return lineShares.reduce((sum, share, i) => sum + share * (near[i] ?? 0), 0);
}
