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
