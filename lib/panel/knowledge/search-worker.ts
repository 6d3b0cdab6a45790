import { createSearchClient, type SearchClient } from '@/lib/search/worker/client';

/** Starts the search worker of this page; it ends with `signal`. */
export function startSearch(signal: AbortSignal): SearchClient {
  const worker = new Worker(new URL('@/lib/search/worker/search.worker.ts', import.meta.url), {
    type: 'module',
  });
  signal.addEventListener('abort', () => worker.terminate());
  return createSearchClient(worker, signal);
}
