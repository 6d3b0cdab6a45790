import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createIds } from '@/lib/knowledge/ids';
import { webDigest } from '@/lib/knowledge/import/web-digest';
import { blankContent, createArticle, editArticle, type VersionTools } from '@/lib/knowledge/versions';
import { embedWithEndpoint } from '@/lib/model/openai/embed';
import { openBlock } from '@/lib/search/meaning/block';
import { createIndexStorage } from '@/lib/store/index-storage';
import { openStore, type Store } from '@/lib/store/store';
import { embedded } from '@/test/support/embeddings';
import { endpointConfig } from '@/test/support/endpoint-config';
import { type Answer, status } from '@/test/support/sse-server';
import { sseServerOfFile } from '@/test/support/sse-server-of-file';
import { type BuildDeps, buildVectors } from './meaning-build';
import { surveyMeaning } from './meaning-survey';

const server = await sseServerOfFile((server) => server.embeddings(embedded()));

const tools: VersionTools = {
  digest: webDigest,
  newId: createIds(Date.now, Math.random),
  now: () => '2026-11-24T10:00:00.000Z',
};
const note = { author: 'Priya', source: null };
const never = () => new AbortController().signal;

function value<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A real store of so many articles of one passage each, and the endpoint of this file. */
async function open(count: number) {
  const store = await openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  onTestFinished(store.close);
  const contents = Array.from({ length: count }, (_, i) => ({
    ...blankContent,
    status: 'published' as const,
    title: `Rule ${i}`,
    body: `Rule number ${i} is about lamps.`,
  }));
  const changes = await Promise.all(contents.map((content) => createArticle(content, note, tools)));
  value(await store.articles.put(changes));
  const deps = depsOf(store);
  const build = (signal = never(), space = 'one') => buildVectors(deps, space, () => {}, signal);
  return { store, deps, build, articles: changes.map(({ article }) => article) };
}

function depsOf(store: Store): BuildDeps {
  const config = endpointConfig(server.baseUrl);
  return {
    vectors: store.vectors,
    readArticles: () => createIndexStorage(store.database).readArticles(),
    embed: (texts, signal) =>
      embedWithEndpoint(config, { model: 'house-embed', dimensions: null, texts }, signal),
  };
}

/** Texts that were sent, without the one that only tries the endpoint. */
function sent(): string[] {
  return server.requests
    .filter(({ path }) => path.endsWith('/embeddings'))
    .flatMap(({ body }) => (JSON.parse(body) as { input: string[] }).input)
    .filter((text) => text !== 'Footnote');
}

async function stored(store: Store): Promise<Map<string, number[]>> {
  const { blocks } = await createIndexStorage(store.database).loadVectors(0);
  return new Map(blocks.map(({ articleId, bytes }) => [articleId, [...openBlock(bytes)!.codes]]));
}

describe('embedding the knowledge', () => {
  it('sends every passage once, a few at a time, and tells how far it is', async () => {
    const { store, deps } = await open(70);
    const told: number[] = [];
    let tokens = 0;
    const built = await buildVectors(
      deps,
      'one',
      (progress) => {
        told.push(progress.passages);
        tokens += progress.tokens;
      },
      never(),
    );
    expect(built.ok).toBe(true);
    expect([sent().length, new Set(sent()).size]).toEqual([70, 70]);
    expect(told).toEqual([32, 32, 6]);
    expect(tokens).toBe(sent().reduce((sum, text) => sum + Math.ceil(text.length / 4), 0));
    expect((await stored(store)).size).toBe(70);
    expect(await surveyMeaning(deps)).toMatchObject({
      value: { articles: 70, passages: 70, space: 'one', missing: { passages: 0, tokens: 0 }, stale: 0 },
    });
  });

  it('sends only public articles that are published, and no example', async () => {
    const { store, deps, build } = await open(1);
    const own = { ...blankContent, status: 'published' as const, body: 'Ours alone.' };
    const more = await Promise.all(
      [
        { ...own, title: 'internal', audience: 'internal' as const },
        { ...own, title: 'restricted', audience: 'restricted' as const },
        { ...own, title: 'draft', status: 'draft' as const },
        { ...own, title: 'example', kind: 'example' as const },
      ].map((content) => createArticle(content, note, tools)),
    );
    value(await store.articles.put(more));
    value(await build());
    expect(sent()).toEqual(['Rule 0\nRule number 0 is about lamps.']);
    expect(await surveyMeaning(deps)).toMatchObject({ value: { articles: 1, keptHere: 3 } });
  });

  it('goes on after a kill at any request, and loses that one at most', async () => {
    const whole = await open(100);
    value(await whole.build());
    const requests = server.requests.length;
    expect(requests).toBe(5);
    const all = [...(await stored(whole.store)).values()];
    for (let killedAt = 0; killedAt < requests; killedAt++) {
      const { store, build } = await open(100);
      const stop = new AbortController();
      server.requests.length = 0;
      const hangs: Answer = () => stop.abort();
      server.embeddings(...Array.from({ length: killedAt }, () => embedded()), hangs);
      expect(await build(stop.signal), `killed at ${killedAt}`).toMatchObject({ error: { code: 'aborted' } });
      server.embeddings(embedded());
      value(await build());
      expect(sent().length, `killed at ${killedAt}`).toBeLessThanOrEqual(132);
      expect(new Set(sent()).size).toBe(100);
      expect([...(await stored(store)).values()].map(String).sort()).toEqual(all.map(String).sort());
    }
  });

  it('embeds only what an edit changed, and drops what is gone or may not be sent any more', async () => {
    const { store, deps, build, articles } = await open(5);
    value(await build());
    server.requests.length = 0;
    const [edited, hidden, renumbered] = await Promise.all([
      editArticle(articles[0]!, { body: 'Now it is about kettles.' }, { author: 'Noor' }, tools),
      editArticle(articles[1]!, { audience: 'internal' }, { author: 'Noor' }, tools),
      editArticle(articles[2]!, { tags: ['lamp'] }, { author: 'Noor' }, tools),
    ]);
    value(await store.articles.put([edited!, hidden!, renumbered!]));
    expect(await surveyMeaning(deps)).toMatchObject({ value: { missing: { passages: 1 }, stale: 2 } });
    value(await build());
    expect(sent()).toEqual(['Rule 0\nNow it is about kettles.']);
    expect([...(await stored(store)).keys()].sort()).toEqual(
      [0, 2, 3, 4].map((at) => articles[at]!.id).sort(),
    );
    expect(await surveyMeaning(deps)).toMatchObject({ value: { missing: { passages: 0 }, stale: 0 } });
  });

  it('begins anew for another model', async () => {
    const { store, build } = await open(3);
    value(await build());
    server.embeddings(embedded(64));
    value(await build(never(), 'two'));
    expect(sent()).toHaveLength(6);
    expect([...(await stored(store)).values()].map(({ length }) => length)).toEqual([64, 64, 64]);
  });

  it('begins anew where the same name answers in another size', async () => {
    const { store, build } = await open(3);
    value(await build());
    server.embeddings(embedded(64));
    value(await build());
    expect([...(await stored(store)).values()].map(({ length }) => length)).toEqual([64, 64, 64]);
  });

  it('halves what is too much for the endpoint, and does not ask again for a text that it does not take', async () => {
    const { store, build, articles } = await open(20);
    server.embeddings((response, request) => {
      const { input } = JSON.parse(request.body) as { input: string[] };
      const isTooMuch = input.length > 8 || input.some((text) => text.startsWith('Rule 13\n'));
      return (isTooMuch ? status(413) : embedded())(response, request);
    });
    value(await build());
    const codes = await stored(store);
    expect(codes.size).toBe(20);
    expect(codes.get(articles[13]!.id)!.every((code) => code === 0)).toBe(true);
    expect([...codes.values()].filter((each) => each.some((code) => code !== 0))).toHaveLength(19);
    server.requests.length = 0;
    value(await build());
    expect(sent()).toEqual([]);
  });

  it.each([
    [401, 'key-refused'],
    [404, 'model-missing'],
    [400, 'rejected'],
  ])('sends no article to an endpoint that answers the first word with %i', async (code, failure) => {
    const { store, build } = await open(3);
    server.embeddings(status(code));
    expect(await build()).toMatchObject({ error: { code: failure } });
    expect(sent()).toEqual([]);
    expect(value(await store.vectors.space())).toBeNull();
  });

  it('keeps what was done when the endpoint fails half-way', async () => {
    const { store, build } = await open(70);
    server.embeddings(embedded(), embedded(), status(401));
    expect(await build()).toMatchObject({ error: { code: 'key-refused' } });
    expect((await stored(store)).size).toBe(32);
  });

  it('stops when the vectors are removed meanwhile', async () => {
    const { store, build } = await open(70);
    server.embeddings(embedded(), embedded(), async (response, request) => {
      value(await store.vectors.clear());
      await embedded()(response, request);
    });
    expect(await build()).toEqual({ ok: false, error: { code: 'replaced' } });
    expect((await stored(store)).size).toBe(0);
  });
});
