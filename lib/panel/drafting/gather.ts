import type { Clock } from '@/lib/platform/clock';

/** Hands things on together, in their order, `pauseMs` after the first of them came. */
export interface Gathered<T> {
  add(thing: T): void;
  /** Hands on what waits, now. */
  flush(): void;
}

export function gather<T>(
  pauseMs: number,
  clock: Clock,
  handOn: (thing: T) => void,
  signal: AbortSignal,
): Gathered<T> {
  let waiting: T[] = [];
  const flush = () => {
    const now = waiting;
    waiting = [];
    for (const thing of now) handOn(thing);
  };
  return {
    add(thing) {
      waiting.push(thing);
      if (waiting.length === 1) void clock.sleep(pauseMs, signal).then(flush);
    },
    flush,
  };
}
