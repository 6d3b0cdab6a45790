import { monotonicFactory } from 'ulid';

/**
 * A source of ULIDs: 26 characters that sort by time, and within one millisecond by order of creation.
 * `now` is milliseconds since 1970; `random` gives numbers from 0 up to, not including, 1.
 */
export function createIds(now: () => number, random: () => number): () => string {
  const next = monotonicFactory(random);
  return () => next(now());
}
