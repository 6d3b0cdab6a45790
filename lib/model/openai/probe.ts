import * as z from 'zod/mini';
import type { ProbeCheck } from '../contract';
import type { ModelConfig } from '../provider';
import { completionSchema } from './chunk';
import { readBaseUrl } from './endpoint';
import { authHeaders, type ListedModel, listModels } from './models';
import { presetOf } from './presets';
import { writeWithEndpoint } from './write';

const order = ['host', 'path', 'key', 'model', 'stream', 'json', 'context', 'embeddings'] as const;
type CheckName = ProbeCheck['check'];

/**
 * Tries an endpoint step by step, in plain order. After the first step that makes the next ones pointless the rest is
 * reported as not reached. Sends two tiny questions ("Answer with the word yes.") and no ticket text.
 */
export async function* probeEndpoint(config: ModelConfig, signal: AbortSignal): AsyncGenerator<ProbeCheck> {
  const base = readBaseUrl(config.endpoint.baseUrl);
  if (!base.ok) {
    yield* stopAt('host', base.error.code);
    return;
  }
  const listed = await listModels(config, signal);
  if (!listed.ok && listed.error.kind === 'no-answer') {
    yield* stopAt('host', 'no answer');
    return;
  }
  yield { check: 'host', state: 'ok', detail: base.value.host };
  const status = listed.ok ? 200 : listed.error.status;
  if (!listed.ok && listed.error.kind === 'not-json') {
    yield* stopAt('path', 'a web page came back, not an answer');
    return;
  }
  const isRefused = status === 401 || status === 403;
  // Some servers list no models but answer questions; then only the question can tell.
  const isListed = listed.ok;
  if (!isListed && !isRefused && status !== 404 && status !== 405) {
    yield* stopAt('path', `answered ${status}`);
    return;
  }
  const written = isRefused ? null : await ask(config, signal);
  if (!isListed && written?.failure === 'model-missing') {
    yield* stopAt('path', `answered ${status}`);
    return;
  }
  yield { check: 'path', state: 'ok', detail: base.value.pathname };
  if (isRefused || written?.failure === 'key-refused') {
    yield* stopAt('key', `answered ${isRefused ? status : 401}`);
    return;
  }
  yield { check: 'key', state: 'ok', detail: config.apiKey ? 'accepted' : 'none needed' };
  yield modelCheck(config, listed.ok ? listed.value : null, written!.failure);
  yield {
    check: 'stream',
    state: written!.firstTextMs === null ? 'failed' : 'ok',
    detail:
      written!.firstTextMs === null
        ? (written!.failure ?? 'no text')
        : `first words after ${written!.firstTextMs} ms`,
  };
  yield await jsonCheck(config, signal);
  yield contextCheck(config, listed.ok ? listed.value : null);
  yield embeddingsCheck(listed.ok ? listed.value : null);
}

function* stopAt(check: CheckName, detail: string): Generator<ProbeCheck> {
  const index = order.indexOf(check);
  yield { check, state: 'failed', detail };
  for (const later of order.slice(index + 1)) yield { check: later, state: 'not-reached', detail: '' };
}

interface Asked {
  firstTextMs: number | null;
  failure: string | null;
}

const question = [
  { role: 'system' as const, content: 'You answer with one word.' },
  { role: 'user' as const, content: 'Answer with the word yes.' },
];

async function ask(config: ModelConfig, signal: AbortSignal): Promise<Asked> {
  const began = performance.now();
  let firstTextMs: number | null = null;
  let failure: string | null = null;
  const material = {
    language: 'en',
    customerFirstName: null,
    agentName: null,
    channel: 'email',
    asks: [],
    passages: [],
    cannedReplies: [],
    missing: [],
    context: '',
    tone: 'neutral' as const,
    evidence: 'none' as const,
    instruction: null,
    previous: null,
  };
  for await (const part of writeWithEndpoint(
    config,
    { prompt: question, material, maxOutputTokens: 200 },
    signal,
  )) {
    if (part.type === 'text') firstTextMs ??= Math.round(performance.now() - began);
    if (part.type === 'error') failure = part.error.code;
  }
  return { firstTextMs, failure };
}

function modelCheck(
  config: ModelConfig,
  models: readonly ListedModel[] | null,
  failure: string | null,
): ProbeCheck {
  const { model } = config.endpoint;
  if (models === null) {
    return {
      check: 'model',
      state: failure === 'model-missing' ? 'failed' : 'not-offered',
      detail: 'the endpoint lists no models',
    };
  }
  const isThere =
    failure !== 'model-missing' && (failure === null || models.some((listed) => listed.id === model));
  return {
    check: 'model',
    state: isThere ? 'ok' : 'failed',
    detail: isThere
      ? model
      : `not there, ${models.filter((listed) => listed.id !== model).length} others are`,
  };
}

async function jsonCheck(config: ModelConfig, signal: AbortSignal): Promise<ProbeCheck> {
  const check = 'json' as const;
  const base = readBaseUrl(config.endpoint.baseUrl);
  if (!base.ok) return { check, state: 'not-reached', detail: '' };
  try {
    const response = await config.send(`${base.value.href.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authHeaders(config) },
      body: JSON.stringify({
        model: config.endpoint.model,
        messages: [{ role: 'user', content: 'Answer with this JSON object and nothing else: {"ok": true}' }],
        response_format: { type: 'json_object' },
        [presetOf(config.endpoint.preset).outputLimit]: 200,
      }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(config.endpoint.stallSeconds * 1000)]),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { check, state: 'not-offered', detail: `answered ${response.status}` };
    }
    const answer = completionSchema.safeParse(await response.json());
    const content = answer.success ? answer.data.choices[0]?.message.content : null;
    const isJson = z.looseObject({}).safeParse(JSON.parse(content ?? '')).success;
    return {
      check,
      state: isJson ? 'ok' : 'not-offered',
      detail: isJson ? 'objects on request' : 'answered something else',
    };
  } catch {
    // Broken off or not JSON: drafting does not need it, so it is only reported.
    return { check, state: 'not-offered', detail: 'answered something else' };
  }
}

function contextCheck(config: ModelConfig, models: readonly ListedModel[] | null): ProbeCheck {
  const tokens = models?.find((model) => model.id === config.endpoint.model)?.contextTokens ?? null;
  return {
    check: 'context',
    state: tokens === null ? 'not-offered' : 'ok',
    detail: tokens === null ? 'not told' : `${tokens}`,
  };
}

function embeddingsCheck(models: readonly ListedModel[] | null): ProbeCheck {
  const model = models?.find(({ id }) => /embed|bge|e5-|minilm/i.test(id));
  return {
    check: 'embeddings',
    state: model === undefined ? 'not-offered' : 'ok',
    detail: model?.id ?? 'none listed',
  };
}
