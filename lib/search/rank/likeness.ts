import { gramHashes, gramLength, gramWindows, hasGrams } from '../segment/grams';
import type { Segment } from '../segment/open';

/** A word of a segment that a query word stands for. */
export class Alike {
  constructor(
    private readonly segment: Segment,
    /** Term number in the segment. */
    readonly term: number,
    /** Articles of the segment that hold it, deleted ones included. */
    readonly articles: number,
    /** 1 for the word itself, else above the least likeness. */
    readonly similarity: number,
    /**
     * What that counts for beside the word itself: likeness cubed. In steps of 1/4096, so that sums over segments come
     * out the same.
     */
    readonly share: number,
  ) {}

  /** Spelled when somebody asks: a query has thousands of these. */
  get text(): string {
    return this.segment.termAt(this.term);
  }
}

export function makeAlike(segment: Segment, term: number, similarity: number): Alike {
  const share = Math.round(similarity * similarity * similarity * 4_096) / 4_096;
  return new Alike(segment, term, segment.articlesWith(term), similarity, share);
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
  const found = exact === -1 ? [] : [makeAlike(segment, exact, 1)];
  if (begins) return [...found, ...wordsBeginning(segment, term, exact)];
  if (!hasGrams(term) || segment.counts.terms === 0) return found;
  const grams = gramHashes(term);
  const windows = gramWindows(term);
  visitSharing(segment, term, leastLikeness * grams.length, (candidate, atMost) => {
    if (candidate === exact) return;
    // Most candidates share too little for their length: told without reading their letters.
    const units = segment.termUnits(candidate);
    if (likeness(grams.length, atMost, units) < leastLikeness) return;
    const similarity = likeness(grams.length, sharedGrams(segment, candidate, grams, windows), units);
    if (similarity >= leastLikeness) found.push(makeAlike(segment, candidate, similarity));
  });
  // One order in every segment: sums of floats depend on it.
  return found.sort((a, b) => b.similarity - a.similarity || segment.compareTerms(a.term, b.term));
}

/** Calls back with the terms that share at least so many grams with a word; a few more where grams share a bucket. */
export function visitSharing(
  segment: Segment,
  term: string,
  least: number,
  visit: (term: number, sharedAtMost: number) => void,
): void {
  const { gramBytes, gramOffset, counts } = segment;
  const grams = gramHashes(term);
  const buckets = [...new Set(grams.map((hash) => hash & (counts.gramBuckets - 1)))];
  if (shared.length < counts.terms) shared = new Uint8Array(counts.terms);
  else shared.fill(0, 0, counts.terms);
  const fewest = Math.ceil(Math.min(least, buckets.length));
  const enough: number[] = [];
  for (const bucket of buckets) {
    const end = gramOffset[bucket + 1]!;
    let candidate = 0;
    for (let at = gramOffset[bucket]!; at < end; ) {
      let byte = gramBytes[at++]!;
      let gap = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = gramBytes[at++]!;
        gap |= (byte & 0x7f) << shift;
      }
      candidate += gap;
      if ((shared[candidate]! += 1) === fewest) enough.push(candidate);
    }
  }
  // Grams of the word itself that share a bucket were counted once.
  const uncounted = grams.length - buckets.length;
  for (const candidate of enough) visit(candidate, shared[candidate]! + uncounted);
}

/** Counters a term. A long word has fewer than 256 grams. */
let shared = new Uint8Array(0);

/** How many of a word's distinct grams a term of the segment has. */
function sharedGrams(
  segment: Segment,
  term: number,
  grams: readonly number[],
  windows: readonly number[] | null,
): number {
  const count = windows === null ? -1 : segment.countWindows(term, windows);
  if (count !== -1) return count;
  return gramHashes(segment.termAt(term)).filter((gram) => grams.includes(gram)).length;
}

/** Share of the query word's grams that the other has, less when the other is longer. `units`: the other's length. */
export function likeness(grams: number, shared: number, units: number): number {
  const others = units + 3 - gramLength;
  return (shared / grams) * Math.sqrt(Math.min(1, grams / others));
}

/** A word just begun stands for all that continue it, a little less than for itself. */
const continued = 0.9;

function wordsBeginning(segment: Segment, start: string, exact: number): Alike[] {
  const found: Alike[] = [];
  const bytes = new TextEncoder().encode(start);
  for (let term = 0; term < segment.counts.terms; term++) {
    if (term !== exact && segment.termStarts(term, bytes)) {
      found.push(makeAlike(segment, term, continued));
    }
  }
  return found.sort((a, b) => segment.compareTerms(a.term, b.term));
}
