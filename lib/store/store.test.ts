import { createHash } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, describe, expect, it } from 'vitest';
import type { Article, ArticleContent } from '@/lib/knowledge/article';
import { createIds } from '@/lib/knowledge/ids';
import type { ArticleChange, StoreFailure } from '@/lib/knowledge/repository';
import { blankContent, createArticle, editArticle, type VersionTools } from '@/lib/knowledge/versions';
import { until } from '@/test/support/until';
import { createArticleActions } from './article-actions';
import { forgetQuestion, learnFromOutcome } from './asked';
import type { ArticleHead } from './database';
import { createIndexStorage } from './index-storage';
import { databasePlace } from './reset';
import { openStore, type Store, type StoreOptions } from './store';

const tools: VersionTools = {
  digest: async (text) => createHash('sha256').update(text).digest('hex'),
  newId: createIds(Date.now, Math.random),
  now: () => '2026-11-24T10:00:00.000Z',
};
const opened: Store[] = [];
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
});

async function open(options: StoreOptions = { indexedDB: new IDBFactory(), IDBKeyRange }): Promise<Store> {
  const store = await openStore(options);
  opened.push(store);
  return store;
}

function content(title: string, body = 'Text.'): ArticleContent {
  return { ...blankContent, title, body };
}

async function made(title: string, body?: string, system?: string): Promise<ArticleChange> {
  const source = system ? { system, externalId: title, url: null, updatedAt: null } : null;
  return createArticle(content(title, body), { author: 'Priya', source }, tools);
}

function value<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('articles in the store', () => {
  it('come back as they were put, in the order asked for', async () => {
    const { articles } = await open();
    const [a, b] = [await made('A'), await made('B', 'Other.')];
    value(await articles.put([a, b]));
    expect(value(await articles.getMany([b.article.id, 'unknown', a.article.id]))).toEqual([
      b.article,
      a.article,
    ]);
    expect(value(await articles.get('unknown'))).toBeNull();
  });

  it('are listed without their words', async () => {
    const { articles } = await open();
    value(await articles.put([await made('A', 'Long words')]));
    const [head] = value(await articles.list());
    expect(head).toMatchObject({ title: 'A', version: 1 });
    expect(JSON.stringify(head)).not.toContain('Long words');
  });

  it('keep every former version, so that a citation opens as it stood', async () => {
    const { articles } = await open();
    const first = await made('Returns', '30 days.');
    const second = (await editArticle(first.article, { body: '14 days.' }, { author: 'Tom' }, tools))!;
    value(await articles.put([first]));
    value(await articles.put([second]));
    const { id } = first.article;
    expect(value(await articles.versions(id)).map((each) => [each.version, each.content.body])).toEqual([
      [2, '14 days.'],
      [1, '30 days.'],
    ]);
    expect(value(await articles.version(id, 1))?.content.body).toBe('30 days.');
    expect(value(await articles.version(id, 2))?.content.body).toBe('14 days.');
    expect(value(await articles.version(id, 3))).toBeNull();
  });

  it('refuse a write over a version that somebody else made, whole batch and all', async () => {
    const { articles } = await open();
    const first = await made('Returns');
    value(await articles.put([first]));
    const mine = (await editArticle(first.article, { body: 'Mine.' }, { author: 'A' }, tools))!;
    const theirs = (await editArticle(first.article, { body: 'Theirs.' }, { author: 'B' }, tools))!;
    value(await articles.put([theirs]));
    const refused = await articles.put([await made('Other'), mine]);
    expect(refused).toEqual({ ok: false, error: { code: 'changed-meanwhile', articleId: first.article.id } });
    expect(value(await articles.count())).toBe(1);
    expect(value(await articles.get(first.article.id))?.body).toBe('Theirs.');
    expect(await articles.put([await made('Other'), first])).toEqual(refused);
    expect(value(await articles.count())).toBe(1);
  });

  it('say what changed since, and whether any went away', async () => {
    const { articles } = await open();
    const [a, b] = [await made('A'), await made('B', 'x', 'demo-shop')];
    const seq = value(await articles.put([a, b]));
    const edit = (await editArticle(a.article, { body: 'New.' }, { author: 'A' }, tools))!;
    value(await articles.put([edit]));
    expect(value(await articles.changesSince(seq))).toEqual({
      seq: seq + 1,
      changed: [a.article.id],
      removed: false,
    });
    expect(value(await articles.removeSource('demo-shop'))).toBe(1);
    expect(value(await articles.changesSince(seq + 1))).toEqual({ seq: seq + 2, changed: [], removed: true });
    expect(value(await articles.list()).map((each) => each.title)).toEqual(['A']);
  });

  it('are told live, from another connection too, and stop with the signal', async () => {
    const place = { indexedDB: new IDBFactory(), IDBKeyRange };
    const [here, there] = [await open(place), await open(place)];
    const seen: string[][] = [];
    const stop = new AbortController();
    here.articles.live().subscribe(stop.signal, (heads: readonly ArticleHead[]) => {
      seen.push(heads.map((head) => `${head.title} ${head.version}`).sort());
    });
    await until(() => expect(seen).toHaveLength(1));
    const a = await made('A');
    value(await there.articles.put([a, await made('B')]));
    await until(() => expect(seen.at(-1)).toHaveLength(2));
    value(
      await there.articles.put([(await editArticle(a.article, { body: 'New.' }, { author: 'A' }, tools))!]),
    );
    await until(() => expect(seen.at(-1)).toEqual(['A 2', 'B 1']));
    stop.abort();
    const count = seen.length;
    value(await there.articles.put([await made('C')]));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen).toHaveLength(count);
  });
});

describe('a long live list', () => {
  it('is read in parts, and gathers what is written while it may not load', async () => {
    const { articles } = await open();
    const some = (from: number, count: number) =>
      Promise.all(Array.from({ length: count }, (_, at) => made(`A${from + at}`)));
    value(await articles.put(await some(0, 700)));
    const seen: number[] = [];
    const stop = new AbortController();
    let release = () => {};
    let gate = Promise.resolve();
    articles.live().subscribe(
      stop.signal,
      (heads) => seen.push(new Set(heads.map(({ title }) => title)).size),
      undefined,
      () => gate,
    );
    await until(() => expect(seen.at(-1)).toBe(700));
    gate = new Promise((resolve) => {
      release = resolve;
    });
    for (let write = 0; write < 8; write++) value(await articles.put(await some(700 + 10 * write, 10)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen.at(-1)).toBe(700);
    const told = seen.length;
    release();
    await until(() => expect(seen.at(-1)).toBe(780));
    expect(seen.length).toBe(told + 1);
    stop.abort();
  });
});

describe('learned questions', () => {
  const sent = (id: string, articleId: string) => ({
    id,
    ticketKey: `shop/${id}`,
    at: '2026-11-24T10:00:00.000Z',
    writtenBy: 'test',
    draftText: 'The lid is replaced within the warranty.',
    insertedText: null,
    sentText: null,
    visibility: 'public' as const,
    editDistance: 0,
    useful: null,
    taught: null,
    tookMs: null,
    sources: [{ articleId, articleVersion: 1, number: 1, cited: true }],
  });

  it('reach the index with the article, add no version, and go when they are taken out', async () => {
    const store = await open();
    const change = await made('Lids');
    await store.articles.put([change]);
    const id = change.article.id;
    await store.outcomes.append(sent('1', id));
    expect(await learnFromOutcome(store, sent('1', id), 'my [NAME_1] hinge squeaks')).toEqual({
      ok: true,
      value: [id],
    });
    const learned = value(await store.articles.get(id))!;
    expect([learned.askedAs, learned.version]).toEqual([['my hinge squeaks'], 1]);
    for await (const [document] of createIndexStorage(store.database).readArticles([id]))
      expect(document?.askedAs).toEqual(['my hinge squeaks']);
    expect(await store.database.questions.toArray()).toEqual([
      { articleId: id, question: 'my hinge squeaks', at: '2026-11-24T10:00:00.000Z' },
    ]);
    expect(await forgetQuestion(store, id, 'my hinge squeaks')).toEqual({ ok: true, value: true });
    expect(value(await store.articles.get(id))?.askedAs).toEqual([]);
    expect(await store.database.questions.count()).toBe(0);
  });

  it('are no more than three a day for one article, and none for one that is gone', async () => {
    const store = await open();
    const change = await made('Lids');
    await store.articles.put([change]);
    const questions = ['squeaking hinge', 'dented spout', 'loose handle', 'missing screw'];
    for (const [i, question] of questions.entries()) {
      await store.outcomes.append(sent(`${i}`, change.article.id));
      await learnFromOutcome(store, sent(`${i}`, change.article.id), question);
    }
    expect(value(await store.articles.get(change.article.id))?.askedAs).toEqual(
      questions.slice(0, 3).reverse(),
    );
    expect(await learnFromOutcome(store, sent('9', 'gone'), 'squeaking hinge')).toEqual({
      ok: true,
      value: [],
    });
  });
});

describe('article actions', () => {
  it('archive many in one step and undo exactly that', async () => {
    const { articles } = await open();
    const actions = createArticleActions(articles, () => 'Priya', tools);
    const a = value(await actions.create(content('A')));
    const b = value(await actions.create({ ...content('B'), status: 'draft' }));
    const c = value(await actions.create({ ...content('C'), status: 'archived' }));
    const done = value(await actions.archive([a.id, b.id, c.id]));
    expect(done.archived).toBe(2);
    const status = async () => value(await articles.getMany([a.id, b.id, c.id])).map((each) => each.status);
    expect(await status()).toEqual(['archived', 'archived', 'archived']);
    expect(value(await done.undo())).toBe(2);
    expect(await status()).toEqual(['published', 'draft', 'archived']);
  });

  it('refuse an edit that was begun on an older version', async () => {
    const { articles } = await open();
    const actions = createArticleActions(articles, () => 'Priya', tools);
    const a = value(await actions.create(content('A')));
    value(await actions.edit(a.id, { body: 'One.' }, 1));
    expect(await actions.edit(a.id, { body: 'Two.' }, 1)).toMatchObject({
      error: { code: 'changed-meanwhile' },
    });
    const restored = value(await actions.restore(a.id, 1));
    expect(restored).toMatchObject({ version: 3, body: 'Text.' });
    expect(value(await actions.verify(a.id, 90)).verification).toMatchObject({ by: 'Priya', everyDays: 90 });
  });
});

describe('the index in the store', () => {
  it('is committed whole, and refuses a writer who came second', async () => {
    const { database } = await open();
    const storage = createIndexStorage(database);
    expect(await storage.loadManifest()).toBeNull();
    const bytes = new Uint8Array([1, 2, 3]).buffer;
    const manifest = {
      generation: 1,
      segments: [{ id: 's1', articles: 1, bytes: 3, deletes: new Uint8Array([1]) }],
    };
    expect(await storage.commit({ manifest, add: [{ id: 's1', bytes }] })).toEqual({ ok: true });
    expect(await storage.commit({ manifest, add: [{ id: 's2', bytes }] })).toEqual({
      ok: false,
      error: { code: 'stale-generation' },
    });
    expect(new Uint8Array((await storage.loadSegment('s1'))!)).toEqual(new Uint8Array([1, 2, 3]));
    expect(await storage.loadSegment('s2')).toBeNull();
    expect(await storage.loadManifest()).toEqual(manifest);
  });

  it('keeps a staged segment until a commit names it or takes it away', async () => {
    const { database } = await open();
    const storage = createIndexStorage(database);
    const bytes = new Uint8Array([1, 2, 3]).buffer;
    const entry = { id: 's1', articles: 1, bytes: 3, deletes: null };
    expect(await storage.stage({ id: 's1', bytes })).toEqual({ ok: true });
    expect(await storage.commit({ manifest: { generation: 1, segments: [entry] }, add: [] })).toEqual({
      ok: true,
    });
    await storage.stage({ id: 's2', bytes });
    await storage.unstage();
    expect(await storage.loadSegment('s2')).toBeNull();
    await storage.stage({ id: 's3', bytes });
    await storage.commit({ manifest: { generation: 2, segments: [] }, add: [] });
    expect(await database.segments.count()).toBe(0);
  });

  it('reads articles in batches, all or some', async () => {
    const { articles, database } = await open();
    const storage = createIndexStorage(database);
    const changes = await Promise.all(
      Array.from({ length: 120 }, (_, at) => made(`A${at}`, 'x'.repeat(20_000))),
    );
    value(await articles.put(changes));
    const sizes: number[] = [];
    for await (const batch of storage.readArticles()) sizes.push(batch.length);
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(120);
    const some: string[] = [];
    for await (const batch of storage.readArticles([changes[3]!.article.id, 'unknown'])) {
      some.push(...batch.map((each) => each.title));
    }
    expect(some).toEqual(['A3']);
    expect(await storage.countArticles()).toBe(120);
  });
});

describe('a store in trouble', () => {
  it('works in memory, with a warning, when the browser refuses its database', async () => {
    const troubles: StoreFailure[] = [];
    const refusing = new IDBFactory();
    refusing.open = () => {
      throw new DOMException('no', 'UnknownError');
    };
    const store = await open({ indexedDB: refusing, IDBKeyRange, onTrouble: (each) => troubles.push(each) });
    expect(store.mode).toBe('memory');
    expect(troubles).toEqual([{ code: 'storage-damaged' }]);
    const a: Article = (await made('A')).article;
    value(await store.articles.put([{ article: a, former: null, expectedVersion: 0 }]));
    expect(value(await store.articles.get(a.id))?.title).toBe('A');
  });

  it('closes for another tab that upgrades, and says that a reload is needed', async () => {
    const troubles: StoreFailure[] = [];
    const indexedDB = new IDBFactory();
    const store = await open({ indexedDB, IDBKeyRange, onTrouble: (each) => troubles.push(each) });
    await new Promise((resolve, reject) => {
      const request = indexedDB.open('footnote', 9999);
      request.onsuccess = () => resolve(request.result.close());
      request.onerror = reject;
    });
    expect(troubles).toEqual([{ code: 'reload-needed' }]);
    expect(await store.articles.list()).toEqual({ ok: false, error: { code: 'reload-needed' } });
  });

  it('answers a full disk as a value and keeps what it had', async () => {
    const store = await open();
    value(await store.articles.put([await made('A')]));
    const full = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    store.database.bodies.hook('creating', full);
    expect(await store.articles.put([await made('B')])).toEqual({
      ok: false,
      error: { code: 'storage-full' },
    });
    store.database.bodies.hook('creating').unsubscribe(full);
    expect(value(await store.articles.list()).map((each) => each.title)).toEqual(['A']);
  });
});

describe('resetting', () => {
  it('deletes every database and proves it by listing', async () => {
    const indexedDB = new IDBFactory();
    const store = await open({ indexedDB, IDBKeyRange });
    value(await store.articles.put([await made('A')]));
    const place = databasePlace(indexedDB);
    expect(await place.list()).toEqual(['footnote']);
    await place.erase();
    expect(await place.list()).toEqual([]);
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('says what is left when a page does not let go', async () => {
    const indexedDB = new IDBFactory();
    const held = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('footnote', 1);
      request.onsuccess = () => resolve(request.result);
    });
    const place = databasePlace(indexedDB, 20);
    await place.erase();
    expect(await place.list()).toEqual(['footnote']);
    held.close();
  });
});
