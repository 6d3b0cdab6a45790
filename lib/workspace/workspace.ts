import { createStore, type Observable } from '@/lib/panel/observable';
import { type Articles, createArticles } from './articles/articles';
import { createEditor, type Editor } from './articles/editor';
import type { WorkspaceDeps } from './deps';
import { createImporting, type Importing } from './importing/importing';
import { createIndexing, type Indexing } from './indexing';
import { createMeaning, type Meaning } from './meaning/meaning';
import { createMessages, type Messages } from './messages';
import { createPerson, type Person } from './people/person';
import { formatRoute, parseRoute, type Route } from './route';
import { type AuditLog, createAuditLog } from './settings/audit-log';
import { createKeySettings, type KeySettings } from './settings/key-settings';
import { createPreferences, type Preferences } from './settings/preferences';
import { createRetaining, type Retaining } from './settings/retaining';

/** The page's address behind `#`. */
export interface AddressBar {
  get(): string;
  set(hash: string): void;
  watch(onChange: () => void, signal: AbortSignal): void;
}

interface ShellState {
  readonly route: Route;
  /** Where the person wanted to go with unsaved words in the editor: asked about first. */
  readonly leaving: Route | null;
}

/** The whole page without a view: one controller for each of its pages, and where one is. Ends with `signal`. */
export interface Workspace extends Observable<ShellState> {
  readonly messages: Messages;
  readonly indexing: Indexing;
  readonly articles: Articles;
  readonly editor: Editor;
  readonly importing: Importing;
  readonly preferences: Preferences;
  readonly retaining: Retaining;
  readonly auditLog: AuditLog;
  readonly person: Person;
  readonly endpointKey: KeySettings;
  readonly meaning: Meaning;
  go(route: Route): void;
  /** Answers the question about unsaved words: back to them, or on without them. */
  stay(): void;
  leaveUnsaved(): void;
}

export function createWorkspace(deps: WorkspaceDeps, address: AddressBar, signal: AbortSignal): Workspace {
  const messages = createMessages();
  const indexing = createIndexing(deps, messages, signal);
  const state = createStore<ShellState>({ route: parseRoute(address.get()), leaving: null });
  const importing = createImporting(deps, messages, indexing, signal);
  const articles = createArticles(deps, messages, indexing, importing, signal);
  const preferences = createPreferences(deps, signal);
  const retaining = createRetaining(deps, preferences, messages);
  const auditLog = createAuditLog(deps, messages);
  const person = createPerson(deps, messages, indexing);
  const endpointKey = createKeySettings(deps.settings.keyring, signal);
  const meaning = createMeaning(deps, preferences, messages, signal);
  const editor = createEditor(deps, messages, indexing, (id) => {
    // The new article has an address of its own now; nothing is opened anew.
    const route: Route = { page: 'article', id };
    state.update({ route });
    address.set(formatRoute(route));
  });

  const enter = (route: Route) => {
    const before = state.get().route;
    state.set({ route, leaving: null });
    messages.update({ trouble: null });
    if (route.page === 'article') editor.open(route.id, articles.get().filter.kind ?? undefined);
    else editor.close();
    if (route.page === 'articles' && (before.page !== 'articles' || before.kind !== route.kind)) {
      if (articles.get().filter.kind !== route.kind) articles.actions.filterBy({ kind: route.kind });
    }
    if (route.page === 'import') importing.actions.lookForTabs();
    if (route.page === 'settings') {
      preferences.look();
      retaining.look();
      auditLog.look();
      endpointKey.look();
      meaning.look();
    }
  };

  address.watch(() => {
    const route = parseRoute(address.get());
    const { route: current } = state.get();
    if (formatRoute(route) === formatRoute(current)) return;
    if (editor.get().isDirty) {
      // The browser has gone there already: back, and ask.
      address.set(formatRoute(current));
      state.update({ leaving: route });
    } else enter(route);
  }, signal);
  enter(state.get().route);

  return {
    get: state.get,
    subscribe: state.subscribe,
    messages,
    indexing,
    articles,
    editor,
    importing,
    preferences,
    retaining,
    auditLog,
    person,
    endpointKey,
    meaning,
    go: (route) => address.set(formatRoute(route)),
    stay: () => state.update({ leaving: null }),
    leaveUnsaved() {
      const { leaving } = state.get();
      if (leaving === null) return;
      editor.actions.discard();
      state.update({ leaving: null });
      address.set(formatRoute(leaving));
    },
  };
}
