import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexOf, testDocument } from '../document-fixture';
import { makeAlike } from './likeness';
import { countBits, passageBits } from './passage-bits';
import { PassageBuffer, readAll, readWanted } from './read-passages';

const articles = 400;
/** In every second, ninth and fortieth article, once or more often: common words and a rare one. */
const every = { lamp: 2, brick: 9, pillow: 40 };
const index = indexOf(
  Array.from({ length: articles }, (_, i) =>
    testDocument({
      articleId: `a${i}`,
      title: '',
      body: Object.entries(every)
        .flatMap(([word, step]) =>
          i % step === 0 ? Array.from({ length: 1 + (i % 5) }, () => word) : ['sand'],
        )
        .join(' '),
    }),
  ),
);
const [place] = index.placed;
const { segment } = place!;
const alikeOf = (word: string) => makeAlike(segment, segment.findTerm(word), 1);

/** Numbers and codes that a reader took up. */
function taken(read: (buffer: PassageBuffer) => number): [number, number][] {
  const buffer = new PassageBuffer();
  const count = read(buffer);
  return Array.from(buffer.list.subarray(0, count), (posting) => [posting >>> 3, posting & 7]);
}

describe('reading the wanted passages of a word', () => {
  it('keeps bits of common words only', () => {
    expect(Object.keys(every).map((word) => segment.findTerm(word))).not.toContain(-1);
    const kept = Object.keys(every).map((word) => passageBits(segment, alikeOf(word)) !== null);
    expect(kept).toEqual([true, true, false]);
  });

  it('gives those that a full reading gives, numbered among the wanted', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(segment.counts.passages - 1), { minLength: 1, maxLength: 300 }),
        fc.constantFrom(...Object.keys(every)),
        fc.nat(1_000),
        (chosen, word, start) => {
          const bits = new Uint32Array((segment.counts.passages + 31) >>> 5);
          for (const passage of chosen) bits[passage >>> 5]! |= 1 << (passage & 31);
          const wanted = countBits(bits, start);
          const numberOf = new Map(
            [...chosen].sort((a, b) => a - b).map((passage, i) => [passage, start + i]),
          );
          const alike = alikeOf(word);
          const expected = taken((buffer) => readAll(place!, alike, buffer)).flatMap(([passage, code]) =>
            numberOf.has(passage) ? [[numberOf.get(passage)!, code]] : [],
          );
          expect(alike.passagesEnd - alike.passagesAt).toBeGreaterThanOrEqual(
            articles / every[word as keyof typeof every],
          );
          expect(taken((buffer) => readWanted(place!, alike, wanted, buffer))).toEqual(expected);
        },
      ),
    );
  });
});
