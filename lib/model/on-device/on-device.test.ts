import { afterEach, describe, expect, it } from 'vitest';
import type { Availability, ModelPart, ModelRequest } from '../contract';
import type { ModelConfig } from '../provider';
import { downloadOnDevice, onDevice } from './index';
import type { PromptApi } from './prompt-api';

const globals = globalThis as { LanguageModel?: unknown };
afterEach(() => {
  delete globals.LanguageModel;
});

const config: ModelConfig = {
  endpoint: { preset: 'other', baseUrl: '', model: '', contextTokens: null, stallSeconds: 5 },
  apiKey: null,
  nothingLeaves: true,
  send: () => Promise.reject(new Error('nothing may be sent')),
};
const request = {
  prompt: [
    { role: 'system', content: 'Rules' },
    { role: 'user', content: 'Ask' },
  ],
  material: { language: 'de' },
  maxOutputTokens: 10,
} as unknown as ModelRequest;

type Fake = Partial<PromptApi> & { asked?: unknown[] };

function install(fake: Fake): void {
  globals.LanguageModel = { availability: async () => 'available', ...fake };
}

function sessionOf(pieces: readonly string[], onDestroy = () => {}) {
  return {
    promptStreaming: () =>
      new ReadableStream<string>({
        start(controller) {
          for (const piece of pieces) controller.enqueue(piece);
          controller.close();
        },
      }),
    destroy: onDestroy,
  };
}

async function write(): Promise<ModelPart[]> {
  const made = onDevice.create(config);
  if (!made.ok) return [{ type: 'error', error: made.error }];
  const parts: ModelPart[] = [];
  for await (const part of made.value.write(request, new AbortController().signal)) parts.push(part);
  return parts;
}

describe('the browser’s own model', () => {
  it.each([
    ['available', { state: 'ready' }],
    ['downloadable', { state: 'downloadable' }],
    ['downloading', { state: 'downloading', fraction: null }],
    ['unavailable', { state: 'unavailable', reason: 'device' }],
  ] as const)('tells %s by asking, with the language of the ticket', async (state, expected) => {
    const asked: unknown[] = [];
    install({
      availability: async (options) => {
        asked.push(options);
        return state;
      },
    });
    expect(await onDevice.availability(config, 'de')).toEqual(expected);
    expect(asked).toEqual([
      {
        expectedInputs: [{ type: 'text', languages: ['en', 'de'] }],
        expectedOutputs: [{ type: 'text', languages: ['de'] }],
      },
    ]);
  });

  it('is unavailable where the browser has none', async () => {
    expect(await onDevice.availability(config, 'en')).toEqual({ state: 'unavailable', reason: 'browser' });
    expect(await write()).toEqual([{ type: 'error', error: { code: 'unavailable' } }]);
  });

  it('streams pieces and destroys its session', async () => {
    let destroyed = 0;
    install({ create: async () => sessionOf(['Hi ', 'Ann.'], () => (destroyed += 1)) });
    expect(await write()).toEqual([
      { type: 'text', text: 'Hi ' },
      { type: 'text', text: 'Ann.' },
      { type: 'end', reason: 'complete' },
    ]);
    expect(destroyed).toBe(1);
  });

  it('takes builds that send the whole text each time', async () => {
    install({ create: async () => sessionOf(['Hi', 'Hi Ann', 'Hi Ann.']) });
    expect((await write()).map((part) => (part.type === 'text' ? part.text : ''))).toEqual([
      'Hi',
      ' Ann',
      '.',
      '',
    ]);
  });

  it('says when the text is too long for it', async () => {
    install({
      create: () => Promise.reject(Object.assign(new Error('full'), { name: 'QuotaExceededError' })),
    });
    expect(await write()).toEqual([{ type: 'error', error: { code: 'too-long' } }]);
  });

  it('says when the browser has the name but not the model', async () => {
    install({ create: () => Promise.reject(Object.assign(new Error('no'), { name: 'NotSupportedError' })) });
    expect(await write()).toEqual([{ type: 'error', error: { code: 'unavailable' } }]);
  });

  it('reports the download as it goes', async () => {
    install({
      create: async ({ monitor }) => {
        const target = new EventTarget();
        monitor?.(target);
        for (const loaded of [0.25, 1]) {
          await Promise.resolve();
          target.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded }));
        }
        return sessionOf([]);
      },
    });
    const states: Availability[] = [];
    for await (const state of downloadOnDevice('en', new AbortController().signal)) states.push(state);
    expect(states).toEqual([
      { state: 'downloading', fraction: 0.25 },
      { state: 'downloading', fraction: 1 },
      { state: 'ready' },
    ]);
  });
});
