import { ByteWriter } from './bytes';
import { gramHashes, hasGrams } from './grams';
import { hashBytes, powerOfTwo } from './layout';

/** Finished postings of one term, ready to be written. */
export interface TermPostings {
  readonly term: string;
  /** Articles that hold the term in any field. */
  readonly articleCount: number;
  readonly passageBytes: Uint8Array;
  readonly titleBytes: Uint8Array;
}

export interface DictionarySections {
  readonly terms: number;
  readonly termBuckets: number;
  readonly gramBuckets: number;
  readonly termBucket: Uint32Array;
  readonly termOffset: Uint32Array;
  readonly termBytes: Uint8Array;
  readonly postingOffset: Uint32Array;
  readonly postingBytes: Uint8Array;
  readonly gramOffset: Uint32Array;
  readonly gramBytes: Uint8Array;
}

const encoder = new TextEncoder();

/** Orders the terms by hash bucket and writes terms, postings and the gram lists that lead to them. */
export function writeDictionary(postings: readonly TermPostings[]): DictionarySections {
  const termBuckets = powerOfTwo(postings.length / 2);
  const order = postings.map((entry) => {
    const bytes = encoder.encode(entry.term);
    return { entry, bytes, hash: hashBytes(bytes) };
  });
  const mask = termBuckets - 1;
  order.sort(
    (a, b) => (a.hash & mask) - (b.hash & mask) || a.hash - b.hash || (a.entry.term < b.entry.term ? -1 : 1),
  );

  const termBucket = new Uint32Array(termBuckets + 1);
  const termOffset = new Uint32Array(order.length + 1);
  const postingOffset = new Uint32Array(order.length + 1);
  const termBytes = new ByteWriter(order.length * 8);
  const postingBytes = new ByteWriter(order.length * 16);
  order.forEach(({ entry, bytes, hash }, i) => {
    termBucket[(hash & mask) + 1] = i + 1;
    termOffset[i] = termBytes.length;
    termBytes.append(bytes);
    postingOffset[i] = postingBytes.length;
    postingBytes.varint(entry.articleCount);
    postingBytes.varint(entry.titleBytes.length);
    postingBytes.append(entry.titleBytes);
    if (postingBytes.length % 2 === 1) postingBytes.byte(0);
    postingBytes.append(entry.passageBytes);
  });
  for (let i = 1; i <= termBuckets; i++) termBucket[i] = Math.max(termBucket[i]!, termBucket[i - 1]!);
  termOffset[order.length] = termBytes.length;
  postingOffset[order.length] = postingBytes.length;

  const grams = writeGrams(order.map(({ entry }) => entry.term));
  return {
    terms: order.length,
    termBuckets,
    termBucket,
    termOffset,
    termBytes: termBytes.view(),
    postingOffset,
    postingBytes: postingBytes.view(),
    ...grams,
  };
}

/** Each bucket lists the terms that have a gram in it, as varint gaps. */
function writeGrams(terms: readonly string[]) {
  const gramBuckets = powerOfTwo(Math.min(terms.length, 16_384));
  const mask = gramBuckets - 1;
  // Two passes over flat arrays (count, then place): a list object per bucket costs more than all the rest.
  const bucketOf: number[] = [];
  const termOf: number[] = [];
  const starts = new Uint32Array(gramBuckets + 1);
  terms.forEach((term, i) => {
    if (!hasGrams(term)) return;
    for (const bucket of new Set(gramHashes(term).map((hash) => hash & mask))) {
      bucketOf.push(bucket);
      termOf.push(i);
      starts[bucket + 1]!++;
    }
  });
  for (let i = 0; i < gramBuckets; i++) starts[i + 1]! += starts[i]!;
  const placed = new Uint32Array(termOf.length);
  const next = starts.slice();
  for (let i = 0; i < termOf.length; i++) placed[next[bucketOf[i]!]!++] = termOf[i]!;
  const gramOffset = new Uint32Array(gramBuckets + 1);
  const gramBytes = new ByteWriter(termOf.length * 2);
  for (let bucket = 0; bucket < gramBuckets; bucket++) {
    gramOffset[bucket] = gramBytes.length;
    let previous = 0;
    for (let i = starts[bucket]!; i < starts[bucket + 1]!; i++) {
      gramBytes.varint(placed[i]! - previous);
      previous = placed[i]!;
    }
  }
  gramOffset[gramBuckets] = gramBytes.length;
  return { gramBuckets, gramOffset, gramBytes: gramBytes.view() };
}
