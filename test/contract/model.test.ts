import { afterEach, describe, expect, it } from 'vitest';
import type { ModelPart, ModelRequest } from '@/lib/model/contract';
import type { ModelConfig } from '@/lib/model/provider';
import { createProvider, providers } from '@/lib/model/registry';
import { createEgress } from '@/lib/platform/egress';
import { providerIds } from '@/lib/settings/schema';
import { startSseServer, words } from '../support/sse-server';

const request: ModelRequest = {
  prompt: [
    { role: 'system', content: 'Rules' },
    { role: 'user', content: 'How long do refunds take?' },
  ],
  material: {
    language: 'en',
    customerFirstName: 'Ann',
    agentName: 'Maya',
    channel: 'email',
    asks: [{ text: 'How long do refunds take?', passages: [1] }],
    passages: [
      {
        number: 1,
        title: 'Refund times',
        kind: 'policy',
        text: 'We pay refunds within 7 working days.',
        validity: '',
      },
    ],
    cannedReplies: [],
    missing: [],
    context: 'How long do refunds take?',
    tone: 'neutral',
    evidence: 'strong',
    instruction: null,
    previous: null,
  },
  maxOutputTokens: 300,
};

const globals = globalThis as { LanguageModel?: unknown };
afterEach(() => {
  delete globals.LanguageModel;
});

/** The documented shape of the browser's Prompt API, answering one fixed text in pieces. */
function installPromptApi() {
  globals.LanguageModel = {
    availability: async () => 'available',
    create: async () => ({
      promptStreaming: (_: string, { signal }: { signal: AbortSignal }) =>
        new ReadableStream<string>({
          async start(controller) {
            for (const piece of ['We pay refunds ', 'within 7 working days.', ' [1]']) {
              await new Promise((resolve) => setTimeout(resolve, 5));
              if (signal.aborted) {
                controller.error(signal.reason);
                return;
              }
              controller.enqueue(piece);
            }
            controller.close();
          },
        }),
      destroy: () => {},
    }),
  };
}

async function setUp(): Promise<{ config: ModelConfig; close: () => Promise<void> }> {
  installPromptApi();
  const server = await startSseServer();
  server.chat(words('We pay refunds ', 'within 7 working days.', ' [1]'));
  const endpoint = {
    preset: 'other',
    baseUrl: server.baseUrl,
    model: 'house-12b',
    contextTokens: 8_000,
    stallSeconds: 5,
  };
  return {
    config: { endpoint, apiKey: null, nothingLeaves: false, send: createEgress([server.origin]) },
    close: server.close,
  };
}

async function collect(parts: AsyncIterable<ModelPart>): Promise<ModelPart[]> {
  const all: ModelPart[] = [];
  for await (const part of parts) all.push(part);
  return all;
}

it('knows every provider that the settings offer, and no other', () => {
  expect(providers.map((provider) => provider.id)).toEqual([...providerIds]);
  expect(providers.length).toBeGreaterThan(0);
});

describe.each(providers.map((provider) => provider.id))('provider %s', (id) => {
  it('writes text, cites by number and ends exactly once, last', async () => {
    const { config, close } = await setUp();
    try {
      const made = createProvider(id, config);
      if (!made.ok) throw new Error(made.error.code);
      const parts = await collect(made.value.write(request, new AbortController().signal));
      const text = parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
      expect(text).toContain('within 7 working days');
      expect(text).toContain('[1]');
      expect(parts.filter((part) => part.type === 'end' || part.type === 'error')).toEqual([
        { type: 'end', reason: 'complete' },
      ]);
      expect(parts.at(-1)?.type).toBe('end');
    } finally {
      await close();
    }
  });

  it('writes nothing after it was stopped', async () => {
    const { config, close } = await setUp();
    try {
      const made = createProvider(id, config);
      if (!made.ok) throw new Error(made.error.code);
      const parts = await collect(made.value.write(request, AbortSignal.abort()));
      expect(parts).toEqual([{ type: 'end', reason: 'aborted' }]);
    } finally {
      await close();
    }
  });

  it('names itself and the hosts it needs', async () => {
    const { config, close } = await setUp();
    const made = createProvider(id, config);
    if (!made.ok) throw new Error(made.error.code);
    expect(made.value.id).toBe(id);
    expect(made.value.label).not.toBe('');
    expect(made.value.egress).toEqual(id === 'openai' ? [new URL(config.endpoint.baseUrl).host] : []);
    await close();
  });

  it('is refused while nothing may leave, if it would send', async () => {
    const { config, close } = await setUp();
    const made = createProvider(id, { ...config, nothingLeaves: true });
    expect(made.ok).toBe(id !== 'openai');
    if (!made.ok)
      expect(made.error).toEqual({ code: 'host-blocked', host: new URL(config.endpoint.baseUrl).host });
    await close();
  });
});
