import { systemClock } from '@/lib/platform/clock';
import type { ModelPart, ModelRequest } from '../contract';
import type { ModelConfig } from '../provider';
import { chunkSchema, completionSchema, createThoughtFilter } from './chunk';
import { createClient } from './endpoint';
import { type AttemptFailure, isOffline, secondsToNextTry, toFailure } from './failure';
import { listModels } from './models';
import { presetOf } from './presets';
import { createWatchdog, type Watchdog } from './watchdog';

const mostTries = 3;

type Client = Awaited<ReturnType<typeof createClient>>;

/**
 * Streams one answer. Tried again, at most three times in all, only before the first word and only when the endpoint
 * was busy (429) or failed (5xx). A partial text is never taken back: it ends as `cut`, `aborted` or with an error.
 */
export async function* writeWithEndpoint(
  config: ModelConfig,
  request: ModelRequest,
  signal: AbortSignal,
): AsyncGenerator<ModelPart> {
  if (isOffline() && !isLocal(config.endpoint.baseUrl)) {
    yield { type: 'error', error: { code: 'offline' } };
    return;
  }
  const sdk = await createClient(config);
  for (let tries = 1; ; tries += 1) {
    if (signal.aborted) {
      yield { type: 'end', reason: 'aborted' };
      return;
    }
    const failed = yield* attempt(config, request, sdk, signal, tries);
    if (failed === null) return;
    const seconds = secondsToNextTry(failed, tries, mostTries);
    if (seconds === null) {
      yield { type: 'error', error: failed.failure };
      return;
    }
    yield { type: 'warning', code: 'retrying', retryInSeconds: seconds };
    await systemClock.sleep(seconds * 1000, signal);
  }
}

/** One request. Returns the failure when another try may be made, `null` when the last part was yielded. */
async function* attempt(
  config: ModelConfig,
  request: ModelRequest,
  sdk: Client,
  signal: AbortSignal,
  tries: number,
): AsyncGenerator<ModelPart, AttemptFailure | null> {
  const { endpoint } = config;
  const watchdog = createWatchdog(endpoint.stallSeconds * 1000, signal);
  const progress: Progress = { hasText: false, hasChunk: false, finish: null };
  try {
    const { data, response } = await sdk.client.chat.completions
      .create(
        {
          model: endpoint.model,
          messages: request.prompt.map((message) => ({ ...message })),
          stream: true,
          stream_options: { include_usage: true },
          [presetOf(endpoint.preset).outputLimit]: request.maxOutputTokens,
        },
        { signal: watchdog.signal },
      )
      .withResponse();
    const contentType = response.headers.get('content-type') ?? '';
    if (contentType.includes('text/html')) {
      await response.body?.cancel();
      yield { type: 'error', error: { code: 'not-an-answer' } };
      return null;
    }
    if (contentType.includes('application/json')) yield* readWhole(await response.json(), progress);
    else yield* readStream(data, progress, watchdog);
  } catch (error) {
    const end = endOfCatch(error, progress, sdk, config, signal, watchdog, tries);
    if ('failure' in end) {
      if (end.isRetryable && !progress.hasText) return end;
      if (end.failure.code === 'model-missing') end.failure.others = await countOthers(config, signal);
      yield { type: 'error', error: end.failure };
    } else yield end;
    return null;
  } finally {
    watchdog.stop();
  }
  yield endOfStream(progress, signal, watchdog, endpoint.stallSeconds);
  return null;
}

interface Progress {
  hasText: boolean;
  hasChunk: boolean;
  finish: string | null;
}

async function* readStream(
  stream: AsyncIterable<unknown>,
  progress: Progress,
  watchdog: Watchdog,
): AsyncGenerator<ModelPart> {
  const withoutThoughts = createThoughtFilter();
  for await (const raw of stream) {
    watchdog.feed();
    const parsed = chunkSchema.safeParse(raw);
    // Keep-alives and vendors' own events are no answer, but no reason to stop either.
    if (!parsed.success) continue;
    progress.hasChunk = true;
    const choice = parsed.data.choices[0];
    const text = withoutThoughts(choice?.delta?.content ?? '');
    if (text !== '') {
      progress.hasText = true;
      yield { type: 'text', text };
    }
    progress.finish = choice?.finish_reason ?? progress.finish;
    const { usage } = parsed.data;
    if (usage)
      yield { type: 'usage', inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens };
  }
}

/** The answer of a server that ignored `stream`. */
function* readWhole(body: unknown, progress: Progress): Generator<ModelPart> {
  const parsed = completionSchema.safeParse(body);
  if (!parsed.success) return;
  progress.hasChunk = true;
  const choice = parsed.data.choices[0];
  const text = createThoughtFilter()(choice?.message.content ?? '');
  if (text !== '') {
    progress.hasText = true;
    yield { type: 'text', text };
  }
  progress.finish = choice?.finish_reason ?? null;
  const { usage } = parsed.data;
  if (usage) yield { type: 'usage', inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens };
}

/**
 * An aborted SDK stream ends like a finished one, and so does a stream without `[DONE]`: only signals and the finish
 * reason tell them apart.
 */
function endOfStream(
  progress: Progress,
  signal: AbortSignal,
  watchdog: Watchdog,
  stallSeconds: number,
): ModelPart {
  if (signal.aborted) return { type: 'end', reason: 'aborted' };
  if (watchdog.hasFired()) return { type: 'error', error: { code: 'stalled', seconds: stallSeconds } };
  if (!progress.hasChunk) return { type: 'error', error: { code: 'not-an-answer' } };
  if (progress.finish === null)
    return progress.hasText ? { type: 'end', reason: 'cut' } : { type: 'error', error: { code: 'empty' } };
  if (progress.finish === 'content_filter') return { type: 'end', reason: 'filtered' };
  if (!progress.hasText) return { type: 'error', error: { code: 'empty' } };
  return { type: 'end', reason: progress.finish === 'length' ? 'length' : 'complete' };
}

function endOfCatch(
  error: unknown,
  progress: Progress,
  sdk: Client,
  config: ModelConfig,
  signal: AbortSignal,
  watchdog: Watchdog,
  tries: number,
): ModelPart | AttemptFailure {
  if (signal.aborted) return { type: 'end', reason: 'aborted' };
  if (watchdog.hasFired())
    return { type: 'error', error: { code: 'stalled', seconds: config.endpoint.stallSeconds } };
  if (error instanceof SyntaxError) {
    return progress.hasText
      ? { type: 'end', reason: 'cut' }
      : { type: 'error', error: { code: 'not-an-answer' } };
  }
  const failure = toFailure(error, sdk.OpenAI, config.endpoint.model, tries);
  // A dropped socket after the first word: the text stands, it only broke off.
  const isDropped = failure.failure.code === 'unreachable' || failure.failure.code === 'offline';
  return isDropped && progress.hasText ? { type: 'end', reason: 'cut' } : failure;
}

async function countOthers(config: ModelConfig, signal: AbortSignal): Promise<number | null> {
  const models = await listModels(config, signal);
  return models.ok ? models.value.filter((model) => model.id !== config.endpoint.model).length : null;
}

function isLocal(baseUrl: string): boolean {
  return /^https?:\/\/(?:localhost|127\.|\[::1\])/.test(baseUrl);
}
