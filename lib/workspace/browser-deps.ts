import { browser } from 'wxt/browser';
import { systemClock } from '@/lib/platform/clock';
import { downloadFile } from '@/lib/platform/download';
import { openedKeyHome } from '@/lib/platform/opened-key';
import { browserPlaces, closeOtherPages } from '@/lib/platform/places';
import { postponeRetention, readRetentionPlan } from '@/lib/platform/retention-alarm';
import { startSearch } from '@/lib/search/worker/start';
import { defaultSettings } from '@/lib/settings/schema';
import { saveSettings, watchSettings } from '@/lib/settings/settings-store';
import { createArticleActions } from '@/lib/store/article-actions';
import { createKeyring } from '@/lib/store/keyring';
import { databasePlace } from '@/lib/store/reset';
import { createRetentionRepository } from '@/lib/store/retention';
import { createSecretRepository } from '@/lib/store/secrets';
import { openStore } from '@/lib/store/store';
import type { WorkspaceDeps } from './deps';
import { createImportDeps } from './importing/import-deps';
import { createMeaningDeps } from './meaning/meaning-deps';
import type { Trouble } from './messages';
import { createPeopleDeps } from './people/people-deps';
import { createModelDeps } from './settings/model-deps';
import { eraseEverything } from './settings/reset';
import { createVersionTools } from './version-tools';
import { type AddressBar, createWorkspace, type Workspace } from './workspace';

/** The workspace of this tab, on the real database, worker and address. Asks before unsaved words are closed. */
export async function openWorkspacePage(signal: AbortSignal): Promise<Workspace> {
  const early: Trouble['code'][] = [];
  let workspace: Workspace | null = null;
  const onTrouble = (code: Trouble['code']) => {
    if (workspace) workspace.messages.failed(code);
    else early.push(code);
  };
  const made = createWorkspace(await createBrowserDeps(onTrouble, signal), hashAddress, signal);
  workspace = made;
  for (const code of early) made.messages.failed(code);
  const onLeave = (event: BeforeUnloadEvent) => {
    if (made.editor.get().isDirty) event.preventDefault();
  };
  addEventListener('beforeunload', onLeave, { signal });
  return made;
}

/** Everything real. `onTrouble` hears what the database or another tab did to it. */
async function createBrowserDeps(
  onTrouble: (code: Trouble['code']) => void,
  signal: AbortSignal,
): Promise<WorkspaceDeps> {
  const store = await openStore({ onTrouble: ({ code }) => onTrouble(code) });
  if (store.mode === 'memory') onTrouble('memory-only');
  const resetting = new AbortController();
  const ending = AbortSignal.any([signal, resetting.signal]);
  ending.addEventListener('abort', () => store.close());
  let settings = defaultSettings;
  watchSettings((next) => {
    settings = next;
  }, signal);
  const tools = createVersionTools();
  return {
    clock: systemClock,
    articles: store.articles,
    articleActions: createArticleActions(store.articles, () => settings.agentName ?? 'workspace', tools),
    importSources: store.importSources,
    audit: store.audit,
    questions: store.questions,
    retention: {
      foresee: createRetentionRepository(store.database, systemClock.now).foresee,
      readPlan: readRetentionPlan,
      postpone: postponeRetention,
    },
    download: downloadFile,
    people: createPeopleDeps(store),
    meaning: createMeaningDeps(store, lockOrNothing),
    search: startSearch(ending),
    imports: createImportDeps(store, tools, ending),
    settings: {
      save: saveSettings,
      watch: watchSettings,
      keyring: createKeyring(createSecretRepository(), openedKeyHome, {
        now: Date.now,
        idleMs: () => settings.lockAfterMinutes * 60_000,
      }),
      ...createModelDeps(),
      // Both are only allowed while the click counts, so nothing is awaited before.
      requestOrigin: (origin) => browser.permissions.request({ origins: [`${originPattern(origin)}/*`] }),
      commands: async () =>
        (await browser.commands.getAll()).map(({ name, shortcut }) => ({
          id: name ?? '',
          keys: shortcut ?? '',
        })),
      openShortcutPage: () => void openShortcutPage(),
    },
    async reset() {
      resetting.abort();
      closeOtherPages();
      return eraseEverything([...browserPlaces(), databasePlace()]);
    },
  };
}

/** One tab at a time; `null`: another one is at it. */
function lockOrNothing<T>(work: () => Promise<T>): Promise<T | null> {
  return navigator.locks.request('footnote-meaning-writer', { ifAvailable: true }, (lock) =>
    lock === null ? null : work(),
  );
}

/** Match patterns name no port for extensions in Firefox; without one they cover every port of the host. */
function originPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}`;
}

/** Each browser has its own page for the keys of extensions; Firefox opens its by a call. */
async function openShortcutPage(): Promise<void> {
  const commands = browser.commands as typeof browser.commands & {
    openShortcutSettings?: () => Promise<void>;
  };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

const hashAddress: AddressBar = {
  get: () => location.hash,
  set: (hash) => {
    location.hash = hash;
  },
  watch: (onChange, signal) => addEventListener('hashchange', onChange, { signal }),
};
