import { grown } from './bytes';

/** Answered for a word that is not in the table. */
export const unknownWord = -2;

/**
 * A number for each plain lower-case ASCII word, found by where the word stands in a text: reading 50 MB would make a
 * string for each of its eight million words only to look it up.
 */
export class WordTable {
  /** By hash: number of the word plus 1; 0 is free. Open addressing, at most half full. */
  private slots = new Uint32Array(1 << 12);
  private letters = new Uint8Array(1 << 14);
  /** Where each word's letters begin; one more for the end of the last. */
  private starts = new Uint32Array(1 << 11);
  private values = new Int32Array(1 << 11);
  private words = 0;

  /** Capitals count as small letters. */
  find(text: string, start: number, end: number): number {
    let hash = seed;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ small(text.charCodeAt(i)), prime);
    const mask = this.slots.length - 1;
    for (let slot = spreadOf(hash) & mask; ; slot = (slot + 1) & mask) {
      const word = this.slots[slot]! - 1;
      if (word === -1) return unknownWord;
      if (this.isAt(word, text, start, end)) return this.values[word]!;
    }
  }

  /** Takes a word that is not in the table yet; `false`: it is no plain one. */
  add(word: string, value: number): boolean {
    if (!/^[a-z0-9]+$/.test(word)) return false;
    if (2 * (this.words + 1) > this.slots.length) this.spread();
    if (this.words + 1 === this.values.length) {
      this.starts = grown(this.starts);
      this.values = grown(this.values);
    }
    const from = this.starts[this.words]!;
    if (from + word.length > this.letters.length) this.letters = grown(this.letters);
    for (let i = 0; i < word.length; i++) this.letters[from + i] = word.charCodeAt(i);
    this.values[this.words] = value;
    this.starts[++this.words] = from + word.length;
    this.place(this.words - 1);
    return true;
  }

  private isAt(word: number, text: string, start: number, end: number): boolean {
    const from = this.starts[word]!;
    if (this.starts[word + 1]! - from !== end - start) return false;
    for (let i = start; i < end; i++) {
      if (this.letters[from + i - start] !== small(text.charCodeAt(i))) return false;
    }
    return true;
  }

  private place(word: number): void {
    let hash = seed;
    for (let i = this.starts[word]!; i < this.starts[word + 1]!; i++)
      hash = Math.imul(hash ^ this.letters[i]!, prime);
    const mask = this.slots.length - 1;
    let slot = spreadOf(hash) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = word + 1;
  }

  private spread(): void {
    this.slots = new Uint32Array(2 * this.slots.length);
    for (let word = 0; word < this.words; word++) this.place(word);
  }
}

/** FNV-1a, whose low bits tell too little of the last letters. */
const seed = 0x811c9dc5;
const prime = 0x01000193;
const spreadOf = (hash: number): number => hash ^ (hash >>> 15);

const small = (code: number): number => (code >= 65 && code <= 90 ? code | 32 : code);
