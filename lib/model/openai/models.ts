import * as z from 'zod/mini';
import { err, ok, type Result } from '@/lib/result';
import type { ModelConfig } from '../provider';
import { readBaseUrl } from './endpoint';
import { presetOf } from './presets';

export interface ListedModel {
  id: string;
  /** Where the endpoint tells it; servers name it differently. */
  contextTokens: number | null;
}

/** `status` 0: no answer at all. */
export interface ListFailure {
  status: number;
  kind: 'no-answer' | 'refused' | 'not-json';
}

const listSchema = z.object({
  data: z.array(
    z.looseObject({
      id: z.string(),
      context_length: z.optional(z.nullable(z.number())),
      context_window: z.optional(z.nullable(z.number())),
      max_model_len: z.optional(z.nullable(z.number())),
      max_context_length: z.optional(z.nullable(z.number())),
      meta: z.optional(
        z.nullable(z.looseObject({ n_ctx: z.optional(z.number()), n_ctx_train: z.optional(z.number()) })),
      ),
    }),
  ),
});

const listTimeoutMs = 15_000;

/** `GET {base}/models`. */
export async function listModels(
  config: ModelConfig,
  signal: AbortSignal,
): Promise<Result<ListedModel[], ListFailure>> {
  const base = readBaseUrl(config.endpoint.baseUrl);
  if (!base.ok) return err({ status: 0, kind: 'no-answer' });
  let response: Response;
  try {
    response = await config.send(`${base.value.href.replace(/\/+$/, '')}/models`, {
      headers: authHeaders(config),
      signal: AbortSignal.any([signal, AbortSignal.timeout(listTimeoutMs)]),
    });
  } catch {
    // Unreachable, refused by the gate, redirected or timed out: for the caller there is no answer.
    return err({ status: 0, kind: 'no-answer' });
  }
  if (!response.ok) {
    await response.body?.cancel();
    return err({ status: response.status, kind: 'refused' });
  }
  const parsed = listSchema.safeParse(await readJson(response));
  if (!parsed.success) return err({ status: response.status, kind: 'not-json' });
  return ok(
    parsed.data.data.map((model) => ({
      id: model.id,
      contextTokens:
        model.context_length ??
        model.context_window ??
        model.max_model_len ??
        model.max_context_length ??
        model.meta?.n_ctx ??
        null,
    })),
  );
}

export function authHeaders(config: ModelConfig): Record<string, string> {
  const key = config.apiKey?.trim();
  if (!key) return {};
  const { keyHeader } = presetOf(config.endpoint.preset);
  return { authorization: `Bearer ${key}`, ...(keyHeader && { [keyHeader]: key }) };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // A login page or an empty body; the schema says so.
    return null;
  }
}
