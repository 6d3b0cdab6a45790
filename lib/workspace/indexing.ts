import { catchUpIndex } from '@/lib/panel/knowledge/catch-up';
import { createStore, type Observable } from '@/lib/panel/observable';
import type { WorkspaceDeps } from './deps';
import type { Messages } from './messages';

/** `null`: nothing is being built. */
export interface IndexingState {
  readonly building: { readonly done: number; readonly total: number } | null;
  /** Articles that can be searched; `null`: not known yet. */
  readonly searchable: number | null;
}

/** Keeps the search index true to the articles. */
export interface Indexing extends Observable<IndexingState> {
  /** After an edit of these articles. */
  touched(articleIds: readonly string[]): Promise<void>;
  /** After an import. `false`: it failed, and the trouble was told. */
  rebuild(): Promise<boolean>;
  /** Once, when the number of stored articles is known: builds what a crash or a reset left missing. */
  check(articles: number): Promise<void>;
}

export function createIndexing(
  { search, questions }: Pick<WorkspaceDeps, 'search' | 'questions'>,
  messages: Messages,
  signal: AbortSignal,
): Indexing {
  const state = createStore<IndexingState>({ building: null, searchable: null });
  search.onGeneration((index) => state.update({ searchable: index.articles }), signal);

  const rebuild = async (): Promise<boolean> => {
    state.update({ building: { done: 0, total: 0 } });
    const built = await search.reindex(
      ({ articles, total }) => state.update({ building: { done: articles, total } }),
      signal,
    );
    state.set({ building: null, searchable: built.ok ? built.value.articles : state.get().searchable });
    if (!built.ok && built.error.code !== 'aborted') messages.failed('index');
    return built.ok;
  };

  return {
    get: state.get,
    subscribe: state.subscribe,
    rebuild,
    async touched(articleIds) {
      if (articleIds.length === 0) return;
      const updated = await search.update(articleIds, signal);
      if (!updated.ok && updated.error.code !== 'aborted') messages.failed('index');
    },
    async check(articles) {
      const found = await search.state();
      if (!found.ok) {
        if (!signal.aborted) messages.failed('index');
        return;
      }
      state.update({ searchable: found.value.articles });
      if (found.value.damagedSegments > 0 || found.value.articles !== articles) await rebuild();
      else await catchUpIndex(search, questions, signal);
    },
  };
}
