import { gramHashes, hasGrams } from '../segment/grams';
import type { Segment } from '../segment/open';

export interface Alike {
  /** Term number in the segment. */
  readonly term: number;
  readonly text: string;
  /** 1 for the word itself, else above the least likeness. */
  readonly similarity: number;
}

/** Below this, words share a few letters and no meaning. */
const leastLikeness = 0.4;

/**
 * The words of a segment that a query word stands for: itself, and words that share enough of its 4-grams (typos,
 * compounds, inflections the stemmer misses). Depends on the two words alone, so that it is the same in every segment.
 */
export function wordsAlike(segment: Segment, term: string, begins = false): Alike[] {
  const exact = segment.findTerm(term);
  const found: Alike[] = exact === -1 ? [] : [{ term: exact, text: term, similarity: 1 }];
  if (begins) return [...found, ...wordsBeginning(segment, term, exact)];
  if (!hasGrams(term) || segment.counts.terms === 0) return found;
  const grams = gramHashes(term);
  const mask = segment.counts.gramBuckets - 1;
  const buckets = [...new Set(grams.map((hash) => hash & mask))];
  const shared = new Map<number, number>();
  for (const bucket of buckets) {
    let at = segment.gramOffset[bucket]!;
    const end = segment.gramOffset[bucket + 1]!;
    let candidate = 0;
    while (at < end) {
      let gap = 0;
      let shift = 0;
      let byte = segment.gramBytes[at++]!;
      while (byte > 0x7f) {
        gap |= (byte & 0x7f) << shift;
        shift += 7;
        byte = segment.gramBytes[at++]!;
      }
      candidate += gap | (byte << shift);
      shared.set(candidate, (shared.get(candidate) ?? 0) + 1);
    }
  }
  const fewest = leastLikeness * Math.min(grams.length, buckets.length);
  for (const [candidate, count] of shared) {
    if (candidate === exact || count < fewest) continue;
    const text = segment.termAt(candidate);
    const similarity = likeness(grams, text);
    if (similarity >= leastLikeness) found.push({ term: candidate, text, similarity });
  }
  // One order in every segment: sums of floats depend on it.
  return found.sort((a, b) => b.similarity - a.similarity || (a.text < b.text ? -1 : 1));
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
      found.push({ term, text: segment.termAt(term), similarity: continued });
    }
  }
  return found.sort((a, b) => (a.text < b.text ? -1 : 1));
}
