import { describe, expect, it } from 'vitest';
import { ok } from '@/lib/result';
import { meaningSpace } from '@/lib/settings/meaning';
import { defaultSettings, type Settings } from '@/lib/settings/schema';
import { embedded, embedText } from '@/test/support/embeddings';
import { endpointConfig } from '@/test/support/endpoint-config';
import { status } from '@/test/support/sse-server';
import { sseServerOfFile } from '@/test/support/sse-server-of-file';
import type { TakenKey } from '../key/endpoint-key';
import { createMeaning } from './meaning';

const server = await sseServerOfFile((server) => server.embeddings(embedded()));

const never = new AbortController().signal;

function setUp({ stored = true, taken = { isLocked: false, key: 'key-1', gone: never } as TakenKey } = {}) {
  const settings: Settings = {
    ...defaultSettings,
    provider: 'openai',
    endpoint: { ...defaultSettings.endpoint, baseUrl: server.baseUrl },
    meaning: { isOn: true, model: 'house-embed', dimensions: null, price: null },
  };
  const prepared: string[] = [];
  const meaning = createMeaning(
    {
      async prepareMeaning(space) {
        prepared.push(space);
        return ok({ generation: 1, articles: 1, passages: 1, bytes: 1, damagedSegments: 0 });
      },
    },
    async () => ({ space: async () => ok(stored ? meaningSpace(settings) : 'another space') }),
    { take: async () => taken },
    ({ endpoint }) => endpointConfig(endpoint.baseUrl),
  );
  return { meaning, settings, prepared };
}

describe('what a question means', () => {
  it('is told by the endpoint, in the space of what is stored', async () => {
    const { meaning, settings } = setUp();
    const ask = (await meaning.askerFor(settings))!;
    expect(await ask(['a refund', 'a lamp'], never)).toEqual({
      space: meaningSpace(settings),
      vectors: ['a refund', 'a lamp'].map((text) => Float32Array.from(embedText(text))),
    });
  });

  it('is not asked where there is nothing to compare it with, or it is not wanted', async () => {
    const { meaning, settings } = setUp();
    expect(await meaning.askerFor({ ...settings, nothingLeaves: true })).toBeNull();
    expect(await meaning.askerFor({ ...settings, askBefore: true })).toBeNull();
    expect(await setUp({ stored: false }).meaning.askerFor(settings)).toBeNull();
  });

  it('is no answer under a locked key or with one that is taken away, and when the endpoint fails, asked once', async () => {
    const locked = setUp({ taken: { isLocked: true } });
    expect(await (await locked.meaning.askerFor(locked.settings))!(['a'], never)).toBeNull();
    expect(server.requests).toEqual([]);
    const gone = setUp({ taken: { isLocked: false, key: null, gone: AbortSignal.abort() } });
    expect(await (await gone.meaning.askerFor(gone.settings))!(['a'], never)).toBeNull();
    server.embeddings(status(503));
    const { meaning, settings } = setUp();
    expect(await (await meaning.askerFor(settings))!(['a'], never)).toBeNull();
    expect(server.requests).toHaveLength(1);
  });

  it('has the stored vectors read before the first question, once a space and only where it will be asked', () => {
    const { meaning, settings, prepared } = setUp();
    meaning.follow({ ...settings, nothingLeaves: true });
    expect(prepared).toEqual([]);
    meaning.follow(settings);
    meaning.follow({ ...settings, agentName: 'Mara' });
    expect(prepared).toEqual([meaningSpace(settings)]);
  });
});
