import type { PlainResponse } from '../core/http';
import { createWindowLimit, type Limiter } from '../core/limits';
import type { ZendeskOptions } from './options';

export interface Throttle {
  /** The 429, or null with the headers that every answer carries. */
  account(): { refused: PlainResponse | null; headers: Record<string, string> };
  mayUpdate(ticketId: number): boolean;
}

/** Limits per minute for the account, and per ten minutes for updates of one ticket. */
export function createThrottle(options: ZendeskOptions, now: () => number): Throttle {
  const perMinute = createWindowLimit(options.rateLimit, 60_000, now);
  const updates = new Map<number, Limiter>();
  let refusals = 0;
  return {
    account() {
      const { allowed, limit, remaining, resetSeconds } = perMinute.take();
      const headers = {
        'x-rate-limit': String(limit),
        'x-rate-limit-remaining': String(remaining),
        'ratelimit-limit': String(limit),
        'ratelimit-remaining': String(remaining),
        'ratelimit-reset': String(resetSeconds),
        'zendesk-ratelimit-tickets-index': `total=${limit}; remaining=${remaining}; resets=${resetSeconds}`,
      };
      if (allowed) return { refused: null, headers };
      const forms = ['full', 'no-body', 'no-header'] as const;
      const form = options.limitAnswer === 'rotate' ? forms[refusals % forms.length] : options.limitAnswer;
      refusals += 1;
      const refused: PlainResponse = {
        status: 429,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...(form !== 'no-header' && { 'retry-after': String(resetSeconds) }),
        },
        body:
          form === 'no-body'
            ? ''
            : JSON.stringify({
                error: 'APIRateLimitExceeded',
                description: 'Number of allowed API requests per minute exceeded',
              }),
      };
      return { refused, headers };
    },
    mayUpdate(ticketId) {
      let limit = updates.get(ticketId);
      if (!limit) {
        limit = createWindowLimit(options.updateLimit, 600_000, now);
        updates.set(ticketId, limit);
      }
      return limit.take().allowed;
    },
  };
}
