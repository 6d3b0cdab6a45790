import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchDocument } from './contract';
import { testDocument } from './document-fixture';
import { search } from './search';
import { createIndex } from './search-index';
import { buildSegment } from './segment/builder';
import { mergeSegments } from './segment/merge';
import { openSegment, type Segment } from './segment/open';

const words =
  'refund refunds delivery deliver parcel warranty kettle lamp order orders late broken card invoice how do I'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 })
  .map((picked) => picked.join(' '));
const content = fc.record({
  title: sentence,
  body: fc.array(sentence, { maxLength: 6 }).map((lines) => lines.join('\n')),
  askedAs: fc.array(sentence, { maxLength: 2 }),
});
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('put' as const), id: fc.nat(9), content }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), id: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('merge' as const),
      from: fc.nat(3),
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
);

interface Part {
  segment: Segment;
  deletes: Uint8Array;
}

function open(bytes: ArrayBuffer): Part {
  const opened = openSegment(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  return { segment: opened.value, deletes: new Uint8Array(Math.ceil(opened.value.counts.articles / 8)) };
}

function drop(parts: readonly Part[], id: string): void {
  for (const { segment, deletes } of parts) {
    const article = segment.findArticle(id);
    if (article !== -1) deletes[article >>> 3]! |= 1 << (article & 7);
  }
}

/** What a query gives, from an index in parts and from one built at once. */
function bothWays(parts: readonly Part[], documents: readonly SearchDocument[], text: string) {
  const inParts = createIndex(
    parts.map(({ segment }) => segment),
    parts.map(({ deletes }) => deletes),
  );
  const atOnce = createIndex([open(buildSegment(documents)).segment]);
  return [search(inParts, { text, limit: 20 }), search(atOnce, { text, limit: 20 })] as const;
}

describe('an index built by any sequence of adds, edits, deletes and merges', () => {
  it('ranks as one built at once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), sentence, (steps, text) => {
        let parts: Part[] = [];
        const documents = new Map<string, SearchDocument>();
        for (const each of steps) {
          if (each.do === 'merge') {
            const chosen = parts.slice(each.from, each.from + each.count);
            if (chosen.length === 0) continue;
            const merged = mergeSegments(
              chosen.map(({ segment }) => segment),
              chosen.map(({ deletes }) => deletes),
            );
            parts = parts.filter((part) => !chosen.includes(part));
            if (merged.articles > 0) parts.push(open(merged.bytes));
            continue;
          }
          const id = `article-${each.id}`;
          drop(parts, id);
          documents.delete(id);
          if (each.do === 'delete') continue;
          const document = testDocument({ articleId: id, ...each.content });
          documents.set(id, document);
          parts.push(open(buildSegment([document])));
        }
        const [inParts, atOnce] = bothWays(parts, [...documents.values()], text);
        expect(inParts).toEqual(atOnce);
      }),
      { numRuns: 300 },
    );
  });

  it('ranks so too where the best articles lend their words', () => {
    const documents = Array.from({ length: 200 }, (_, i) =>
      testDocument({
        articleId: `a${i}`,
        title: words[i % words.length]!,
        body: `${words[(i * 7) % words.length]} ${words[(i * 3) % words.length]} number${i % 40} ${words[(i * 5 + 1) % words.length]}`,
      }),
    );
    const parts = [open(buildSegment(documents.slice(0, 60))), open(buildSegment(documents.slice(40, 200)))];
    for (const document of documents.slice(40, 60)) drop(parts.slice(0, 1), document.articleId);
    const [inParts, atOnce] = bothWays(parts, documents, 'late parcel refunds');
    expect(inParts).toEqual(atOnce);
    expect(atOnce.hits.length).toBe(20);
  });

  it('judges by the same lists of wordings', () => {
    const list = (i: number, version: number) =>
      testDocument({
        articleId: `list-${i}`,
        body: Array.from(
          { length: 6 },
          (_, line) =>
            `${words[i]} my ${words[(i + version) % words.length]} ${words[(i * 5 + line * version) % words.length]}`,
        ).join('\n'),
      });
    const documents = Array.from({ length: 12 }, (_, i) => list(i, 3));
    const older = documents.slice(2, 9).map((_, i) => list(i + 2, 7));
    const parts = [
      open(buildSegment([documents[0]!, ...older])),
      open(buildSegment(documents.slice(5))),
      open(buildSegment(documents.slice(1, 5).reverse())),
    ];
    for (const { articleId } of older) drop(parts.slice(0, 1), articleId);
    const levels = new Set<string>();
    for (const first of words) {
      for (const second of ['refund', 'my order', 'how do I pay', 'unknown gadget']) {
        const [inParts, atOnce] = bothWays(parts, documents, `${first} ${second}`);
        expect(inParts).toEqual(atOnce);
        levels.add(atOnce.evidence);
      }
    }
    expect([...levels].sort()).toEqual(['none', 'strong', 'weak']);
  });
});
