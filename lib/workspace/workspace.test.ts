import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIds } from '@/lib/knowledge/ids';
import { files } from '@/lib/knowledge/import/files/importer';
import { filesFromTexts } from '@/lib/knowledge/import/files/source-file';
import { convertHtml } from '@/lib/knowledge/import/formats/html-to-markdown';
import { runImport } from '@/lib/knowledge/import/run-import';
import { webDigest } from '@/lib/knowledge/import/web-digest';
import { blankContent } from '@/lib/knowledge/versions';
import { systemClock } from '@/lib/platform/clock';
import { openedKeyHome } from '@/lib/platform/opened-key';
import type { WorkerPort } from '@/lib/search/worker/asking';
import type { IndexWriting, WriterLock } from '@/lib/search/worker/build-index';
import { createSearchClient } from '@/lib/search/worker/client';
import { SearchEngine } from '@/lib/search/worker/engine';
import { createLock } from '@/lib/search/worker/memory-storage';
import { serveSearch } from '@/lib/search/worker/serve';
import { defaultSettings, type Settings } from '@/lib/settings/schema';
import { createArticleActions } from '@/lib/store/article-actions';
import { createIndexStorage } from '@/lib/store/index-storage';
import { createKeyring } from '@/lib/store/keyring';
import { createRetentionRepository } from '@/lib/store/retention';
import { createSecretRepository } from '@/lib/store/secrets';
import { openStore, type Store } from '@/lib/store/store';
import { until } from '@/test/support/until';
import type { ImportRequest, WorkspaceDeps } from './deps';
import { createMeaningDeps } from './meaning/meaning-deps';
import { createPeopleDeps } from './people/people-deps';
import { type AddressBar, createWorkspace, type Workspace } from './workspace';

/** The real store, engine and importer, in this process; only what the browser itself does is left out. */
async function openReal(signal: AbortSignal) {
  const indexedDB = new IDBFactory();
  let settings: Settings = defaultSettings;
  let tell: (settings: Settings) => void = () => {};
  let untold = 0;
  const store = await openStore({ indexedDB, IDBKeyRange });
  let id = 0;
  const tools = {
    digest: webDigest,
    newId: createIds(
      () => ++id,
      () => 0.5,
    ),
    now: () => '2026-11-24T09:00:00.000Z',
  };
  const deps: WorkspaceDeps = {
    clock: systemClock,
    articles: store.articles,
    articleActions: createArticleActions(store.articles, () => 'Noor', tools),
    importSources: store.importSources,
    audit: store.audit,
    questions: store.questions,
    retention: {
      foresee: createRetentionRepository(store.database, systemClock.now).foresee,
      readPlan: async () => null,
      postpone: async () => {},
    },
    download() {},
    people: createPeopleDeps(store),
    meaning: createMeaningDeps(store, (work) => work()),
    search: createSearchClient(inProcessPorts(store), signal),
    imports: {
      helpdeskTabs: async () => [],
      run: (request, options) => {
        if (request.importer !== 'files') throw new Error('Only files are read here.');
        return runImport(files, { files: request.files, convert: convertHtml }, store.articles, {
          ...options,
          tools,
        });
      },
    },
    settings: {
      // As slow as storage may be, and it tells of each change only afterwards.
      async save(change) {
        settings = { ...settings, ...change };
        const saved = settings;
        untold += 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
        setTimeout(() => {
          tell(saved);
          untold -= 1;
        });
        return saved;
      },
      watch(onChange) {
        tell = onChange;
        onChange(settings);
      },
      keyring: createKeyring(createSecretRepository(indexedDB), openedKeyHome, {
        now: Date.now,
        idleMs: () => settings.lockAfterMinutes * 60_000,
      }),
      presets: async () => [],
      readAddress: async (baseUrl) =>
        URL.canParse(baseUrl)
          ? { ok: true, origin: new URL(baseUrl).origin }
          : { ok: false, code: 'not-an-address' },
      requestOrigin: async () => false,
      async *probe() {},
      models: async () => [],
      onDevice: async () => ({ state: 'unavailable', reason: 'browser' }),
      async *downloadOnDevice() {},
      commands: async () => [],
      openShortcutPage() {},
    },
    reset: async () => [],
  };
  return { deps, store, untoldSaves: () => untold };
}

/** Workers of one page, with the one lock of writers that a browser has. */
function inProcessPorts(store: Store): () => WorkerPort {
  const lock = createLock();
  return () => inProcessPort(store, lock);
}

function inProcessPort(store: Store, lock: WriterLock): WorkerPort {
  const target = new EventTarget();
  const post = (message: unknown) =>
    target.dispatchEvent(new MessageEvent('message', { data: structuredClone(message) }));
  const writing: IndexWriting = {
    storage: createIndexStorage(store.database),
    lock,
    announce: () => {},
  };
  const engine = new SearchEngine({
    ...writing,
    onGeneration: (state) => post({ type: 'generation', state }),
  });
  const receive = serveSearch(engine, writing, post);
  const addEventListener = target.addEventListener.bind(target);
  return { postMessage: receive, addEventListener, terminate() {} } as WorkerPort;
}

function createAddress(): AddressBar & { hash: string } {
  const target = new EventTarget();
  const address = {
    hash: '',
    get: () => address.hash,
    set(hash: string) {
      if (hash === address.hash) return;
      address.hash = hash;
      target.dispatchEvent(new Event('change'));
    },
    watch: (onChange: () => void, signal: AbortSignal) =>
      target.addEventListener('change', onChange, { signal }),
  };
  return address;
}

const request = (texts: { path: string; text: string }[]): ImportRequest => ({
  importer: 'files',
  label: 'help',
  files: filesFromTexts(texts),
});
const twoFiles = [
  { path: 'help/refunds.md', text: '# Refund times\n\nRefunds are paid within 7 working days.' },
  { path: 'help/scan.pdf', text: '%PDF' },
];

describe('the workspace', () => {
  let stop: AbortController;
  let deps: WorkspaceDeps;
  let store: Store;
  let untoldSaves: () => number;
  let workspace: Workspace;
  let address: ReturnType<typeof createAddress>;

  beforeEach(async () => {
    stop = new AbortController();
    ({ deps, store, untoldSaves } = await openReal(stop.signal));
    address = createAddress();
    workspace = createWorkspace(deps, address, stop.signal);
  });
  afterEach(() => stop.abort());

  const write = async (title: string, body = 'Words.') => {
    const made = await deps.articleActions.create({ ...blankContent, title, body });
    if (!made.ok) throw new Error(made.error.code);
    return made.value.id;
  };
  const titles = () => workspace.articles.get().rows.map((row) => row.title);
  const importing = () => workspace.importing.get().phase;

  it('takes out of the index what retention took out of an article while no page was open', async () => {
    const id = await write('Lids', 'Steel.');
    await store.database.bodies.update(id, { askedAs: ['quokka parade'] });
    await store.database.questions.put({ articleId: id, question: 'quokka parade', at: '2020-01-01' });
    await deps.search.update([id], stop.signal);
    const found = async () => {
      const result = await deps.search.suggest({ text: 'quokka parade', limit: 3 });
      return result.ok && result.value.hits.map((hit) => hit.articleId);
    };
    expect(await found()).toEqual([id]);
    await createRetentionRepository(store.database, systemClock.now).run(defaultSettings.retention);
    expect(await found()).toEqual([id]);
    createWorkspace(deps, createAddress(), stop.signal);
    await until(async () => expect(await found()).toEqual([]));
    await until(async () => expect(await store.questions.listUnindexed()).toEqual({ ok: true, value: [] }));
  });

  it('lists articles as they are written, and reads the one under the cursor', async () => {
    await write('Gift cards', 'Valid for 3 years.');
    await until(() => expect(workspace.articles.get().detail?.body).toBe('Valid for 3 years.'));
    expect(titles()).toEqual(['Gift cards']);
  });

  it('keeps the cursor on the best hit until the agent moves it', async () => {
    await write('Cards that cannot be a refund', 'Words of many other things.');
    const best = await write('Refund', 'A refund takes 5 days. A refund is paid to the card.');
    await until(() => expect(titles()).toHaveLength(2));
    expect(await workspace.indexing.rebuild()).toBe(true);
    workspace.articles.actions.search('refund');
    await until(() => {
      expect(titles()[0]).toBe('Refund');
      expect(workspace.articles.get().cursor).toBe(best);
    });
    workspace.articles.actions.move(1);
    const [, second] = workspace.articles.get().rows;
    workspace.articles.actions.sortBy('kind');
    expect(workspace.articles.get().cursor).toBe(second?.id);
  });

  it('archives what is chosen, moves on, and brings it back with one undo', async () => {
    const ids = [await write('A'), await write('B'), await write('C')];
    await until(() => expect(titles()).toEqual(['A', 'B', 'C']));
    workspace.articles.actions.select(ids[0]!, true);
    workspace.articles.actions.select(ids[1]!, true);
    workspace.articles.actions.archive();
    await until(() => expect(titles()).toEqual(['C']));
    expect(workspace.articles.get().cursor).toBe(ids[2]);
    const { notice } = workspace.messages.get();
    expect([notice?.code, notice?.count]).toEqual(['archived', 2]);
    notice?.undo?.();
    await until(() => expect(titles()).toEqual(['A', 'B', 'C']));
  });

  it('takes back a verification', async () => {
    const id = await write('A');
    await until(() => expect(workspace.articles.get().cursor).toBe(id));
    workspace.articles.actions.verify();
    await until(() => expect(workspace.articles.get().rows[0]?.verification?.by).toBe('Noor'));
    await until(() => expect(workspace.messages.get().notice?.code).toBe('verified'));
    workspace.messages.get().notice?.undo?.();
    await until(() => expect(workspace.articles.get().rows[0]?.verification).toBeNull());
  });

  it('previews an import without writing, applies it, and names what was refused', async () => {
    workspace.importing.actions.read(request(twoFiles));
    await until(() => expect(importing().state).toBe('preview'));
    const count = await deps.articles.count();
    expect(count.ok && count.value).toBe(0);
    workspace.importing.actions.apply();
    await until(() => expect(importing().state).toBe('done'));
    const phase = importing();
    if (phase.state !== 'done') throw new Error('not done');
    expect([phase.report.written, phase.isIndexed, phase.report.refused.map((row) => row.where)]).toEqual([
      1,
      true,
      ['help/scan.pdf'],
    ]);
    expect(workspace.importing.get().sources?.map((source) => source.label)).toEqual(['help']);
    const found = await deps.search.search({ text: 'when are refunds paid', limit: 3 });
    expect(found.ok && found.value.hits.length).toBe(1);
  });

  it('makes no duplicates when the same files come again', async () => {
    for (let round = 0; round < 2; round++) {
      workspace.importing.actions.read(request(twoFiles));
      await until(() => expect(importing().state).toBe('preview'));
      workspace.importing.actions.apply();
      await until(() => expect(importing().state).toBe('done'));
    }
    const phase = importing();
    expect(phase.state === 'done' && phase.report.counts).toMatchObject({ new: 0, unchanged: 1, refused: 1 });
    const count = await deps.articles.count();
    expect(count.ok && count.value).toBe(1);
  });

  it('goes back to the choice when the reading is stopped', async () => {
    workspace.importing.actions.read(request(twoFiles));
    workspace.importing.actions.stop();
    await until(() => expect(importing().state).toBe('choosing'));
    const count = await deps.articles.count();
    expect(count.ok && count.value).toBe(0);
  });

  it('saves an edit as a new version that search finds', async () => {
    const id = await write('Zebra policy', 'Nothing yet.');
    workspace.go({ page: 'article', id });
    await until(() => expect(workspace.editor.get().phase).toBe('open'));
    workspace.editor.actions.change({ body: 'Zebras travel by sea freight.' });
    expect(workspace.editor.get().isDirty).toBe(true);
    workspace.editor.actions.save();
    await until(() => expect(workspace.editor.get().versions.map((each) => each.version)).toEqual([2, 1]));
    expect(workspace.editor.get().isDirty).toBe(false);
    await until(async () => {
      const found = await deps.search.search({ text: 'sea freight', limit: 3 });
      expect(found.ok && found.value.hits.map((hit) => hit.articleVersion)).toEqual([2]);
    });
  });

  it('gives a new article its address, and restores a former version', async () => {
    workspace.go({ page: 'article', id: null });
    workspace.editor.actions.change({ title: 'New', body: 'First.' });
    workspace.editor.actions.save();
    await until(() => expect(workspace.editor.get().article?.version).toBe(1));
    expect(address.hash).toBe(`#/articles/${workspace.editor.get().id}`);
    workspace.editor.actions.change({ body: 'Second.' });
    workspace.editor.actions.save();
    await until(() => expect(workspace.editor.get().article?.version).toBe(2));
    workspace.editor.actions.restore(1);
    await until(() => expect(workspace.editor.get().article).toMatchObject({ version: 3, body: 'First.' }));
  });

  it('keeps what is typed when somebody else saved meanwhile, and says so', async () => {
    const id = await write('A');
    workspace.go({ page: 'article', id });
    await until(() => expect(workspace.editor.get().phase).toBe('open'));
    workspace.editor.actions.change({ body: 'Mine.' });
    const other = await deps.articleActions.edit(id, { body: 'Theirs.' }, 1);
    expect(other.ok).toBe(true);
    workspace.editor.actions.save();
    await until(() => expect(workspace.messages.get().trouble?.code).toBe('changed-meanwhile'));
    expect(workspace.editor.get().form.body).toBe('Mine.');
  });

  it('asks before unsaved words are left, and stays or goes as told', async () => {
    workspace.go({ page: 'article', id: null });
    workspace.editor.actions.change({ title: 'Half' });
    workspace.go({ page: 'settings' });
    expect(workspace.get()).toMatchObject({ route: { page: 'article' }, leaving: { page: 'settings' } });
    workspace.stay();
    expect(workspace.editor.get().form.title).toBe('Half');
    workspace.go({ page: 'settings' });
    workspace.leaveUnsaved();
    expect(workspace.get()).toMatchObject({ route: { page: 'settings' }, leaving: null });
  });

  it('loses no letter while slower saves come back', async () => {
    const shown: (string | null)[] = [];
    workspace.preferences.subscribe(() => shown.push(workspace.preferences.get().settings.agentName));
    for (const name of ['N', 'No', 'Noo', 'Noor']) {
      workspace.preferences.actions.change({ agentName: name });
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await until(() => expect(untoldSaves()).toBe(0));
    expect([...new Set(shown)]).toEqual(['N', 'No', 'Noo', 'Noor']);
    expect(shown.at(-1)).toBe('Noor');
    expect(shown.indexOf('Noor')).toBe(shown.findLastIndex((name) => name !== 'Noor') + 1);
  });

  it('tests nothing when the person does not allow the origin', async () => {
    workspace.preferences.actions.changeEndpoint({ baseUrl: 'https://llm.example.net/v1' });
    await until(() => expect(workspace.preferences.get().addressProblem).toBeNull());
    await Promise.resolve();
    workspace.preferences.actions.test();
    await until(() =>
      expect(workspace.preferences.get().test).toEqual({
        state: 'not-permitted',
        origin: 'https://llm.example.net',
      }),
    );
  });
});
