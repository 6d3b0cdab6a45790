/** Seeded random numbers (mulberry32): the same seed gives the same run, so that a failing run can be repeated. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole number in [min, max]. */
  int(min: number, max: number): number;
  pick<T>(from: readonly T[]): T;
  /** Lower-case letters and digits, first a letter: usable as a class name. */
  hash(length: number): string;
  /** An independent stream, so that one consumer's draws never shift another's. */
  fork(name: string): Random;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const random: Random = {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    pick: (from) => {
      const picked = from[Math.floor(next() * from.length)];
      if (picked === undefined) throw new Error('Cannot pick from an empty list');
      return picked;
    },
    hash: (length) => {
      let out = String.fromCharCode(97 + Math.floor(next() * 26));
      while (out.length < length) out += Math.floor(next() * 36).toString(36);
      return out;
    },
    fork: (name) => createRandom(seed ^ hashOf(name)),
  };
  return random;
}

/** FNV-1a over UTF-16 units: stable, and good enough to keep streams apart. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
