import type OpenAI from 'openai';
import type { ModelFailure } from '../contract';

/** What an attempt ended with, and whether another may help. */
export interface AttemptFailure {
  failure: ModelFailure;
  /** Seconds the endpoint asked to wait; `null`: it did not say. */
  retryAfterSeconds: number | null;
  isRetryable: boolean;
}

/** A longer wait is told to the agent instead of waited for. */
const longestWaitSeconds = 60;

/** How long to wait before another try: as the endpoint asks, or longer each time; `null`: another cannot help. */
export function secondsToNextTry(failed: AttemptFailure, tries: number, mostTries: number): number | null {
  const seconds = failed.retryAfterSeconds ?? 2 ** (tries - 1);
  return failed.isRetryable && tries < mostTries && seconds <= longestWaitSeconds ? seconds : null;
}

/** Errors of the SDK as values. Decided by status and code, never by message. */
export function toFailure(error: unknown, sdk: typeof OpenAI, model: string, tries: number): AttemptFailure {
  const final = (failure: ModelFailure): AttemptFailure => ({
    failure,
    retryAfterSeconds: null,
    isRetryable: false,
  });
  const blocked = blockedHost(error);
  if (blocked !== null) return final({ code: 'host-blocked', host: blocked });
  if (error instanceof sdk.APIConnectionError)
    return final({ code: isOffline() ? 'offline' : 'unreachable' });
  if (!(error instanceof sdk.APIError)) return final({ code: isOffline() ? 'offline' : 'unreachable' });

  const retryAfterSeconds = readRetryAfter(error.headers);
  const status = error.status ?? statusInStream(error);
  const code = typeof error.code === 'string' ? error.code : '';
  if (code === 'context_length_exceeded' || status === 413) return final({ code: 'too-long' });
  if (status === 401) return final({ code: 'key-refused' });
  if (status === 403) return final({ code: 'not-allowed' });
  if (status === 404) return final({ code: 'model-missing', model, others: null });
  if (status === 429) {
    // "insufficient_quota" also comes as 429: waiting does not help, but the sentence is the same.
    const isRetryable = code !== 'insufficient_quota';
    return { failure: { code: 'rate-limited', retryAfterSeconds }, retryAfterSeconds, isRetryable };
  }
  if (status >= 500)
    return {
      failure: { code: 'server', status, tries },
      retryAfterSeconds,
      isRetryable: error.status !== undefined,
    };
  return final({ code: 'rejected', status });
}

/** Some servers put a status number into the error object that they send inside a stream. */
function statusInStream(error: InstanceType<typeof OpenAI.APIError>): number {
  const code = Number((error.error as { code?: unknown } | undefined)?.code);
  return Number.isInteger(code) && code >= 400 && code < 600 ? code : 500;
}

/** Seconds from `Retry-After` (number or date) or `retry-after-ms`. */
function readRetryAfter(headers: Headers | undefined, nowMs = Date.now()): number | null {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return Math.ceil(milliseconds / 1000);
  const text = headers?.get('retry-after');
  if (!text) return null;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds));
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - nowMs) / 1000));
}

/** The egress gate refuses by throwing; the SDK wraps that as a cause. */
function blockedHost(error: unknown): string | null {
  for (
    let current: unknown = error, depth = 0;
    current instanceof Error && depth < 4;
    current = current.cause, depth += 1
  ) {
    if ('why' in current && 'host' in current && typeof current.host === 'string') return current.host;
  }
  return null;
}

export function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false;
}
