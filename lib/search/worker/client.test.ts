import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { testDocument } from '../document-fixture';
import { carryOver, fill, toBlock } from '../meaning/article-vectors';
import { createSearchClient, type WorkerPort } from './client';
import { SearchEngine } from './engine';
import { MemoryIndexStorage } from './memory-storage';
import type { IndexState } from './protocol';
import { serveSearch } from './serve';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A client and a worker's insides, with real message ports between them. */
function connect() {
  const storage = new MemoryIndexStorage();
  storage.put(
    testDocument({ articleId: 'a', title: 'Refunds', body: 'Refunds take five days.' }),
    testDocument({ articleId: 'b', title: 'Warranty', body: 'Kettles carry a warranty.' }),
  );
  const { port1, port2 } = new MessageChannel();
  const stop = new AbortController();
  open.push(() => {
    stop.abort();
    port1.close();
  });
  const engine = new SearchEngine({
    storage,
    lock: (work) => work(),
    onGeneration: (state) => port2.postMessage({ type: 'generation', state }),
  });
  const receive = serveSearch(engine, (message) => port2.postMessage(message));
  port2.on('message', receive);
  const client = createSearchClient(port1 as unknown as WorkerPort, stop.signal);
  return { storage, client, stop, port1, port2 };
}

describe('createSearchClient', () => {
  it('carries what a question means to the engine', async () => {
    const { storage, client } = connect();
    await client.reindex(() => {});
    const vectors = carryOver(storage.articles.get('b')!, null);
    fill(vectors, 0, [1, 0]);
    storage.putVectors('one', { b: toBlock(vectors, 2) });
    expect((await client.prepareMeaning('one')).ok).toBe(true);
    const meaning = { space: 'one', whole: Float32Array.of(1, 0), questions: [Float32Array.of(0, 1)] };
    const found = await client.search({ text: 'xylophone', questions: ['zither'], meaning, limit: 5 });
    expect(found.ok && found.value.hits.map((hit) => hit.articleId)).toEqual(['b']);
  });

  it('indexes with progress, searches and suggests across the port', async () => {
    const { client } = connect();
    const progress: number[] = [];
    const states: IndexState[] = [];
    client.onGeneration((state) => states.push(state), new AbortController().signal);
    expect(await client.reindex(({ articles }) => progress.push(articles))).toMatchObject({
      ok: true,
      value: { articles: 2 },
    });
    expect(progress).toEqual([2]);
    expect(states).toHaveLength(1);
    const found = await client.search({ text: 'refund', limit: 5, explain: true });
    expect(found.ok && found.value.hits.map((hit) => hit.articleId)).toEqual(['a']);
    const typed = await client.suggest({ text: 'warr', limit: 5 });
    expect(typed.ok && typed.value.hits.map((hit) => hit.articleId)).toEqual(['b']);
  });

  it('takes up an edit', async () => {
    const { client, storage } = connect();
    await client.reindex(() => {});
    storage.put(testDocument({ articleId: 'c', title: 'Gift cards', body: 'They never expire.' }));
    expect(await client.update(['c'])).toMatchObject({ ok: true, value: { articles: 3 } });
    const found = await client.search({ text: 'gift cards', limit: 5 });
    expect(found.ok && found.value.hits[0]?.articleId).toBe('c');
  });

  it('gives up a call by its signal, and a suggestion by the next one', async () => {
    const { client } = connect();
    const stop = new AbortController();
    const searching = client.search({ text: 'refund', limit: 5 }, stop.signal);
    stop.abort();
    expect(await searching).toEqual({ ok: false, error: { code: 'aborted' } });
    const first = client.suggest({ text: 'w', limit: 5 });
    const second = client.suggest({ text: 'wa', limit: 5 });
    expect(await first).toEqual({ ok: false, error: { code: 'aborted' } });
    expect((await second).ok).toBe(true);
  });

  it('refuses a malformed request instead of guessing', async () => {
    const { client } = connect();
    expect(await client.search({ text: 'refund', limit: -1 })).toEqual({
      ok: false,
      error: { code: 'malformed' },
    });
  });

  it('fails all that waits when the worker answers nonsense, and all that comes after', async () => {
    const { client, port2 } = connect();
    port2.removeAllListeners('message');
    const searching = client.search({ text: 'refund', limit: 5 });
    port2.postMessage({ type: 'found', id: 1, result: 'nonsense' });
    expect(await searching).toEqual({ ok: false, error: { code: 'worker-failed' } });
    expect(await client.state()).toEqual({ ok: false, error: { code: 'worker-failed' } });
  });
});
