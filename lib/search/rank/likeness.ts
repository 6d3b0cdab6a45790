import { gramHashes, hasGrams } from '../segment/grams';
import type { Segment } from '../segment/open';

export interface Alike {
  /** Term number in the segment. */
  readonly term: number;
  readonly text: string;
  /** Articles of the segment that hold it, deleted ones included. */
  readonly articles: number;
  /** 1 for the word itself, else above the least likeness. */
  readonly similarity: number;
}

/** Below this, words share a few letters and no meaning. */
const leastLikeness = 0.4;

/**
 * The words of a segment that a query word stands for: itself, and words that share enough of its 4-grams (typos,
 * compounds, inflections the stemmer misses). Depends on the two words alone, so that it is the same in every segment.
 */
export function wordsAlike(segment: Segment, term: string, begins = false): readonly Alike[] {
  if (begins) return findAlike(segment, term, true);
  let known = remembered.get(segment);
  if (!known) remembered.set(segment, (known = new Map()));
  let alike = known.get(term);
  if (!alike) {
    if (known.size >= rememberedTerms) known.clear();
    known.set(term, (alike = findAlike(segment, term, false)));
  }
  return alike;
}

/** Customers say the same words again and again; segments never change. */
const remembered = new WeakMap<Segment, Map<string, readonly Alike[]>>();
const rememberedTerms = 4_000;

function findAlike(segment: Segment, term: string, begins: boolean): readonly Alike[] {
  const exact = segment.findTerm(term);
  const found: Alike[] =
    exact === -1 ? [] : [{ term: exact, text: term, articles: segment.articlesWith(exact), similarity: 1 }];
  if (begins) return [...found, ...wordsBeginning(segment, term, exact)];
  if (!hasGrams(term) || segment.counts.terms === 0) return found;
  const grams = gramHashes(term);
  for (const candidate of termsSharing(segment, term, leastLikeness * grams.length)) {
    if (candidate === exact) continue;
    const text = segment.termAt(candidate);
    const similarity = likeness(grams, text);
    if (similarity >= leastLikeness) {
      found.push({ term: candidate, text, articles: segment.articlesWith(candidate), similarity });
    }
  }
  // One order in every segment: sums of floats depend on it.
  return found.sort((a, b) => b.similarity - a.similarity || (a.text < b.text ? -1 : 1));
}

/** Numbers of the terms that share at least so many grams with a word; a few more where grams share a bucket. */
export function termsSharing(segment: Segment, term: string, least: number): number[] {
  const mask = segment.counts.gramBuckets - 1;
  const buckets = [...new Set(gramHashes(term).map((hash) => hash & mask))];
  if (shared.length < segment.counts.terms) shared = new Uint8Array(segment.counts.terms);
  const fewest = Math.ceil(Math.min(least, buckets.length));
  const enough: number[] = [];
  let touched = 0;
  for (const bucket of buckets) {
    let at = segment.gramOffset[bucket]!;
    const end = segment.gramOffset[bucket + 1]!;
    if (touchedTerms.length < touched + end - at) growTouched(touched + end - at);
    let candidate = 0;
    while (at < end) {
      let byte = segment.gramBytes[at++]!;
      let gap = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = segment.gramBytes[at++]!;
        gap |= (byte & 0x7f) << shift;
      }
      candidate += gap;
      const count = (shared[candidate]! += 1);
      if (count === 1) touchedTerms[touched++] = candidate;
      if (count === fewest) enough.push(candidate);
    }
  }
  for (let i = 0; i < touched; i++) shared[touchedTerms[i]!] = 0;
  return enough;
}

/** Counters a term, zero between calls. A long word has fewer than 256 grams. */
let shared = new Uint8Array(0);
let touchedTerms = new Uint32Array(4096);

function growTouched(size: number): void {
  const larger = new Uint32Array(size * 2);
  larger.set(touchedTerms);
  touchedTerms = larger;
}

/** Share of the query word's grams that the other has, less when the other is longer. */
function likeness(grams: readonly number[], other: string): number {
  const others = gramHashes(other);
  let shared = 0;
  for (const gram of others) if (grams.includes(gram)) shared++;
  return (shared / grams.length) * Math.sqrt(Math.min(1, grams.length / others.length));
}

/** A word just begun stands for all that continue it, a little less than for itself. */
const continued = 0.9;

function wordsBeginning(segment: Segment, start: string, exact: number): Alike[] {
  const found: Alike[] = [];
  const bytes = new TextEncoder().encode(start);
  for (let term = 0; term < segment.counts.terms; term++) {
    if (term !== exact && segment.termStarts(term, bytes)) {
      found.push({
        term,
        text: segment.termAt(term),
        articles: segment.articlesWith(term),
        similarity: continued,
      });
    }
  }
  return found.sort((a, b) => (a.text < b.text ? -1 : 1));
}
