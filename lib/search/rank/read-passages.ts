import type { PlacedSegment } from '../search-index';
import { farStep, passageCodes } from '../segment/layout';
import type { Alike } from './likeness';
import { bitsSet, type PassageBits, passageBits } from './passage-bits';

/** Room for the list in hand; it grows as needed and is used anew. */
export class PassageBuffer {
  /** `passage * passageCodes + code`, ascending. */
  list = new Uint32Array(4_096);

  roomFor(postings: number): Uint32Array {
    if (this.list.length < postings) this.list = new Uint32Array(2 * postings);
    return this.list;
  }
}

const codeBits = Math.log2(passageCodes);
const codeMask = passageCodes - 1;
const stepFrom = farStep * passageCodes;

/** Takes up all passages of a term, by their numbers in the index; returns how many. */
export function readAll(
  { segment, firstPassage }: PlacedSegment,
  { passagesAt, passagesEnd }: Alike,
  buffer: PassageBuffer,
): number {
  const { postingWords } = segment;
  const list = buffer.roomFor(passagesEnd - passagesAt);
  const [shift, mask, farFrom] = [codeBits, codeMask, stepFrom];
  let passage = firstPassage;
  let count = 0;
  for (let at = passagesAt; at < passagesEnd; at++) {
    const value = postingWords[at]!;
    passage += value >>> shift;
    if (value < farFrom) list[count++] = (passage << shift) | (value & mask);
  }
  return count;
}

/** Takes up the wanted passages of a term, by their numbers among the wanted; returns how many. */
export function readWanted(
  { segment }: PlacedSegment,
  alike: Alike,
  wanted: PassageBits,
  buffer: PassageBuffer,
): number {
  const common = passageBits(segment, alike);
  return common === null
    ? readSieved(segment.postingWords, alike, wanted, buffer)
    : readShared(segment.postingWords, alike, common, wanted, buffer);
}

/** Reads the whole list. */
function readSieved(
  postingWords: Uint16Array,
  { passagesAt, passagesEnd }: Alike,
  { bits, before }: PassageBits,
  buffer: PassageBuffer,
): number {
  const list = buffer.roomFor(passagesEnd - passagesAt);
  const [shift, mask, farFrom] = [codeBits, codeMask, stepFrom];
  let passage = 0;
  let count = 0;
  for (let at = passagesAt; at < passagesEnd; at++) {
    const value = postingWords[at]!;
    passage += value >>> shift;
    if (value >= farFrom) continue;
    // Written always, counted when wanted: a branch here would be guessed wrong too often.
    list[count] = (passage << shift) | (value & mask);
    count += (bits[passage >>> 5]! >>> (passage & 31)) & 1;
  }
  for (let i = 0; i < count; i++) {
    const found = list[i]! >>> shift;
    const word = found >>> 5;
    const number = before[word]! + bitsSet(bits[word]! & ((1 << (found & 31)) - 1));
    list[i] = (number << shift) | (list[i]! & mask);
  }
  return count;
}

/** Reads of the list what stands in both. */
function readShared(
  postingWords: Uint16Array,
  { passagesAt, passagesEnd }: Alike,
  { bits: held, before: heldBefore }: PassageBits,
  { bits, before }: PassageBits,
  buffer: PassageBuffer,
): number {
  const list = buffer.roomFor(passagesEnd - passagesAt);
  const [shift, mask] = [codeBits, codeMask];
  let count = 0;
  for (let word = 0; word < bits.length; word++) {
    for (let rest = held[word]! & bits[word]!; rest !== 0; rest &= rest - 1) {
      const below = (rest & -rest) - 1;
      const at = passagesAt + heldBefore[word]! + bitsSet(held[word]! & below);
      const number = before[word]! + bitsSet(bits[word]! & below);
      list[count++] = (number << shift) | (postingWords[at]! & mask);
    }
  }
  return count;
}
