import { liveQuery } from 'dexie';
import type { StoreFailure } from '@/lib/knowledge/repository';
import { toStoreFailure } from './failure';

/** A value that is told again after each change, from whichever tab it came, until the signal fires. */
export interface Live<T> {
  subscribe(
    signal: AbortSignal,
    onValue: (value: T) => void,
    onFailure?: (failure: StoreFailure) => void,
    /** Waited for before each load: what changes until then is gathered. */
    mayLoad?: () => Promise<void>,
  ): void;
}

/** A list under a running import takes at most a fifth of the page's time: it rests so many times as long as it took. */
const restShare = 4;

/**
 * `watch` is a cheap query that Dexie repeats when its rows change; `load` then reads what is shown. While a load runs,
 * further changes are gathered into one more load, so a running import cannot queue up hundreds. Each subscriber gets a
 * loader of its own, which may remember what it has read.
 */
export function createLive<W, T>(
  watch: () => Promise<W>,
  createLoader: () => (seen: W) => Promise<T>,
): Live<T> {
  return {
    subscribe(signal, onValue, onFailure, mayLoad) {
      if (signal.aborted) return;
      const load = createLoader();
      let waiting: { seen: W } | null = null;
      let isLoading = false;

      const fail = (error: unknown) => {
        const failure = toStoreFailure(error);
        if (signal.aborted) return;
        if (failure === null) throw error;
        onFailure?.(failure);
      };
      const run = async () => {
        isLoading = true;
        try {
          while (waiting !== null && !signal.aborted) {
            await mayLoad?.();
            const { seen }: { seen: W } = waiting;
            waiting = null;
            const began = performance.now();
            const value = await load(seen);
            if (!signal.aborted) onValue(value);
            await rest((performance.now() - began) * restShare);
          }
        } finally {
          isLoading = false;
        }
      };
      const subscription = liveQuery(watch).subscribe({
        next: (seen) => {
          waiting = { seen };
          if (!isLoading) run().catch(fail);
        },
        error: fail,
      });
      signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
    },
  };
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
