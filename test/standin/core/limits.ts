/** What a limiter says about one request. Times in seconds, as the helpdesks' headers want them. */
interface LimitVerdict {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** Seconds until a request is allowed again (refused), or until the limit is whole again (allowed). */
  resetSeconds: number;
}

export interface Limiter {
  take(): LimitVerdict;
  reset(): void;
}

/** Fixed window, as Zendesk's "per minute" limits behave: `limit` requests, all back when the window ends. */
export function createWindowLimit(limit: number, windowMs: number, now: () => number): Limiter {
  let windowStart = Number.NEGATIVE_INFINITY;
  let used = 0;
  return {
    take() {
      const at = now();
      if (at - windowStart >= windowMs) {
        windowStart = at;
        used = 0;
      }
      const allowed = used < limit;
      if (allowed) used += 1;
      const resetSeconds = Math.max(1, Math.ceil((windowStart + windowMs - at) / 1000));
      return { allowed, limit, remaining: limit - used, resetSeconds };
    },
    reset() {
      windowStart = Number.NEGATIVE_INFINITY;
      used = 0;
    },
  };
}

/** Leaky bucket, as Gorgias documents its limit: holds `capacity`, drains evenly over `drainMs`. */
export function createLeakyBucket(capacity: number, drainMs: number, now: () => number): Limiter {
  let level = 0;
  let lastAt = now();
  return {
    take() {
      const at = now();
      level = Math.max(0, level - ((at - lastAt) * capacity) / drainMs);
      lastAt = at;
      const allowed = level + 1 <= capacity;
      if (allowed) level += 1;
      const waitMs = allowed ? (level * drainMs) / capacity : ((level + 1 - capacity) * drainMs) / capacity;
      return {
        allowed,
        limit: capacity,
        remaining: Math.max(0, Math.floor(capacity - level)),
        resetSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
      };
    },
    reset() {
      level = 0;
      lastAt = now();
    },
  };
}
