import { stopMark } from '../analysis/analyze';

/** Character 4-grams of a term with its edges marked; the second view on words, for typos, compounds and inflections. */
export const gramLength = 4;
/** Shorter terms share too little to be told apart by grams. */
const shortestTerm = 4;
const digit = /\p{N}/u;

/** Stop words (marked with U+0002) have no likeness either. A code with one digit wrong is another order, not a typo: nothing with digits is matched by likeness. */
export function hasGrams(term: string): boolean {
  return term.length >= shortestTerm && !term.startsWith(stopMark) && !digit.test(term);
}

/** Hashes of the distinct grams, for use modulo a power of two. */
export function gramHashes(term: string): number[] {
  const padded = `^${term}$`;
  const hashes: number[] = [];
  for (let i = 0; i + gramLength <= padded.length; i++) {
    let hash = 0x811c9dc5;
    for (let j = i; j < i + gramLength; j++) hash = Math.imul(hash ^ padded.charCodeAt(j), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    hash = (hash ^ (hash >>> 13)) >>> 0;
    if (!hashes.includes(hash)) hashes.push(hash);
  }
  return hashes;
}

/** Bits of a bit mask. */
const mostWindows = 31;

/**
 * The distinct grams of a term as four bytes each, first letter highest; `null` for letters beyond ASCII and for very
 * long words, which are compared by hash.
 */
export function gramWindows(term: string): readonly number[] | null {
  const padded = `^${term}$`;
  const windows = new Set<number>();
  let window = 0;
  for (let i = 0; i < padded.length; i++) {
    const code = padded.charCodeAt(i);
    if (code > 0x7f) return null;
    window = (window << 8) | code;
    if (i >= gramLength - 1) windows.add(window);
  }
  return windows.size > mostWindows ? null : [...windows];
}

/** How many of the given windows stand in the bytes of a term, each counted once; -1 for letters beyond ASCII. */
export function countWindows(
  bytes: Uint8Array,
  from: number,
  to: number,
  windows: readonly number[],
): number {
  let window = edgeBefore;
  let seen = 0;
  let count = 0;
  for (let i = from; i <= to; i++) {
    const byte = i === to ? edgeAfter : bytes[i]!;
    if (byte > 0x7f) return -1;
    window = (window << 8) | byte;
    if (i - from < gramLength - 2) continue;
    const at = windows.indexOf(window);
    if (at === -1 || (seen & (1 << at)) !== 0) continue;
    seen |= 1 << at;
    count++;
  }
  return count;
}

const edgeBefore = '^'.charCodeAt(0);
const edgeAfter = '$'.charCodeAt(0);
