import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createIds } from '@/lib/knowledge/ids';
import { webDigest } from '@/lib/knowledge/import/web-digest';
import { blankContent, createArticle, type VersionTools } from '@/lib/knowledge/versions';
import { createIndexStorage } from './index-storage';
import { openStore } from './store';

const tools: VersionTools = {
  digest: webDigest,
  newId: createIds(Date.now, Math.random),
  now: () => '2026-11-24T10:00:00.000Z',
};

async function open() {
  const store = await openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  onTestFinished(store.close);
  return store;
}

function value<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('meaning vectors in the store', () => {
  const bytes = (...numbers: number[]) => new Uint8Array(numbers).buffer;

  it('belong to one space: another one begins empty, and what comes late for the former is not kept', async () => {
    const { vectors, database } = await open();
    const storage = createIndexStorage(database);
    expect(await storage.loadVectors(0)).toEqual({ space: null, seq: 0, blocks: [] });
    value(await vectors.begin('one'));
    expect(value(await vectors.put('one', [{ articleId: 'a', bytes: bytes(1) }]))).toBe(true);
    value(await vectors.begin('one'));
    expect(value(await vectors.load(['a', 'b'])).size).toBe(1);
    value(await vectors.begin('two'));
    expect(value(await vectors.put('one', [{ articleId: 'a', bytes: bytes(1) }]))).toBe(false);
    expect(await storage.loadVectors(0)).toMatchObject({ space: 'two', blocks: [] });
    value(await vectors.clear());
    expect(value(await vectors.space())).toBeNull();
    expect(value(await vectors.put('two', [{ articleId: 'a', bytes: bytes(1) }]))).toBe(false);
  });

  it('are told to a reader from where it stands', async () => {
    const { vectors, database } = await open();
    const storage = createIndexStorage(database);
    value(await vectors.begin('one'));
    value(await vectors.put('one', [{ articleId: 'a', bytes: bytes(1) }]));
    const first = await storage.loadVectors(0);
    expect(first.blocks.map(({ articleId }) => articleId)).toEqual(['a']);
    expect(await storage.loadVectors(first.seq)).toEqual({ space: 'one', seq: first.seq, blocks: [] });
    value(await vectors.put('one', [{ articleId: 'b', bytes: bytes(2) }]));
    const next = await storage.loadVectors(first.seq);
    expect(next.blocks.map(({ articleId, bytes }) => [articleId, ...new Uint8Array(bytes)])).toEqual([
      ['b', 2],
    ]);
  });

  it('go with their article, and with the articles that are not kept', async () => {
    const { articles, vectors } = await open();
    const source = { system: 'files', externalId: 'a.md', url: null, updatedAt: null };
    const change = await createArticle({ ...blankContent, title: 'A' }, { author: 'Priya', source }, tools);
    const { id } = change.article;
    value(await articles.put([change]));
    value(await vectors.begin('one'));
    const blocks = [id, 'b', 'c'].map((articleId) => ({ articleId, bytes: bytes(1) }));
    value(await vectors.put('one', blocks));
    value(await vectors.keepOnly(new Set([id, 'b'])));
    expect([...value(await vectors.load([id, 'b', 'c'])).keys()]).toEqual([id, 'b']);
    value(await articles.removeSource('files'));
    expect([...value(await vectors.load([id, 'b', 'c'])).keys()]).toEqual(['b']);
  });
});
