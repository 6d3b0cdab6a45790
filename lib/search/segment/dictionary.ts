import { ByteWriter } from './bytes';
import { gramHashes, hasGrams } from './grams';
import { hashBytes, powerOfTwo } from './layout';
import type { PostingLists } from './posting-lists';

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
/** A word of 64 letters in UTF-8, several times over. */
const scratch = new Uint8Array(1_024);

/** Orders the terms that articles hold by hash bucket; writes terms, postings and the gram lists that lead to them. */
export function writeDictionary(lists: PostingLists): DictionarySections {
  const { terms } = lists;
  const encode = (entry: number) => scratch.subarray(0, encoder.encodeInto(terms[entry]!, scratch).written);
  const hashes = new Uint32Array(terms.length);
  const held: number[] = [];
  for (let entry = 0; entry < terms.length; entry++) {
    if (lists.articlesOf(entry) === 0) continue;
    hashes[entry] = hashBytes(encode(entry));
    held.push(entry);
  }
  const termBuckets = powerOfTwo(held.length / 2);
  const mask = termBuckets - 1;
  const order = Uint32Array.from(held).sort((a, b) => {
    const [x, y] = [hashes[a]!, hashes[b]!];
    return (x & mask) - (y & mask) || x - y || (terms[a]! < terms[b]! ? -1 : 1);
  });

  const termBucket = new Uint32Array(termBuckets + 1);
  const termOffset = new Uint32Array(order.length + 1);
  const postingOffset = new Uint32Array(order.length + 1);
  const termBytes = new ByteWriter(order.length * 8);
  const postingBytes = new ByteWriter(lists.length + order.length * 4);
  order.forEach((entry, i) => {
    termBucket[(hashes[entry]! & mask) + 1] = i + 1;
    termOffset[i] = termBytes.length;
    termBytes.append(encode(entry));
    postingOffset[i] = postingBytes.length;
    postingBytes.varint(lists.articlesOf(entry));
    postingBytes.varint(lists.titleBytes(entry));
    lists.writeTitles(entry, postingBytes);
    if (postingBytes.length % 2 === 1) postingBytes.byte(0);
    lists.writePassages(entry, postingBytes);
  });
  for (let i = 1; i <= termBuckets; i++) termBucket[i] = Math.max(termBucket[i]!, termBucket[i - 1]!);
  termOffset[order.length] = termBytes.length;
  postingOffset[order.length] = postingBytes.length;

  const grams = writeGrams(Array.from(order, (entry) => terms[entry]!));
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
