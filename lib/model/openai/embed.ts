import * as z from 'zod/mini';
import { systemClock } from '@/lib/platform/clock';
import { err, ok, type Result } from '@/lib/result';
import type { EmbeddingFailure, EmbeddingRequest, Embeddings } from '../contract';
import type { ModelConfig } from '../provider';
import { createClient } from './endpoint';
import { secondsToNextTry, toFailure } from './failure';
import { listModels } from './models';
import { createWatchdog } from './watchdog';

const answerSchema = z.object({
  data: z.array(z.object({ index: z.number(), embedding: z.array(z.number()) })),
  usage: z.optional(z.nullable(z.object({ prompt_tokens: z.number() }))),
});

/**
 * `POST {base}/embeddings`: one vector a text, in the order of the texts. Waits and tries again as a draft does, at most
 * `mostTries` times in all, and gives up on silence as long as the settings call a draft stalled.
 */
export async function embedWithEndpoint(
  config: ModelConfig,
  request: EmbeddingRequest,
  signal: AbortSignal,
  { mostTries = 3 } = {},
): Promise<Result<Embeddings, EmbeddingFailure>> {
  const { endpoint, nothingLeaves } = config;
  if (nothingLeaves) return err({ code: 'host-blocked', host: hostOf(endpoint.baseUrl) });
  const { client, OpenAI } = await createClient(config);
  for (let tries = 1; ; tries += 1) {
    if (signal.aborted) return err({ code: 'aborted' });
    const watchdog = createWatchdog(endpoint.stallSeconds * 1000, signal);
    try {
      const answer: unknown = await client.embeddings.create(
        {
          model: request.model,
          input: [...request.texts],
          // Said, because the SDK asks for base64 otherwise, which not every server speaks.
          encoding_format: 'float',
          ...(request.dimensions !== null && { dimensions: request.dimensions }),
        },
        { signal: watchdog.signal },
      );
      return readAnswer(answer, request.texts.length);
    } catch (error) {
      if (signal.aborted) return err({ code: 'aborted' });
      if (watchdog.hasFired()) return err({ code: 'stalled', seconds: endpoint.stallSeconds });
      if (error instanceof SyntaxError) return err({ code: 'not-an-answer' });
      const failed = toFailure(error, OpenAI, request.model, tries);
      const seconds = secondsToNextTry(failed, tries, mostTries);
      if (seconds === null) return err(await named(failed.failure, error, config, request.model, signal));
      await systemClock.sleep(seconds * 1000, signal);
    } finally {
      watchdog.stop();
    }
  }
}

function readAnswer(answer: unknown, texts: number): Result<Embeddings, EmbeddingFailure> {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) return err({ code: 'not-an-answer' });
  const vectors: (Float32Array<ArrayBuffer> | undefined)[] = new Array(texts).fill(undefined);
  for (const { index, embedding } of parsed.data.data) vectors[index] = Float32Array.from(embedding);
  const dimensions = vectors[0]?.length ?? 0;
  const whole = vectors.filter((vector) => vector !== undefined && vector.length === dimensions);
  // One too few, one too many or one of another size: whose vector is whose cannot be told.
  if (dimensions === 0 || vectors.length !== texts || whole.length !== texts)
    return err({ code: 'not-an-answer' });
  return ok({
    vectors: whole as Float32Array<ArrayBuffer>[],
    dimensions,
    tokens: parsed.data.usage?.prompt_tokens ?? null,
  });
}

const withoutPath: readonly number[] = [404, 405, 501];

/** A 404 says that the path is not there, or that the model is not: the list of models tells which. */
async function named(
  failure: EmbeddingFailure,
  error: unknown,
  config: ModelConfig,
  model: string,
  signal: AbortSignal,
): Promise<EmbeddingFailure> {
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (typeof status !== 'number' || !withoutPath.includes(status)) return failure;
  const listed = await listModels(config, signal);
  const isListed = listed.ok && listed.value.some(({ id }) => id === model);
  if (code !== 'model_not_found' && (!listed.ok || isListed)) return { code: 'not-offered' };
  const others = listed.ok ? listed.value.filter(({ id }) => id !== model).length : null;
  return { code: 'model-missing', model, others };
}

function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
}
