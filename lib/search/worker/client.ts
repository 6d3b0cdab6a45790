import type { Result } from '@/lib/result';
import type { ExplainRequest, Explanation, SearchFilter, SearchRequest, SearchResult } from '../contract';
import { openWorker, type ReindexProgress, type Reply, type WorkerPort } from './asking';
import type { IndexFailure, IndexState } from './protocol';

/** The page's end of the search worker. Every call may be given up by its signal; the worker then stops working on it. */
export interface SearchClient {
  search(request: SearchRequest, signal?: AbortSignal): Promise<Result<SearchResult, IndexFailure>>;
  /** For typing: the last word may be unfinished. A newer call gives up the one before. */
  suggest(
    request: { text: string; limit: number; filter?: SearchFilter },
    signal?: AbortSignal,
  ): Promise<Result<SearchResult, IndexFailure>>;
  /** Why passages were found, in their order. */
  explain(
    request: ExplainRequest,
    signal?: AbortSignal,
  ): Promise<Result<readonly Explanation[], IndexFailure>>;
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

const foundIn = (reply: Reply): SearchResult | null => (reply.type === 'found' ? reply.result : null);
const stateIn = (reply: Reply): IndexState | null => (reply.type === 'state' ? reply.state : null);
const builtIn = (reply: Reply): true | null => (reply.type === 'built' ? true : null);

/**
 * Starts a worker that serves until `signal` fires. An index is built anew in one more that ends with it: it keeps no
 * question waiting, and the room that its garbage took is given back.
 */
export function createSearchClient(start: () => WorkerPort, signal: AbortSignal): SearchClient {
  const { ask, listeners } = openWorker(start(), signal);
  let typing = new AbortController();

  return {
    search: (request, givenUp) => ask({ type: 'search', request }, foundIn, givenUp),
    suggest(request, givenUp) {
      typing.abort();
      typing = new AbortController();
      const either = givenUp ? AbortSignal.any([givenUp, typing.signal]) : typing.signal;
      return ask({ type: 'suggest', request }, foundIn, either);
    },
    explain: (request, givenUp) =>
      ask(
        { type: 'explain', request },
        (reply) => (reply.type === 'explained' ? reply.explanations : null),
        givenUp,
      ),
    prepareMeaning: (space) => ask({ type: 'prepare-meaning', space }, stateIn, undefined),
    async reindex(onProgress, givenUp) {
      const over = new AbortController();
      const builder = openWorker(start(), AbortSignal.any([signal, over.signal]));
      const built = await builder.ask({ type: 'build' }, builtIn, givenUp, onProgress);
      over.abort();
      return built.ok ? ask({ type: 'refresh' }, stateIn, givenUp) : built;
    },
    update: (articleIds, givenUp) => ask({ type: 'update', articleIds: [...articleIds] }, stateIn, givenUp),
    state: () => ask({ type: 'state' }, stateIn, undefined),
    onGeneration(listener, until) {
      if (until.aborted) return;
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}
