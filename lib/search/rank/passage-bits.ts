import { farStep, passageCodes } from '../segment/layout';
import type { Segment } from '../segment/open';
import type { Alike } from './likeness';

/** Passages of a segment as bits, lowest first, and how many stand before each 32 of them. */
export interface PassageBits {
  readonly bits: Uint32Array;
  readonly before: Uint32Array;
}

/** From this share of a segment's passages on, a word's bits are kept: a look at them costs less than reading the list. */
const commonFrom = 1 / 16;
/** Kept a segment, oldest out first: 25 kB each with 100,000 passages. */
const mostKept = 128;

const remembered = new WeakMap<Segment, Map<number, PassageBits | null>>();

/**
 * The passages of a common word as bits. Tickets bring the same common words again and again, each in a tenth of all
 * passages; what is asked of them is in which few of the passages in the running they stand. `null`: the list of a rarer
 * word, or one with steps in it, is to be read.
 */
export function passageBits(segment: Segment, alike: Alike): PassageBits | null {
  if (alike.passagesEnd - alike.passagesAt < commonFrom * segment.counts.passages) return null;
  let known = remembered.get(segment);
  if (!known) remembered.set(segment, (known = new Map()));
  let found = known.get(alike.term);
  if (found === undefined) {
    if (known.size === mostKept) known.delete(known.keys().next().value!);
    known.set(alike.term, (found = readBits(segment, alike)));
  }
  return found;
}

function readBits({ postingWords, counts }: Segment, { passagesAt, passagesEnd }: Alike): PassageBits | null {
  const bits = new Uint32Array((counts.passages + 31) >>> 5);
  let passage = 0;
  for (let at = passagesAt; at < passagesEnd; at++) {
    const value = postingWords[at]!;
    // A step holds no passage: the place of a posting would not tell its number.
    if (value >= farStep * passageCodes) return null;
    passage += Math.floor(value / passageCodes);
    bits[passage >>> 5]! |= 1 << (passage & 31);
  }
  return countBits(bits, 0);
}

/** `start`: how many stand before all of them. */
export function countBits(bits: Uint32Array, start: number): PassageBits {
  const before = new Uint32Array(bits.length);
  let count = start;
  for (let word = 0; word < bits.length; word++) {
    before[word] = count;
    count += bitsSet(bits[word]!);
  }
  return { bits, before };
}

/** Counted by pairs, fours and eights, which are then added up in the highest byte. */
export function bitsSet(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
