import { createSearchClient, type SearchClient } from './client';

/** The search of this page; its workers end with `signal`. */
export function startSearch(signal: AbortSignal): SearchClient {
  return createSearchClient(
    () => new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' }),
    signal,
  );
}
