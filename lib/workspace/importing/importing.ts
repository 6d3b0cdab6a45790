import type { ImportReport } from '@/lib/knowledge/import/report';
import type { ImportProgress } from '@/lib/knowledge/import/run-import';
import { createStore, type Observable } from '@/lib/panel/observable';
import type { ImportSource } from '@/lib/store/import-sources';
import type { HelpdeskTab, ImportRequest, WorkspaceDeps } from '../deps';
import type { Indexing } from '../indexing';
import type { Messages } from '../messages';

export type ImportPhase =
  | { readonly state: 'choosing' }
  /** Reads and judges everything; nothing is written. */
  | { readonly state: 'reading'; readonly request: ImportRequest; readonly progress: ImportProgress | null }
  | {
      readonly state: 'preview';
      readonly request: ImportRequest;
      readonly report: ImportReport;
      readonly decisions: ReadonlyMap<string, 'mine' | 'theirs'>;
    }
  | { readonly state: 'writing'; readonly request: ImportRequest; readonly progress: ImportProgress | null }
  | { readonly state: 'indexing'; readonly request: ImportRequest; readonly report: ImportReport }
  | {
      readonly state: 'done';
      readonly request: ImportRequest;
      readonly report: ImportReport;
      readonly isIndexed: boolean;
    };

export interface ImportingState {
  readonly phase: ImportPhase;
  /** `null` while they are read. */
  readonly sources: readonly ImportSource[] | null;
  /** Helpdesk tabs open now; `null` while they are looked for. */
  readonly tabs: readonly HelpdeskTab[] | null;
  /** A source whose helpdesk is not open: named beside it. */
  readonly unreachable: string | null;
}

export interface ImportingActions {
  /** Reads a source for the preview. The demo shop is written at once: it is known beforehand. */
  read(request: ImportRequest): void;
  apply(): void;
  decide(externalId: string, decision: 'mine' | 'theirs'): void;
  stop(): void;
  /** Back to the four ways. */
  leave(): void;
  /** Again without asking for files; for those, pick them again. */
  readAgain(source: ImportSource): void;
  removeDemo(): void;
  lookForTabs(): void;
}

export interface Importing extends Observable<ImportingState> {
  readonly actions: ImportingActions;
  /** When nothing is being written or indexed: a list that grew with every batch would only take memory and time. */
  settled(): Promise<void>;
}

export function createImporting(
  deps: WorkspaceDeps,
  messages: Messages,
  indexing: Indexing,
  signal: AbortSignal,
): Importing {
  const state = createStore<ImportingState>({
    phase: { state: 'choosing' },
    sources: null,
    tabs: null,
    unreachable: null,
  });
  let running: AbortController | null = null;

  const listSources = async () => {
    const sources = await deps.importSources.list();
    if (sources.ok) state.update({ sources: sources.value });
    else messages.failed(sources.error.code);
  };

  const run = async (
    request: ImportRequest,
    dryRun: boolean,
    decisions: ReadonlyMap<string, 'mine' | 'theirs'>,
  ) => {
    const stop = new AbortController();
    running = stop;
    const name = dryRun ? 'reading' : 'writing';
    state.update({ phase: { state: name, request, progress: null }, unreachable: null });
    const report = await deps.imports.run(request, {
      signal: AbortSignal.any([signal, stop.signal]),
      dryRun,
      decisions,
      onProgress: (progress) => {
        if (running === stop) state.update({ phase: { state: name, request, progress } });
      },
    });
    return running === stop ? report : null;
  };

  const read = async (request: ImportRequest) => {
    const report = await run(request, true, new Map());
    if (!report) return;
    if (report.stopped === 'cancelled') return state.update({ phase: { state: 'choosing' } });
    state.update({ phase: { state: 'preview', request, report, decisions: new Map() } });
  };

  const write = async (request: ImportRequest, decisions: ReadonlyMap<string, 'mine' | 'theirs'>) => {
    const report = await run(request, false, decisions);
    if (!report) return;
    const remembered = await deps.importSources.put(toSource(request, report));
    if (!remembered.ok) messages.failed(remembered.error.code);
    await listSources();
    state.update({ phase: { state: 'indexing', request, report } });
    const isIndexed = report.written === 0 || (await indexing.rebuild());
    if (state.get().phase.state === 'indexing')
      state.update({ phase: { state: 'done', request, report, isIndexed } });
  };

  const lookForTabs = async () => {
    const tabs = await deps.imports.helpdeskTabs();
    if (!signal.aborted) state.update({ tabs });
  };

  const readAgain = async (source: ImportSource) => {
    const { importer, label, account } = source;
    if (importer === 'demo-shop') return write({ importer, label }, new Map());
    if (importer === 'files' || account === null) return;
    const tabs = await deps.imports.helpdeskTabs();
    state.update({ tabs });
    const tab = tabs.find((each) => each.account === account);
    if (!tab) return state.update({ unreachable: source.id });
    await read({
      importer: importer as Exclude<ImportRequest['importer'], 'files' | 'demo-shop'>,
      label,
      account,
      tabId: tab.tabId,
    });
  };

  const removeDemo = async () => {
    const removed = await deps.articles.removeSource('demo-shop');
    if (!removed.ok) return messages.failed(removed.error.code);
    const source = state.get().sources?.find((each) => each.importer === 'demo-shop');
    if (source) {
      const forgotten = await deps.importSources.remove(source.id);
      if (!forgotten.ok) messages.failed(forgotten.error.code);
    }
    await listSources();
    const label = source?.label ?? '';
    const undo = () => void write({ importer: 'demo-shop', label }, new Map());
    messages.done({ code: 'demo-removed', count: removed.value, undo });
    const { phase } = state.get();
    if (phase.state === 'done') state.update({ phase: { state: 'choosing' } });
    await indexing.rebuild();
  };

  void listSources();

  return {
    get: state.get,
    subscribe: state.subscribe,
    settled: () =>
      new Promise((resolve) => {
        const isSettled = () => !['writing', 'indexing'].includes(state.get().phase.state);
        if (isSettled()) return resolve();
        const stop = state.subscribe(() => {
          if (!isSettled()) return;
          stop();
          resolve();
        });
      }),
    actions: {
      read: (request) => void (request.importer === 'demo-shop' ? write(request, new Map()) : read(request)),
      apply() {
        const { phase } = state.get();
        if (phase.state === 'preview') void write(phase.request, phase.decisions);
      },
      decide(externalId, decision) {
        const { phase } = state.get();
        if (phase.state !== 'preview') return;
        state.update({ phase: { ...phase, decisions: new Map(phase.decisions).set(externalId, decision) } });
      },
      stop: () => running?.abort(),
      leave() {
        // What is being written is stopped by `stop`, which keeps and indexes what was written.
        if (state.get().phase.state === 'writing') return;
        running?.abort();
        running = null;
        state.update({ phase: { state: 'choosing' }, unreachable: null });
      },
      readAgain: (source) => void readAgain(source),
      removeDemo: () => void removeDemo(),
      lookForTabs: () => void lookForTabs(),
    },
  };
}

/** What the list of sources remembers of a run. */
function toSource(request: ImportRequest, report: ImportReport): ImportSource {
  const account = 'account' in request ? request.account : null;
  return {
    id: `${request.importer}:${account ?? request.label}`,
    importer: request.importer,
    label: request.label,
    account,
    lastReadAt: report.finishedAt,
    lastFailure: report.failure?.code ?? report.stopped,
    counts: report.counts,
  };
}
