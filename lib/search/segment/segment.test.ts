import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testDocument } from '../document-fixture';
import { buildSegment } from './builder';
import { segmentVersion } from './layout';
import { openSegment } from './open';

const documents = ['refund', 'delivery', 'warranty'].map((word, i) =>
  testDocument({
    articleId: `a${i}`,
    title: `About ${word}`,
    body: `## ${word}\n\nOur ${word} terms are these. `.repeat(3),
    askedAs: [`how does ${word} work`],
  }),
);

describe('openSegment', () => {
  it('opens what was built, without reading it through', () => {
    const opened = openSegment(buildSegment(documents));
    expect(opened.ok && opened.value.counts.articles).toBe(3);
    expect(opened.ok && opened.value.findArticle('a1')).toBe(1);
    expect(opened.ok && opened.value.findTerm('warranti')).toBeGreaterThanOrEqual(0);
  });

  it('opens a segment of nothing', () => {
    const opened = openSegment(buildSegment([]));
    expect(opened.ok && opened.value.counts.articles).toBe(0);
    expect(opened.ok && opened.value.findTerm('refund')).toBe(-1);
  });

  it('refuses a segment with any byte changed', () => {
    const good = buildSegment(documents);
    fc.assert(
      fc.property(fc.nat(good.byteLength - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bad = good.slice(0);
        new Uint8Array(bad)[at]! ^= flip;
        expect(openSegment(bad).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a segment cut short or grown', () => {
    const good = buildSegment(documents);
    for (const length of [0, 3, 4, 12, 100, good.byteLength - 4])
      expect(openSegment(good.slice(0, length)).ok).toBe(false);
    const grown = new Uint8Array(good.byteLength + 4);
    grown.set(new Uint8Array(good));
    expect(openSegment(grown.buffer)).toEqual({ ok: false, error: { code: 'damaged' } });
  });

  it('names the version of a segment that another release wrote', () => {
    const other = buildSegment(documents);
    new Uint32Array(other)[1] = segmentVersion + 1;
    expect(openSegment(other)).toEqual({
      ok: false,
      error: { code: 'other-version', found: segmentVersion + 1 },
    });
  });

  it('refuses what is no segment at all', () => {
    expect(openSegment(new TextEncoder().encode('{"hello":"world!"}  ').buffer)).toEqual({
      ok: false,
      error: { code: 'not-a-segment' },
    });
  });
});
