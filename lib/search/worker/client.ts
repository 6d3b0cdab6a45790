import { err, ok, type Result } from '@/lib/result';
import type { SearchFilter, SearchRequest, SearchResult } from '../contract';
import { type IndexFailure, type IndexState, type ToPage, type ToWorker, toPageSchema } from './protocol';

export interface ReindexProgress {
  /** Articles done, of `total`. */
  readonly articles: number;
  readonly total: number;
}

/** The page's end of the search worker. Every call may be given up by its signal; the worker then stops working on it. */
export interface SearchClient {
  search(request: SearchRequest, signal?: AbortSignal): Promise<Result<SearchResult, IndexFailure>>;
  /** For typing: the last word may be unfinished. A newer call gives up the one before. */
  suggest(
    request: { text: string; limit: number; filter?: SearchFilter; explain?: boolean },
    signal?: AbortSignal,
  ): Promise<Result<SearchResult, IndexFailure>>;
  /** Reads the stored vectors of a space, so that the first question that brings one does not wait for them. */
  prepareMeaning(space: string): Promise<Result<IndexState, IndexFailure>>;
  /** Builds the index anew from all articles; the old one serves until the new one is complete. */
  reindex(
    onProgress: (progress: ReindexProgress) => void,
    signal?: AbortSignal,
  ): Promise<Result<IndexState, IndexFailure>>;
  /** After articles were added, edited or deleted. */
  update(articleIds: readonly string[], signal?: AbortSignal): Promise<Result<IndexState, IndexFailure>>;
  state(): Promise<Result<IndexState, IndexFailure>>;
  /** Told when another state of the index serves: a finished reindex, an edit, another window's edit. */
  onGeneration(listener: (state: IndexState) => void, signal: AbortSignal): void;
}

/** What the client needs of a `Worker`; a test passes a port pair. */
export interface WorkerPort {
  postMessage(message: ToWorker): void;
  addEventListener(
    type: 'message',
    listener: (event: MessageEvent) => void,
    options?: AddEventListenerOptions,
  ): void;
  addEventListener(
    type: 'error' | 'messageerror',
    listener: (event: Event) => void,
    options?: AddEventListenerOptions,
  ): void;
}

type Reply = Extract<ToPage, { id: number }>;
type Ask = { [T in ToWorker['type']]: Omit<Extract<ToWorker, { type: T }>, 'id'> }[Exclude<
  ToWorker['type'],
  'cancel'
>];

/** Talks to a running worker until `signal` fires; the caller owns the worker and ends it. */
export function createSearchClient(worker: WorkerPort, signal: AbortSignal): SearchClient {
  const waiting = new Map<number, (reply: Reply) => void>();
  const listeners = new Set<(state: IndexState) => void>();
  let lastId = 0;
  let broken = false;

  const failAll = () => {
    broken = true;
    for (const [id, settle] of [...waiting])
      settle({ type: 'failed', id, failure: { code: 'worker-failed' } });
  };
  worker.addEventListener('error', failAll, { signal });
  worker.addEventListener('messageerror', failAll, { signal });
  signal.addEventListener('abort', failAll, { once: true });
  worker.addEventListener(
    'message',
    (event) => {
      const parsed = toPageSchema.safeParse(event.data);
      if (!parsed.success) failAll();
      else if (parsed.data.type === 'generation') for (const listen of listeners) listen(parsed.data.state);
      else waiting.get(parsed.data.id)?.(parsed.data);
    },
    { signal },
  );

  function ask<T>(
    message: Ask,
    read: (reply: Reply) => T | null,
    givenUp: AbortSignal | undefined,
    onProgress?: (progress: ReindexProgress) => void,
  ): Promise<Result<T, IndexFailure>> {
    if (broken) return Promise.resolve(err({ code: 'worker-failed' }));
    if (givenUp?.aborted) return Promise.resolve(err({ code: 'aborted' }));
    const id = ++lastId;
    return new Promise((resolve) => {
      const settle = (result: Result<T, IndexFailure>) => {
        waiting.delete(id);
        givenUp?.removeEventListener('abort', cancel);
        resolve(result);
      };
      const cancel = () => {
        worker.postMessage({ type: 'cancel', id });
        settle(err({ code: 'aborted' }));
      };
      givenUp?.addEventListener('abort', cancel, { once: true });
      waiting.set(id, (reply) => {
        if (reply.type === 'progress') return onProgress?.({ articles: reply.articles, total: reply.total });
        if (reply.type === 'failed') return settle(err(reply.failure));
        const value = read(reply);
        settle(value === null ? err({ code: 'worker-failed' }) : ok(value));
      });
      worker.postMessage({ ...message, id } as ToWorker);
    });
  }
  const foundIn = (reply: Reply): SearchResult | null => (reply.type === 'found' ? reply.result : null);
  const stateIn = (reply: Reply): IndexState | null => (reply.type === 'state' ? reply.state : null);
  let typing = new AbortController();

  return {
    search: (request, givenUp) => ask({ type: 'search', request }, foundIn, givenUp),
    suggest(request, givenUp) {
      typing.abort();
      typing = new AbortController();
      const either = givenUp ? AbortSignal.any([givenUp, typing.signal]) : typing.signal;
      return ask({ type: 'suggest', request }, foundIn, either);
    },
    prepareMeaning: (space) => ask({ type: 'prepare-meaning', space }, stateIn, undefined),
    reindex: (onProgress, givenUp) => ask({ type: 'reindex' }, stateIn, givenUp, onProgress),
    update: (articleIds, givenUp) => ask({ type: 'update', articleIds: [...articleIds] }, stateIn, givenUp),
    state: () => ask({ type: 'state' }, stateIn, undefined),
    onGeneration(listener, until) {
      if (until.aborted) return;
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}
