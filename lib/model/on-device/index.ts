import { err, ok } from '@/lib/result';
import type { Availability, ModelFailure, ModelPart, ModelRequest } from '../contract';
import type { ProviderFactory } from '../provider';
import { findPromptApi, optionsFor } from './prompt-api';

/** Small models take little; the real window is only known once a session exists. */
const assumedContextTokens = 4_096;

/** The browser's own model. Nothing leaves the machine, but the browser must have it and may have to fetch it first. */
export const onDevice: ProviderFactory<'on-device'> = {
  id: 'on-device',
  async availability(_config, language): Promise<Availability> {
    const api = findPromptApi();
    if (api === null) return { state: 'unavailable', reason: 'browser' };
    const state = await api.availability(optionsFor(language));
    if (state === 'available') return { state: 'ready' };
    if (state === 'downloadable') return { state: 'downloadable' };
    if (state === 'downloading') return { state: 'downloading', fraction: null };
    return { state: 'unavailable', reason: 'device' };
  },
  create() {
    if (findPromptApi() === null) return err({ code: 'unavailable' });
    return ok({
      id: 'on-device',
      label: 'On this device',
      egress: [],
      readsPrompt: true,
      contextTokens: assumedContextTokens,
      write,
    });
  },
};

/** Fetches the model. Must be called from a click: the browser refuses a download without one. */
export async function* downloadOnDevice(
  language: string | null,
  signal: AbortSignal,
): AsyncGenerator<Availability> {
  const api = findPromptApi();
  if (api === null) {
    yield { state: 'unavailable', reason: 'browser' };
    return;
  }
  const queue: number[] = [];
  let wake: () => void = () => {};
  let settled: Availability | null = null;
  const settle = (state: Availability) => {
    settled = state;
    wake();
  };
  api
    .create({
      ...optionsFor(language),
      signal,
      monitor: (target) =>
        target.addEventListener('downloadprogress', (event) => {
          queue.push((event as ProgressEvent).loaded);
          wake();
        }),
    })
    .then(
      (session) => {
        session.destroy();
        settle({ state: 'ready' });
      },
      () => settle({ state: 'unavailable', reason: signal.aborted ? 'aborted' : 'device' }),
    );
  for (;;) {
    while (queue.length > 0) yield { state: 'downloading', fraction: queue.shift()! };
    if (settled !== null) {
      yield settled;
      return;
    }
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (queue.length > 0 || settled !== null) resolve();
    });
  }
}

async function* write(request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelPart> {
  const api = findPromptApi();
  if (api === null) {
    yield { type: 'error', error: { code: 'unavailable' } };
    return;
  }
  const system = request.prompt.find((message) => message.role === 'system');
  const question = request.prompt
    .filter((message) => message.role !== 'system')
    .map((message) => message.content)
    .join('\n\n');
  let text = '';
  try {
    const session = await api.create({
      ...optionsFor(request.material?.language ?? null),
      ...(system && { initialPrompts: [{ role: 'system' as const, content: system.content }] }),
      signal,
    });
    try {
      const reader = session.promptStreaming(question, { signal }).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        // Early builds sent the whole text each time; the standard sends pieces.
        const piece = text !== '' && value.startsWith(text) ? value.slice(text.length) : value;
        if (piece === '') continue;
        text += piece;
        yield { type: 'text', text: piece };
      }
    } finally {
      session.destroy();
    }
  } catch (error) {
    if (signal.aborted) yield { type: 'end', reason: 'aborted' };
    else if (text !== '') yield { type: 'end', reason: 'cut' };
    else yield { type: 'error', error: failureOf(error) };
    return;
  }
  if (signal.aborted) yield { type: 'end', reason: 'aborted' };
  else if (text.trim() === '') yield { type: 'error', error: { code: 'empty' } };
  else yield { type: 'end', reason: 'complete' };
}

function failureOf(error: unknown): ModelFailure {
  const name = error instanceof Error ? error.name : '';
  return name === 'QuotaExceededError' ? { code: 'too-long' } : { code: 'unavailable' };
}
