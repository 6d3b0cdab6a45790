import { createStore, type Store } from '@/lib/panel/observable';

/** What was done and can be undone: shown for a few seconds. */
export interface Notice {
  readonly id: string;
  readonly code: 'archived' | 'verified' | 'saved' | 'restored' | 'demo-removed';
  readonly count: number;
  readonly undo: (() => void) | null;
}

/** What went wrong; stays until the next try. `code` is one of the store's, the index's or an editor's. */
export interface Trouble {
  readonly code:
    | 'storage-full'
    | 'storage-blocked'
    | 'storage-damaged'
    | 'reload-needed'
    | 'changed-meanwhile'
    | 'not-found'
    | 'index'
    | 'memory-only';
}

export interface MessagesState {
  readonly notice: Notice | null;
  readonly trouble: Trouble | null;
}

export interface Messages extends Store<MessagesState> {
  done(notice: Omit<Notice, 'id'>): void;
  failed(code: Trouble['code']): void;
}

export function createMessages(): Messages {
  const store = createStore<MessagesState>({ notice: null, trouble: null });
  let count = 0;
  return {
    ...store,
    done: (notice) => store.set({ notice: { ...notice, id: `notice-${++count}` }, trouble: null }),
    failed: (code) => store.update({ trouble: { code } }),
  };
}
