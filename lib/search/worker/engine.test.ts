import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '@/lib/result';
import type { SearchDocument } from '../contract';
import { testDocument } from '../document-fixture';
import { carryOver, fill, missingOf, toBlock } from '../meaning/article-vectors';
import { buildIndex } from './build-index';
import { SearchEngine } from './engine';
import { createLock, MemoryIndexStorage } from './memory-storage';
import type { IndexState } from './protocol';

const never = new AbortController().signal;

function createEngine(storage = new MemoryIndexStorage(), lock = createLock()) {
  const told: IndexState[] = [];
  const announced: number[] = [];
  const writing = { storage, lock, announce: (generation: number) => void announced.push(generation) };
  const engine = new SearchEngine({ ...writing, onGeneration: (state) => told.push(state) });
  /** As a page does it: built by another worker, then served. */
  const reindex = async (onProgress: (articles: number) => void = () => {}, signal = never) => {
    const built = await buildIndex(writing, onProgress, signal);
    return built.ok ? ok(await engine.refresh()) : built;
  };
  const ids = async (text: string) =>
    (await engine.search({ text, limit: 20 })).hits.map((hit) => hit.articleId);
  return { storage, lock, engine, reindex, ids, told, announced };
}

/** All passages of an article point one way. */
function vectorsOf(document: SearchDocument, vector: readonly number[]): ArrayBuffer {
  const vectors = carryOver(document, null);
  for (const ordinal of missingOf(vectors)) fill(vectors, ordinal, vector);
  return toBlock(vectors, vector.length);
}

const article = (id: string, body: string) => testDocument({ articleId: id, title: '', body });

describe('SearchEngine', () => {
  it('is empty until it has indexed, and then answers from what storage holds', async () => {
    const { storage, engine, reindex, ids, told, announced } = createEngine();
    expect(await engine.state()).toMatchObject({ generation: 0, articles: 0 });
    storage.put(article('a', 'Refunds take five days.'), article('b', 'Parcels take two days.'));
    const progress: number[] = [];
    const done = await reindex((articles) => progress.push(articles));
    expect(done).toMatchObject({ ok: true, value: { generation: 1, articles: 2 } });
    expect(await ids('refunds')).toEqual(['a']);
    expect(progress).toEqual([2]);
    expect(told.map(({ generation }) => generation)).toEqual([1]);
    expect(announced).toEqual([1]);
    expect(await createEngine(storage).ids('parcels')).toEqual(['b']);
  });

  it('takes up added, edited and deleted articles', async () => {
    const { storage, engine, reindex, ids } = createEngine();
    storage.put(article('a', 'Refunds take five days.'), article('b', 'Parcels take two days.'));
    await reindex();
    storage.put(article('a', 'Warranty lasts two years.'), article('c', 'Gift cards never expire.'));
    storage.articles.delete('b');
    expect(await engine.update(['a', 'b', 'c'], never)).toMatchObject({
      ok: true,
      value: { generation: 2, articles: 2 },
    });
    expect([await ids('refunds'), await ids('parcels'), await ids('warranty'), await ids('gift')]).toEqual([
      [],
      [],
      ['a'],
      ['c'],
    ]);
    expect(await createEngine(storage).ids('warranty')).toEqual(['a']);
  });

  it('joins small segments without changing what is found', async () => {
    const { storage, engine, ids } = createEngine();
    for (let i = 0; i < 12; i++) {
      storage.put(article(`a${i}`, `Refund number${i} takes ${i} days.`));
      await engine.update([`a${i}`], never);
    }
    const before = await ids('refund days');
    expect(storage.segments.size).toBe(12);
    expect(await engine.merge()).toMatchObject({ ok: true, value: { articles: 12 } });
    expect(storage.segments.size).toBe(1);
    expect(await ids('refund days')).toEqual(before);
    expect(await engine.merge()).toBeNull();
  });

  it('serves in one window what another wrote', async () => {
    const first = createEngine();
    const second = createEngine(first.storage, first.lock);
    await second.engine.state();
    first.storage.put(article('a', 'Refunds take five days.'));
    await first.reindex();
    await second.engine.refresh();
    expect(await second.ids('refunds')).toEqual(['a']);
    second.storage.put(article('b', 'Refunds of gift cards.'));
    expect((await second.engine.update(['b'], never)).ok).toBe(true);
    first.storage.put(article('c', 'Refunds of lamps.'));
    expect((await first.engine.update(['c'], never)).ok).toBe(true);
    expect((await first.ids('refunds')).toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('says so when the disk is full, and goes on serving the previous index', async () => {
    const { storage, engine, reindex, ids } = createEngine();
    storage.put(article('a', 'Refunds take five days.'));
    await reindex();
    storage.put(article('b', 'Refunds of gift cards.'));
    storage.disturb = { code: 'quota-exceeded' };
    expect(await engine.update(['b'], never)).toEqual({ ok: false, error: { code: 'quota-exceeded' } });
    expect(await ids('refunds')).toEqual(['a']);
    storage.disturb = { code: 'write-failed' };
    expect(await reindex()).toEqual({ ok: false, error: { code: 'write-failed' } });
    expect(await ids('refunds')).toEqual(['a']);
  });

  it('leaves the old index alone when reindexing is given up', async () => {
    const { storage, reindex, ids } = createEngine();
    for (let i = 0; i < 60; i++) storage.put(article(`a${i}`, 'Refunds take five days.'));
    await reindex();
    const stop = new AbortController();
    storage.put(article('b', 'Parcels take two days.'));
    expect(await reindex(() => stop.abort(), stop.signal)).toEqual({
      ok: false,
      error: { code: 'aborted' },
    });
    expect(storage.manifest?.generation).toBe(1);
    expect(storage.segments.size).toBe(1);
    expect(await ids('parcels')).toEqual([]);
  });

  it('takes away what a reindex stored before it failed, at once or with the next commit', async () => {
    const { storage, engine, reindex } = createEngine();
    storage.put(article('a', 'Refunds take five days.'));
    await reindex();
    for (const code of ['quota-exceeded', 'killed'] as const) {
      const before = [...storage.segments.keys()];
      storage.disturb = { code, after: 1 };
      await reindex().catch(() => undefined);
      expect(storage.segments.size).toBe(code === 'killed' ? 2 : 1);
      expect([...storage.segments.keys()]).toEqual(expect.arrayContaining(before));
    }
    storage.put(article('b', 'Refunds of gift cards.'));
    await engine.update(['b'], never);
    expect([...storage.segments.keys()].sort()).toEqual(
      storage.manifest?.segments.map(({ id }) => id).toSorted(),
    );
  });

  it('serves the good segments beside a damaged one, tells of it, and is whole after reindexing', async () => {
    const { storage, engine } = createEngine();
    storage.put(article('a', 'Refunds take five days.'));
    await engine.update(['a'], never);
    storage.put(article('b', 'Refunds of gift cards.'));
    await engine.update(['b'], never);
    const [firstId] = storage.segments.keys();
    new Uint8Array(storage.segments.get(firstId!)!)[200]! ^= 1;
    const reopened = createEngine(storage);
    expect(await reopened.ids('refunds')).toEqual(['b']);
    expect(await reopened.engine.state()).toMatchObject({ damagedSegments: 1 });
    expect(await reopened.reindex()).toMatchObject({
      ok: true,
      value: { damagedSegments: 0 },
    });
    expect((await reopened.ids('refunds')).toSorted()).toEqual(['a', 'b']);
  });

  it('takes up meaning vectors as they are written, and drops those of another model', async () => {
    const { storage, engine, reindex } = createEngine();
    const [a, b] = [article('a', 'Refunds take five days.'), article('b', 'Parcels take two days.')];
    storage.put(a, b);
    await reindex();
    const ask = async (space: string) => {
      const meaning = { space, whole: Float32Array.of(1, 0), questions: [] };
      return (await engine.search({ text: 'xylophone', meaning, limit: 5 })).hits.map((hit) => hit.articleId);
    };
    expect(await ask('one')).toEqual([]);
    storage.putVectors('one', { b: vectorsOf(b, [1, 0]) });
    expect(await ask('one')).toEqual(['b']);
    storage.putVectors('one', { a: vectorsOf(a, [1, 0]), b: vectorsOf(b, [0.5, 1]) });
    expect(await ask('one')).toEqual(['a', 'b']);
    expect(await ask('two')).toEqual([]);
    storage.putVectors('two', { b: vectorsOf(b, [1, 0]) });
    expect([await ask('one'), await ask('two')]).toEqual([[], ['b']]);
    // An edit makes the words behind them another text, until they are embedded anew.
    storage.put({ ...b, articleVersion: 2 });
    await engine.update(['b'], never);
    expect(await ask('two')).toEqual([]);
    storage.putVectors('two', { b: vectorsOf({ ...b, articleVersion: 2 }, [1, 0]) });
    expect(await ask('two')).toEqual(['b']);
  });

  it('answers by words when vectors are damaged or cannot be read', async () => {
    const { storage, engine, reindex } = createEngine();
    storage.put(article('a', 'Refunds take five days.'));
    await reindex();
    const meaning = { space: 'one', whole: Float32Array.of(1, 0), questions: [] };
    const ask = () => engine.search({ text: 'refunds', meaning, limit: 5 });
    const byWords = await engine.search({ text: 'refunds', limit: 5 });
    storage.putVectors('one', { a: new ArrayBuffer(64) });
    expect(await ask()).toEqual(byWords);
    storage.loadVectors = () => Promise.reject(new Error('The disk is gone.'));
    expect(await ask()).toEqual(byWords);
  });

  it('never loses a generation, wherever the writer dies', async () => {
    const step = fc.record({
      id: fc.nat(5),
      remove: fc.boolean(),
      killed: fc.boolean(),
      /** A reindex dies while it stores a segment, or later while it commits. */
      whole: fc.boolean(),
      late: fc.boolean(),
      again: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const storage = new MemoryIndexStorage();
        let window = createEngine(storage);
        const committed = new Map<string, number>();
        for (const [i, { id, remove, killed, whole, late, again }] of steps.entries()) {
          const name = `a${id}`;
          if (remove) storage.articles.delete(name);
          else storage.put({ ...article(name, 'Refunds take five days.'), articleVersion: i });
          const isLate = whole && late && storage.articles.size > 0;
          if (killed) storage.disturb = { code: 'killed', after: isLate ? 1 : 0 };
          const work = whole ? window.reindex() : window.engine.update([name], never);
          const done = await work.then(
            (result) => result.ok,
            () => false,
          );
          expect(done).toBe(!killed);
          const now = whole
            ? storage.articles
            : new Map([...storage.articles].filter(([each]) => each === name));
          if (done && whole) committed.clear();
          if (done && remove) committed.delete(name);
          if (done) for (const [each, { articleVersion }] of now) committed.set(each, articleVersion);
          if (killed || again) window = createEngine(storage);
          const { hits } = await window.engine.search({ text: 'refunds', limit: 20 });
          expect(new Map(hits.map((hit) => [hit.articleId, hit.articleVersion]))).toEqual(
            new Map([...committed].toSorted(([a], [b]) => (a < b ? -1 : 1))),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
