import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unknownWord, WordTable } from './word-table';

const plain = fc.string({ unit: fc.constantFrom(...'abcyz019'), minLength: 1, maxLength: 9 });

describe('WordTable', () => {
  it('finds what was put in, wherever it stands and however it is written, and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(plain, { maxLength: 6_000, size: 'max' }), plain, (words, other) => {
        const table = new WordTable();
        for (const [at, word] of words.entries()) expect(table.add(word, at)).toBe(true);
        for (const [at, word] of words.entries()) {
          expect(table.find(`a ${word.toUpperCase()}b`, 2, 2 + word.length)).toBe(at);
        }
        expect(table.find(other, 0, other.length)).toBe(
          words.includes(other) ? words.indexOf(other) : unknownWord,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('takes plain words only', () => {
    const table = new WordTable();
    expect(['grün', 'sku-1', 'Capital', ''].map((word) => table.add(word, 1))).toEqual(Array(4).fill(false));
    expect(table.find('grün', 0, 4)).toBe(unknownWord);
  });
});
