import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testDocument } from '../document-fixture';
import { carryOver, fill, missingOf, toBlock } from './article-vectors';
import { openBlock, vectorAt } from './block';
import { isEmbeddable, passagesToEmbed } from './embeddable';
import { mostDimensions, product, quantise, quantiseQuery } from './quantise';

const numbers = fc.float({ min: -4, max: 4, noNaN: true });
const twoVectors = fc
  .integer({ min: 1, max: 96 })
  .chain((length) =>
    fc.tuple(
      fc.array(numbers, { minLength: length, maxLength: length }),
      fc.array(numbers, { minLength: length, maxLength: length }),
    ),
  );

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, number, i) => sum + number * b[i]!, 0);
  return dot / Math.hypot(...a) / Math.hypot(...b);
}

describe('a vector in bytes', () => {
  it('keeps the cosine within the bound that its scale gives', () => {
    fc.assert(
      fc.property(twoVectors, ([a, b]) => {
        fc.pre(Math.hypot(...a) > 1e-3 && Math.hypot(...b) > 1e-3);
        const stored = quantise(a);
        const query = quantiseQuery(b);
        const found = product(query.codes, stored.codes, 0) * stored.scale * query.scale;
        const root = Math.sqrt(a.length);
        const bound = ((stored.scale + query.scale) / 2) * root + (stored.scale * query.scale * a.length) / 4;
        expect(Math.abs(found - cosine(a, b))).toBeLessThanOrEqual(bound + 1e-6);
      }),
    );
  });

  it('is off by little where it counts: unlike vectors of 768 numbers stay in their order', () => {
    let seed = 7;
    const next = () => (seed = (Math.imul(seed, 48_271) >>> 0) % 2_147_483_647) / 2_147_483_647 - 0.5;
    const vector = () => Array.from({ length: 768 }, next);
    const question = vector();
    const errors = Array.from({ length: 50 }, () => {
      const other = vector().map((number, i) => number + question[i]! * Math.abs(next()));
      const stored = quantise(other);
      const query = quantiseQuery(question);
      return Math.abs(
        product(query.codes, stored.codes, 0) * stored.scale * query.scale - cosine(other, question),
      );
    });
    expect(Math.max(...errors)).toBeLessThan(0.001);
  });

  it('never leaves 32 bits, at the most numbers that are taken', () => {
    const all = new Float32Array(mostDimensions).fill(1);
    const stored = quantise(all);
    const query = quantiseQuery(all);
    expect(product(query.codes, stored.codes, 0)).toBe(127 * 2_047 * mostDimensions);
    expect(product(query.codes, stored.codes, 0) * stored.scale * query.scale).toBeCloseTo(1, 6);
  });

  it.each([[[0, 0, 0]], [[Number.NaN, 1]], [[Number.POSITIVE_INFINITY, 1]], [[]]])(
    'says of %j that it has no direction',
    (vector) => expect(quantise(vector).scale).toBe(0),
  );
});

const body = [
  '# Returns',
  'You may send a lamp back within thirty days of the day it came. '.repeat(8),
  '# Repairs',
  'A kettle that leaks is repaired or replaced by us, whichever is faster. '.repeat(8),
  '# Gifts',
  'Gift cards hold their worth for three years from the day they were bought. '.repeat(8),
].join('\n\n');
const article = (change: Partial<ReturnType<typeof testDocument>> = {}) =>
  testDocument({ articleId: 'a', title: 'Good to know', body, ...change });
const axis = (i: number) => Float32Array.from({ length: 4 }, (_, at) => (at === i % 4 ? 1 : 0));

function embedded(document = article()) {
  const vectors = carryOver(document, null);
  for (const ordinal of missingOf(vectors)) fill(vectors, ordinal, axis(ordinal));
  return toBlock(vectors, 4);
}

describe('the vectors of an article', () => {
  it('come back as they were stored', () => {
    const block = openBlock(embedded(article({ articleVersion: 7 })))!;
    expect(block).toMatchObject({ articleVersion: 7, dimensions: 4, passages: 3 });
    expect([...vectorAt(block, 1)!.codes]).toEqual([0, 127, 0, 0]);
    expect(vectorAt(block, 1)!.hash).toEqual(passagesToEmbed(article())[1]!.hash);
  });

  it('are refused when any byte of them changed, or when they are cut', () => {
    const bytes = embedded();
    for (let at = 0; at < bytes.byteLength; at++) {
      const damaged = bytes.slice(0);
      new Uint8Array(damaged)[at]! ^= 0x10;
      expect(openBlock(damaged), `byte ${at}`).toBeNull();
    }
    for (const length of [0, 3, 4, 24, bytes.byteLength - 4, bytes.byteLength - 1])
      expect(openBlock(bytes.slice(0, length)), `${length} bytes`).toBeNull();
  });

  it('ask only for what an edit changed, and drop what it took out', () => {
    const stored = openBlock(embedded());
    const edited = carryOver(article({ articleVersion: 2, body: body.replaceAll('leaks', 'drips') }), stored);
    expect([missingOf(edited), edited.isChanged]).toEqual([[1], true]);
    const shorter = carryOver(
      article({ articleVersion: 2, body: body.slice(body.indexOf('# Repairs')) }),
      stored,
    );
    expect([missingOf(shorter), shorter.isChanged]).toEqual([[], true]);
    expect(openBlock(toBlock(shorter, 4))).toMatchObject({ articleVersion: 2, passages: 2 });
    expect([...vectorAt(openBlock(toBlock(shorter, 4))!, 0)!.codes]).toEqual([0, 127, 0, 0]);
  });

  it('ask for all of it when the title changed, which every passage is read under', () => {
    expect(missingOf(carryOver(article({ title: 'Better to know' }), openBlock(embedded())))).toEqual([
      0, 1, 2,
    ]);
  });

  it('ask for nothing when nothing changed, nor when only the number of the version did', () => {
    const stored = openBlock(embedded());
    expect(carryOver(article(), stored)).toMatchObject({ isChanged: false });
    expect(missingOf(carryOver(article({ articleVersion: 2 }), stored))).toEqual([]);
    expect(carryOver(article({ articleVersion: 2 }), stored).isChanged).toBe(true);
  });

  it('can be stored half done, and go on from there', () => {
    const begun = carryOver(article(), null);
    fill(begun, 1, axis(1));
    const again = carryOver(article(), openBlock(toBlock(begun, 4)));
    expect([missingOf(again), again.isChanged]).toEqual([[0, 2], false]);
  });

  it('remember a text that the endpoint does not take, so that it is not sent again', () => {
    const begun = carryOver(article(), null);
    fill(begun, 0, null);
    const again = carryOver(article(), openBlock(toBlock(begun, 4)));
    expect(missingOf(again)).toEqual([1, 2]);
    expect(again.vectors[0]!.scale).toBe(0);
  });
});

describe('what may be embedded', () => {
  it('is what a draft for a customer may show a model: published and public, and no example', () => {
    expect(isEmbeddable(article())).toBe(true);
    for (const change of [
      { audience: 'internal' },
      { audience: 'restricted' },
      { status: 'draft' },
      { status: 'archived' },
      { kind: 'example' },
    ] as const)
      expect(isEmbeddable(article(change)), JSON.stringify(change)).toBe(false);
  });

  it('holds title, headings and the passage, and no question that a customer asked', () => {
    const [first] = passagesToEmbed(article({ askedAs: ['my cousin Odalys wants a refund'] }));
    expect(first!.text).toMatch(/^Good to know\nReturns\n# Returns\n\nYou may send/);
    expect(JSON.stringify(passagesToEmbed(article({ askedAs: ['my cousin Odalys'] })))).not.toContain(
      'Odalys',
    );
  });

  it('tells texts apart, and takes emoji and lone surrogates', () => {
    const hashes = ['', 'a', 'b', 'ab', 'ba', '😀', 'é', 'e'].map((title) =>
      JSON.stringify(passagesToEmbed({ title, body: 'x' })[0]!.hash),
    );
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(passagesToEmbed({ title: '\ud800', body: 'x' })[0]!.text.isWellFormed()).toBe(true);
  });
});
