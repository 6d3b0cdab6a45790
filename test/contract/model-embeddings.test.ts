import { describe, expect, it } from 'vitest';
import { embedWithEndpoint } from '@/lib/model/openai/embed';
import type { ModelConfig } from '@/lib/model/provider';
import { createEgress } from '@/lib/platform/egress';
import { embedded, embedText } from '../support/embeddings';
import { endpointConfig } from '../support/endpoint-config';
import { html, json, status } from '../support/sse-server';
import { sseServerOfFile } from '../support/sse-server-of-file';

const server = await sseServerOfFile((server) => {
  server.models(json({ object: 'list', data: [{ id: 'house-12b' }, { id: 'house-embed' }] }));
  server.embeddings(embedded());
});

const texts = ['Refunds take five days.', 'Parcels take two days.'];
const request = { model: 'house-embed', dimensions: null, texts };
const never = () => new AbortController().signal;
const embed = (
  change: Partial<typeof request> = {},
  config = endpointConfig(server.baseUrl),
  signal = never(),
) => embedWithEndpoint(config, { ...request, ...change }, signal);
const asked = () => server.requests.filter(({ path }) => path.endsWith('/embeddings'));

describe('embeddings of an endpoint', () => {
  it('are one vector a text, in their order, with what it cost', async () => {
    const made = await embed();
    if (!made.ok) throw new Error(made.error.code);
    expect(made.value).toMatchObject({ dimensions: 128, tokens: 12 });
    expect(made.value.vectors).toEqual(texts.map((text) => Float32Array.from(embedText(text))));
    const [seen] = asked();
    expect(JSON.parse(seen!.body)).toEqual({ model: 'house-embed', input: texts, encoding_format: 'float' });
    expect(seen!.headers.authorization).toBe('Bearer key-1');
    expect(Object.keys(seen!.headers).filter((name) => name.startsWith('x-stainless'))).toEqual([]);
  });

  it('are put in order by their numbers, whatever order they come in', async () => {
    server.embeddings(
      json({
        data: [
          { index: 1, embedding: [0, 1] },
          { index: 0, embedding: [1, 0] },
        ],
      }),
    );
    const made = await embed();
    expect(made.ok && made.value.vectors.map((vector) => [...vector])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(made.ok && made.value.tokens).toBeNull();
  });

  it('are asked for in the size that the settings say', async () => {
    await embedWithEndpoint(endpointConfig(server.baseUrl), { ...request, dimensions: 64 }, never());
    expect(JSON.parse(asked()[0]!.body).dimensions).toBe(64);
  });

  it('waits as long as the endpoint asks, then goes on', async () => {
    server.embeddings(status(429, { 'retry-after-ms': '20' }), embedded());
    expect((await embed()).ok).toBe(true);
    expect(asked()).toHaveLength(2);
  });
});

describe('an endpoint that makes no vectors', () => {
  it.each([
    ['one too few', { data: [{ index: 0, embedding: [1] }] }],
    ['one too many', { data: [0, 1, 2].map((index) => ({ index, embedding: [1] })) }],
    ['the same twice', { data: [0, 0].map((index) => ({ index, embedding: [1] })) }],
    ['two sizes', { data: [0, 1].map((index) => ({ index, embedding: new Array(index + 1).fill(1) })) }],
    ['empty vectors', { data: [0, 1].map((index) => ({ index, embedding: [] })) }],
    ['words', { data: [0, 1].map((index) => ({ index, embedding: 'AAAA' })) }],
    ['something else', { ok: true }],
  ])('is not believed: %s', async (_, answer) => {
    server.embeddings(json(answer));
    expect(await embed()).toEqual({ ok: false, error: { code: 'not-an-answer' } });
  });

  it('is told apart from a login page', async () => {
    server.embeddings(html());
    expect(await embed()).toEqual({ ok: false, error: { code: 'not-an-answer' } });
  });

  it.each([404, 405, 501])('has no such path: %i, and the model is there', async (code) => {
    server.embeddings(status(code));
    expect(await embed()).toEqual({ ok: false, error: { code: 'not-offered' } });
  });

  it('lists no models and has no such path', async () => {
    server.embeddings(status(404));
    server.models(status(404));
    expect(await embed()).toEqual({ ok: false, error: { code: 'not-offered' } });
  });

  it('knows other models, and not this one', async () => {
    server.embeddings(status(404));
    expect(await embed({ model: 'gone' })).toEqual({
      ok: false,
      error: { code: 'model-missing', model: 'gone', others: 2 },
    });
    server.embeddings(status(404, {}, { error: { message: 'no', code: 'model_not_found' } }));
    expect(await embed()).toMatchObject({ error: { code: 'model-missing', others: 1 } });
  });

  it.each([
    [401, { code: 'key-refused' }],
    [403, { code: 'not-allowed' }],
    [400, { code: 'rejected', status: 400 }],
    [413, { code: 'too-long' }],
  ])('refuses with %i, asked once', async (code, failure) => {
    server.embeddings(status(code));
    expect(await embed()).toEqual({ ok: false, error: failure });
    expect(asked()).toHaveLength(1);
  });

  it('is asked three times when it fails, or as often as wanted', async () => {
    server.embeddings(status(503, { 'retry-after-ms': '1' }));
    expect(await embed()).toEqual({ ok: false, error: { code: 'server', status: 503, tries: 3 } });
    expect(asked()).toHaveLength(3);
    await embedWithEndpoint(endpointConfig(server.baseUrl), request, never(), { mostTries: 1 });
    expect(asked()).toHaveLength(4);
  });

  it('says nothing: stalled after the time that the settings say', async () => {
    server.embeddings(() => {});
    const config = endpointConfig(server.baseUrl, { stallSeconds: 0.05 });
    expect(await embed({}, config)).toEqual({ ok: false, error: { code: 'stalled', seconds: 0.05 } });
  });

  it('is let go on the wire when the asker gives up', async () => {
    const stop = new AbortController();
    server.embeddings(() => stop.abort());
    expect(await embed({}, undefined, stop.signal)).toEqual({ ok: false, error: { code: 'aborted' } });
    await expect.poll(() => asked()[0]!.closedEarly).toBe(true);
  });

  it('is never asked while nothing leaves, nor past the gate', async () => {
    const config: ModelConfig = endpointConfig(server.baseUrl);
    const host = new URL(server.origin).host;
    for (const each of [
      { ...config, nothingLeaves: true },
      { ...config, send: createEgress([]) },
    ])
      expect(await embed({}, each)).toEqual({ ok: false, error: { code: 'host-blocked', host } });
    expect(server.requests).toEqual([]);
  });
});
