/** Passages of a segment as bits, lowest first, and how many stand before each 32 of them. */
export interface PassageBits {
  readonly bits: Uint32Array;
  readonly before: Uint32Array;
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
