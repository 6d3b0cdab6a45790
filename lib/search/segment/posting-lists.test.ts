import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from './bytes';
import { PostingLists } from './posting-lists';

/** What a list holds, as another writer would write it. */
function words(passages: readonly number[]): number[] {
  let last = 0;
  return passages.flatMap((passage) => {
    const bytes: number[] = [];
    let gap = passage - last;
    for (; gap >= 0x1fff; gap -= 0x1fff) bytes.push(0xf8, 0xff);
    last = passage;
    return [...bytes, (gap * 8 + 1) & 0xff, (gap * 8 + 1) >>> 8];
  });
}

describe('PostingLists', () => {
  it('give back each list whole, however long, also when they are filled again', () => {
    const list = fc.record({
      first: fc.nat(30_000),
      step: fc.integer({ min: 1, max: 40 }),
      count: fc.nat(3_000),
    });
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 8 }), (all) => {
        const lists = new PostingLists();
        for (const round of [1, 2]) {
          const wanted = all.map(({ first, step, count }) =>
            Array.from({ length: count }, (_, at) => first * round + at * step),
          );
          const longest = Math.max(...wanted.map(({ length }) => length));
          for (let at = 0; at < longest; at++) {
            wanted.forEach((passages, each) => {
              if (at < passages.length) lists.addPassage(lists.find(`word${each}`), passages[at]!, 1);
            });
          }
          wanted.forEach((passages, each) => {
            const out = new ByteWriter();
            lists.writePassages(lists.find(`word${each}`), out);
            expect([...out.view()]).toEqual(words(passages));
          });
          expect(lists.length).toBe(wanted.reduce((sum, passages) => sum + words(passages).length, 0));
          lists.clear();
          expect(lists.length).toBe(0);
        }
      }),
      { numRuns: 30 },
    );
  });
});
