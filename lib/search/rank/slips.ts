import { hasGrams } from '../segment/grams';
import type { Segment } from '../segment/open';
import { type Alike, makeAlike, type SoughtWord, visitSharing } from './likeness';

/** What a word meant by a slip of the finger counts for, as a likeness. */
const slipLikeness = 0.93;
/** From this length on two slips are possible, and 4-grams survive to find the word by. */
const longWord = 8;
const leastShared = 2;
const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Words of the segment that a word unknown to the whole base may be a mistyping of: one letter swapped, dropped, added
 * or replaced; two in long words. Found by trying the few hundred near words of a short one, by 4-grams for a long one.
 */
export function slipsOf(segment: Segment, word: SoughtWord): Alike[] {
  const { term } = word;
  if (!hasGrams(term) || segment.counts.terms === 0) return [];
  const found: Alike[] = [];
  const add = (number: number) => found.push(makeAlike(segment, number, slipLikeness));
  if (term.length < longWord) {
    for (const near of nearWords(term)) {
      const number = segment.findTerm(near);
      if (number !== -1 && hasGrams(near)) add(number);
    }
  } else {
    visitSharing(segment, word.grams.hashes, leastShared, (number) => {
      if (Math.abs(segment.termUnits(number) - term.length) > 2) return;
      const text = segment.termAt(number);
      if (text !== term && distance(term, text) <= 2) add(number);
    });
  }
  return found.sort((a, b) => segment.compareTerms(a.term, b.term));
}

let lastTerm = '';
let lastNear: ReadonlySet<string> = new Set();

/** All words one slip away; kept for the next segment, which asks for the same. */
function nearWords(term: string): ReadonlySet<string> {
  if (term === lastTerm) return lastNear;
  const near = new Set<string>();
  const alphabet = new Set([...letters, ...term]);
  for (let i = 0; i <= term.length; i++) {
    const head = term.slice(0, i);
    for (const letter of alphabet) near.add(head + letter + term.slice(i));
    if (i === term.length) continue;
    near.add(head + term.slice(i + 1));
    for (const letter of alphabet) near.add(head + letter + term.slice(i + 1));
    if (i + 1 < term.length) near.add(head + term[i + 1]! + term[i]! + term.slice(i + 2));
  }
  near.delete(term);
  lastTerm = term;
  lastNear = near;
  return near;
}

/** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours cost one each. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
