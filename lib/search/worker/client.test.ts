import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { testDocument } from '../document-fixture';
import { carryOver, fill, toBlock } from '../meaning/article-vectors';
import type { WorkerPort } from './asking';
import type { IndexWriting } from './build-index';
import { createSearchClient } from './client';
import { SearchEngine } from './engine';
import { MemoryIndexStorage } from './memory-storage';
import type { IndexState } from './protocol';
import { serveSearch } from './serve';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A client and its workers' insides, with real message ports between them. The first worker serves. */
function connect() {
  const storage = new MemoryIndexStorage();
  storage.put(
    testDocument({ articleId: 'a', title: 'Refunds', body: 'Refunds take five days.' }),
    testDocument({ articleId: 'b', title: 'Warranty', body: 'Kettles carry a warranty.' }),
  );
  const stop = new AbortController();
  const workers: { port2: MessagePort; ended: boolean }[] = [];
  const start = () => {
    const { port1, port2 } = new MessageChannel();
    const worker = { port2, ended: false };
    workers.push(worker);
    const writing: IndexWriting = { storage, lock: (work) => work(), announce: () => {} };
    const engine = new SearchEngine({
      ...writing,
      onGeneration: (state) => port2.postMessage({ type: 'generation', state }),
    });
    port2.on(
      'message',
      serveSearch(engine, writing, (message) => port2.postMessage(message)),
    );
    const terminate = () => {
      worker.ended = true;
      port1.close();
    };
    return Object.assign(port1 as unknown as WorkerPort, { terminate });
  };
  open.push(() => stop.abort());
  const client = createSearchClient(start, stop.signal);
  return { storage, client, stop, workers };
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
    const found = await client.search({ text: 'refund', limit: 5 });
    expect(found.ok && found.value.hits.map((hit) => hit.articleId)).toEqual(['a']);
    const typed = await client.suggest({ text: 'warr', limit: 5 });
    expect(typed.ok && typed.value.hits.map((hit) => hit.articleId)).toEqual(['b']);
  });

  it('builds an index in a worker that ends, and ends the one that serves with the page', async () => {
    const { client, stop, workers } = connect();
    const ends = () => workers.map(({ ended }) => ended);
    expect(ends()).toEqual([false]);
    await client.reindex(() => {});
    expect(ends()).toEqual([false, true]);
    expect((await client.search({ text: 'refund', limit: 5 })).ok).toBe(true);
    stop.abort();
    expect(ends()).toEqual([true, true]);
  });

  it('keeps serving when a build is given up or breaks, and tells why', async () => {
    const { client, storage, workers } = connect();
    await client.reindex(() => {});
    const stop = new AbortController();
    const building = client.reindex(() => {}, stop.signal);
    stop.abort();
    expect(await building).toEqual({ ok: false, error: { code: 'aborted' } });
    storage.disturb = { code: 'quota-exceeded' };
    expect(await client.reindex(() => {})).toEqual({ ok: false, error: { code: 'quota-exceeded' } });
    expect(workers.map(({ ended }) => ended)).toEqual([false, true, true, true]);
    const found = await client.search({ text: 'refund', limit: 5 });
    expect(found.ok && found.value.generation).toBe(1);
  });

  it('explains passages across the port, in their order', async () => {
    const { client } = connect();
    await client.reindex(() => {});
    const shown = { asked: 'refunded?', headingPath: [], askedAs: [], locale: 'en' };
    const explained = await client.explain({
      passages: [
        { ...shown, title: 'Refunds', text: 'They take five days.' },
        { ...shown, title: 'Money', text: 'A refund takes five days.' },
      ],
    });
    expect(explained.ok && explained.value.map(({ words }) => words[0]?.field)).toEqual(['title', 'body']);
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
    const { client, workers } = connect();
    const [serving] = workers;
    serving!.port2.removeAllListeners('message');
    const searching = client.search({ text: 'refund', limit: 5 });
    serving!.port2.postMessage({ type: 'found', id: 1, result: 'nonsense' });
    expect(await searching).toEqual({ ok: false, error: { code: 'worker-failed' } });
    expect(await client.state()).toEqual({ ok: false, error: { code: 'worker-failed' } });
  });
});
