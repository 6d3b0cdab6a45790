import type { Article } from '@/lib/knowledge/article';
import { createStore, type Observable } from '@/lib/panel/observable';
import { localDate } from '@/lib/platform/clock';
import { forgetQuestion } from '@/lib/store/asked';
import type { ArticleHead } from '@/lib/store/database';
import type { WorkspaceDeps } from '../deps';
import type { Importing } from '../importing/importing';
import type { Indexing } from '../indexing';
import type { Messages } from '../messages';
import {
  type ArticleFilter,
  type ArticleSort,
  moveCursor,
  noFilter,
  selectArticles,
  sortArticles,
} from './article-list';
import { verifyMany } from './verifying';

export interface ArticlesState {
  /** Every article without its words; `null` while they are read for the first time. */
  readonly all: readonly ArticleHead[] | null;
  readonly query: string;
  readonly filter: ArticleFilter;
  readonly sort: ArticleSort;
  /** What the list shows, in order. */
  readonly rows: readonly ArticleHead[];
  /** Article under the cursor; its words stand beside the list. */
  readonly cursor: string | null;
  /** Chosen for a bulk action. */
  readonly selected: ReadonlySet<string>;
  /** The article under the cursor with its words; lags behind `cursor` while it is read. */
  readonly detail: Article | null;
}

export interface ArticlesActions {
  search(query: string): void;
  filterBy(change: Partial<ArticleFilter>): void;
  sortBy(by: ArticleSort['by']): void;
  point(id: string | null): void;
  /** Moves the cursor by rows, down when positive. */
  move(step: number): void;
  select(id: string, selected: boolean): void;
  selectAll(): void;
  clearSelection(): void;
  /** The chosen ones, or the one under the cursor when none is chosen. */
  archive(): void;
  verify(): void;
  /** Offers the chosen ones as a table for spreadsheets. */
  download(): void;
  /** Takes a question that the article learned out of it. */
  forgetQuestion(articleId: string, question: string): void;
}

export interface Articles extends Observable<ArticlesState> {
  readonly actions: ArticlesActions;
}

/** More than anybody reads; titles beyond it are still found. */
const mostFound = 300;

export function createArticles(
  deps: WorkspaceDeps,
  messages: Messages,
  indexing: Indexing,
  importing: Pick<Importing, 'settled'>,
  signal: AbortSignal,
): Articles {
  const state = createStore<ArticlesState>({
    all: null,
    query: '',
    filter: noFilter,
    sort: { by: 'title', descending: false },
    rows: [],
    cursor: null,
    selected: new Set(),
    detail: null,
  });
  let sorted: readonly ArticleHead[] = [];
  let found: readonly string[] | null = null;
  /** The agent put the cursor where it is; otherwise it stands on the best hit, also when a better one comes in. */
  let isCursorChosen = false;

  const show = (change: Partial<ArticlesState> = {}) => {
    const next = { ...state.get(), ...change };
    const rows = selectArticles(sorted, next.query, found, next.filter);
    const shown = new Set(rows.map((head) => head.id));
    const selected = [...next.selected].filter((id) => shown.has(id));
    const kept = selected.length === next.selected.size ? next.selected : new Set(selected);
    const cursor = next.cursor !== null && shown.has(next.cursor) ? next.cursor : (rows[0]?.id ?? null);
    state.set({ ...next, rows, selected: kept, cursor });
    readDetail();
  };

  const readDetail = () => {
    const { cursor, detail, rows } = state.get();
    if (cursor === null) {
      if (detail !== null) state.update({ detail: null });
      return;
    }
    const head = rows.find((row) => row.id === cursor);
    if (
      detail?.id === cursor &&
      detail.version === head?.version &&
      detail.verification?.at === head.verification?.at
    )
      return;
    void deps.articles.get(cursor).then((read) => {
      if (signal.aborted || state.get().cursor !== cursor) return;
      if (read.ok) state.update({ detail: read.value });
      else messages.failed(read.error.code);
    });
  };

  const search = async (query: string) => {
    const text = query.trim();
    if (text === '') return;
    const answer = await deps.search.suggest(
      { text, limit: mostFound, filter: { statuses: ['published', 'draft', 'archived'] } },
      signal,
    );
    if (state.get().query !== query) return;
    // Without an index the titles still answer; its trouble is told where it is built.
    found = answer.ok ? answer.value.hits.map((hit) => hit.articleId) : null;
    show(isCursorChosen ? {} : { cursor: null });
  };

  const chosen = (): string[] => {
    const { selected, cursor } = state.get();
    if (selected.size > 0) return [...selected];
    return cursor === null ? [] : [cursor];
  };

  const archive = async (ids: string[]) => {
    const { rows, cursor } = state.get();
    // The cursor stays where it was: on the next row that is left.
    const leaving = new Set(ids);
    const at = rows.findIndex((head) => head.id === cursor);
    const after = [...rows.slice(Math.max(at, 0)), ...rows.slice(0, Math.max(at, 0)).reverse()];
    const archived = await deps.articleActions.archive(ids);
    if (!archived.ok) return messages.failed(archived.error.code);
    if (archived.value.archived === 0) return;
    state.update({ selected: new Set(), cursor: after.find((head) => !leaving.has(head.id))?.id ?? cursor });
    const { undo, archived: count } = archived.value;
    messages.done({
      code: 'archived',
      count,
      undo: () =>
        void undo().then(async (back) => {
          if (!back.ok) return messages.failed(back.error.code);
          state.update({ cursor: ids[0] ?? null });
          await indexing.touched(ids);
        }),
    });
    await indexing.touched(ids);
  };

  const verify = async (ids: string[]) => {
    const verified = await verifyMany(deps, ids);
    if (!verified.ok) return messages.failed(verified.error.code);
    state.update({ selected: new Set() });
    const { count, undo } = verified.value;
    if (count === 0) return;
    messages.done({
      code: 'verified',
      count,
      undo: () => void undo().then((back) => (back.ok ? undefined : messages.failed(back.error.code))),
    });
  };

  const download = async (ids: string[]) => {
    const read = await deps.articles.getMany(ids);
    if (!read.ok) return messages.failed(read.error.code);
    const { toCsv } = await import('@/lib/knowledge/csv');
    deps.download(`footnote-articles-${localDate(deps.clock.now())}.csv`, [toCsv(read.value)], 'text/csv');
  };

  const forget = async (articleId: string, question: string) => {
    const forgotten = await forgetQuestion(deps, articleId, question);
    if (!forgotten.ok) return messages.failed(forgotten.error.code);
    const { detail } = state.get();
    if (detail?.id === articleId)
      state.update({ detail: { ...detail, askedAs: detail.askedAs.filter((each) => each !== question) } });
    await indexing.touched([articleId]);
  };

  let isChecked = false;
  deps.articles.live().subscribe(
    signal,
    (heads) => {
      sorted = sortArticles(heads, state.get().sort);
      show({ all: heads });
      if (!isChecked) {
        isChecked = true;
        void indexing.check(heads.length);
      }
    },
    (failure) => messages.failed(failure.code),
    importing.settled,
  );

  return {
    get: state.get,
    subscribe: state.subscribe,
    actions: {
      search(query) {
        // Until the index answers, what it found for the words before stands: no flicker while typing.
        if (query.trim() === '' || state.get().query.trim() === '') found = null;
        isCursorChosen = false;
        show({ query, cursor: null });
        void search(query);
      },
      filterBy(change) {
        isCursorChosen = false;
        show({ filter: { ...state.get().filter, ...change }, cursor: null });
      },
      sortBy(by) {
        const { sort, all } = state.get();
        const next = { by, descending: sort.by === by ? !sort.descending : false };
        sorted = sortArticles(all ?? [], next);
        show({ sort: next });
      },
      point(id) {
        isCursorChosen = true;
        state.update({ cursor: id });
        readDetail();
      },
      move(step) {
        isCursorChosen = true;
        const { rows, cursor } = state.get();
        state.update({ cursor: moveCursor(rows, cursor, step) });
        readDetail();
      },
      select(id, isSelected) {
        const selected = new Set(state.get().selected);
        if (isSelected) selected.add(id);
        else selected.delete(id);
        state.update({ selected });
      },
      selectAll: () => state.update({ selected: new Set(state.get().rows.map((head) => head.id)) }),
      clearSelection: () => state.update({ selected: new Set() }),
      archive: () => void archive(chosen()),
      verify: () => void verify(chosen()),
      download: () => void download(chosen()),
      forgetQuestion: (articleId, question) => void forget(articleId, question),
    },
  };
}
