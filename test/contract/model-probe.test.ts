import { describe, expect, it } from 'vitest';
import { probeEndpoint } from '@/lib/model/openai';
import { endpointConfig } from '../support/endpoint-config';
import { html, json, startSseServer, status, words } from '../support/sse-server';
import { sseServerOfFile } from '../support/sse-server-of-file';

const server = await sseServerOfFile((server) =>
  server.models(json({ object: 'list', data: [{ id: 'house-12b' }, { id: 'text-embed-1' }] })),
);

describe('the endpoint test', () => {
  async function probe(settings = endpointConfig(server.baseUrl)) {
    const checks: Record<string, string> = {};
    for await (const { check, state } of probeEndpoint(settings, new AbortController().signal))
      checks[check] = state;
    return checks;
  }

  it('goes through everything in plain order', async () => {
    server.models(json({ data: [{ id: 'house-12b', max_model_len: 32_768 }, { id: 'text-embed-1' }] }));
    server.chat(words('yes'), json({ choices: [{ message: { content: '{"ok": true}' } }] }));
    expect(Object.entries(await probe())).toEqual([
      ['host', 'ok'],
      ['path', 'ok'],
      ['key', 'ok'],
      ['model', 'ok'],
      ['stream', 'ok'],
      ['json', 'ok'],
      ['context', 'ok'],
      ['embeddings', 'ok'],
    ]);
  });

  it.each([
    ['a refused key', status(401), 'key'],
    ['a login page', html(), 'path'],
    ['a server fault', status(500), 'path'],
  ])('stops at %s and reaches nothing after it', async (_, models, failed) => {
    server.models(models);
    const checks = await probe();
    expect(checks[failed]).toBe('failed');
    expect(Object.values(checks).at(-1)).toBe('not-reached');
    expect(Object.keys(checks)).toHaveLength(8);
  });

  it('says when the model is not there', async () => {
    server.chat(status(404));
    expect(await probe()).toMatchObject({ key: 'ok', model: 'failed', stream: 'failed' });
  });

  it('reports a host that does not answer', async () => {
    const gone = await startSseServer();
    await gone.close();
    expect(await probe(endpointConfig(gone.baseUrl))).toMatchObject({
      host: 'failed',
      path: 'not-reached',
      embeddings: 'not-reached',
    });
  });
});
