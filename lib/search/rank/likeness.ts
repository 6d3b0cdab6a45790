import { gramHashes, gramLength, gramWindows, hasGrams } from '../segment/grams';
import { firstWordAfter, type Segment } from '../segment/open';

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
    /** Where its title postings lie among the segment's posting bytes, its passage postings among the words. */
    readonly titlesAt: number,
    readonly titlesEnd: number,
    readonly passagesEnd: number,
  ) {}

  get passagesAt(): number {
    return firstWordAfter(this.titlesEnd);
  }

  /** Spelled when somebody asks: a query has thousands of these. */
  get text(): string {
    return this.segment.termAt(this.term);
  }
}

export function makeAlike(segment: Segment, term: number, similarity: number): Alike {
  const share = Math.round(similarity * similarity * similarity * 4_096) / 4_096;
  const { articles, titlesAt, titlesEnd, passagesEnd } = segment.postingsHead(term);
  return new Alike(segment, term, articles, similarity, share, titlesAt, titlesEnd, passagesEnd);
}

/** Below this, words share a few letters and no meaning. */
const leastLikeness = 0.4;

/** A word to look up in every segment: what that takes is worked out once. */
export class SoughtWord {
  private foundBytes: Uint8Array | null = null;
  private foundGrams: {
    readonly hashes: readonly number[];
    readonly windows: readonly number[] | null;
  } | null = null;

  constructor(readonly term: string) {}

  get bytes(): Uint8Array {
    return (this.foundBytes ??= encoder.encode(this.term));
  }

  get grams() {
    return (this.foundGrams ??= { hashes: gramHashes(this.term), windows: gramWindows(this.term) });
  }
}

const encoder = new TextEncoder();

/**
 * The words of a segment that a query word stands for: itself, and words that share enough of its 4-grams (typos,
 * compounds, inflections the stemmer misses). Depends on the two words alone, so that it is the same in every segment.
 */
export function wordsAlike(segment: Segment, word: SoughtWord, begins = false): readonly Alike[] {
  if (begins) return findAlike(segment, word, true);
  let known = remembered.get(segment);
  if (!known) remembered.set(segment, (known = new Map()));
  let alike = known.get(word.term);
  if (!alike) {
    if (known.size >= rememberedTerms) known.clear();
    known.set(word.term, (alike = findAlike(segment, word, false)));
  }
  return alike;
}

/** Customers say the same words again and again; segments never change. */
const remembered = new WeakMap<Segment, Map<string, readonly Alike[]>>();
const rememberedTerms = 4_000;

function findAlike(segment: Segment, word: SoughtWord, begins: boolean): readonly Alike[] {
  const exact = segment.findTermBytes(word.bytes);
  const found = exact === -1 ? [] : [makeAlike(segment, exact, 1)];
  if (begins) return [...found, ...wordsBeginning(segment, word.bytes, exact)];
  if (!hasGrams(word.term) || segment.counts.terms === 0) return found;
  const { hashes, windows } = word.grams;
  visitSharing(segment, hashes, leastLikeness * hashes.length, (candidate, atMost) => {
    if (candidate === exact) return;
    // Most candidates share too little for their length: told without reading their letters.
    const units = segment.termUnits(candidate);
    if (likeness(hashes.length, atMost, units) < leastLikeness) return;
    const similarity = likeness(hashes.length, sharedGrams(segment, candidate, hashes, windows), units);
    if (similarity >= leastLikeness) found.push(makeAlike(segment, candidate, similarity));
  });
  // One order in every segment: sums of floats depend on it.
  return found.sort((a, b) => b.similarity - a.similarity || segment.compareTerms(a.term, b.term));
}

/**
 * Calls back with the terms that share at least so many of the grams of a word; a few more where grams share a bucket.
 */
export function visitSharing(
  segment: Segment,
  grams: readonly number[],
  least: number,
  visit: (term: number, sharedAtMost: number) => void,
): void {
  const { gramBytes, gramOffset, counts } = segment;
  const buckets: number[] = [];
  for (const gram of grams) {
    const bucket = gram & (counts.gramBuckets - 1);
    if (!buckets.includes(bucket)) buckets.push(bucket);
  }
  if (shared.length < counts.terms) shared = new Uint8Array(counts.terms);
  else shared.fill(0, 0, counts.terms);
  const counters = shared;
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
      const count = counters[candidate]! + 1;
      counters[candidate] = count;
      if (count === fewest) enough.push(candidate);
    }
  }
  // Grams of the word itself that share a bucket were counted once.
  const uncounted = grams.length - buckets.length;
  for (const candidate of enough) visit(candidate, counters[candidate]! + uncounted);
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

function wordsBeginning(segment: Segment, start: Uint8Array, exact: number): Alike[] {
  const found: Alike[] = [];
  for (let term = 0; term < segment.counts.terms; term++) {
    if (term !== exact && segment.termStarts(term, start)) {
      found.push(makeAlike(segment, term, continued));
    }
  }
  return found.sort((a, b) => segment.compareTerms(a.term, b.term));
}
