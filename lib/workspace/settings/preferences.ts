import type { Availability, ProbeCheck } from '@/lib/model/contract';
import { createStore, type Observable } from '@/lib/panel/observable';
import { allowsEndpoint } from '@/lib/settings/company-policy';
import { defaultSettings, type Settings } from '@/lib/settings/schema';
import type { EndpointPreset, ModelChoice, WorkspaceDeps } from '../deps';
import type { Leftover } from './reset';

export type EndpointTest =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly checks: readonly ProbeCheck[] }
  /** `at` is ISO 8601. */
  | { readonly state: 'done'; readonly checks: readonly ProbeCheck[]; readonly at: string }
  /** The person did not allow the browser to reach that origin. */
  | { readonly state: 'not-permitted'; readonly origin: string };

export type ResetState =
  | { readonly state: 'none' | 'asking' | 'running' }
  | { readonly state: 'done'; readonly left: readonly Leftover[] };

export interface PreferencesState {
  readonly settings: Settings;
  readonly presets: readonly EndpointPreset[];
  /** Code of what is wrong with the address, or `null`. */
  readonly addressProblem: string | null;
  readonly models: readonly ModelChoice[];
  readonly test: EndpointTest;
  /** `null` while the browser is asked. */
  readonly onDevice: Availability | null;
  readonly commands: readonly { readonly id: string; readonly keys: string }[];
  readonly reset: ResetState;
}

export interface PreferencesActions {
  change(change: Partial<Settings>): void;
  changeEndpoint(change: Partial<Settings['endpoint']>): void;
  choosePreset(id: string): void;
  /** Call in the turn of the click: asks the browser for this one origin first. */
  test(): void;
  stopTest(): void;
  downloadOnDevice(): void;
  openShortcutPage(): void;
  askReset(): void;
  cancelReset(): void;
  reset(): void;
}

export interface Preferences extends Observable<PreferencesState> {
  readonly actions: PreferencesActions;
  /** Asks the browser for what may have changed meanwhile: keys, on-device model. */
  look(): void;
}

export function createPreferences(deps: WorkspaceDeps, signal: AbortSignal): Preferences {
  const state = createStore<PreferencesState>({
    settings: defaultSettings,
    presets: [],
    addressProblem: null,
    models: [],
    test: { state: 'none' },
    onDevice: null,
    commands: [],
    reset: { state: 'none' },
  });
  let testing: AbortController | null = null;
  let saves: Promise<void> = Promise.resolve();
  let saving = 0;
  /** Origin of the address as typed last; known before the click, because the browser asks only within its turn. */
  let origin: string | null = null;

  const checkAddress = async (baseUrl: string) => {
    const read = await deps.settings.readAddress(baseUrl);
    if (state.get().settings.endpoint.baseUrl !== baseUrl) return;
    const isForbidden = read.ok && !allowsEndpoint(state.get().settings.company, baseUrl);
    origin = read.ok && !isForbidden ? read.origin : null;
    const problem = read.ok || baseUrl.trim() === '' ? null : read.code;
    state.update({ addressProblem: isForbidden ? 'forbidden' : problem });
  };

  const change = (wanted: Partial<Settings>) => {
    // Shown at once and written in order. What comes back through the watch meanwhile is older than what was typed.
    state.update({ settings: { ...state.get().settings, ...wanted } });
    saving++;
    saves = saves.then(async () => {
      const saved = await deps.settings.save(wanted);
      if (--saving === 0 && !signal.aborted) state.update({ settings: saved });
    });
  };

  const changeEndpoint = (wanted: Partial<Settings['endpoint']>) => {
    const { endpoint } = state.get().settings;
    testing?.abort();
    state.update({ test: { state: 'none' } });
    const { company } = state.get().settings;
    const next = { ...endpoint, ...wanted };
    // Shown as typed, so that it can be corrected, and never saved.
    if (allowsEndpoint(company, next.baseUrl)) change({ endpoint: next });
    else state.update({ settings: { ...state.get().settings, endpoint: next } });
    if (wanted.baseUrl !== undefined) void checkAddress(wanted.baseUrl);
  };

  const readKey = async (): Promise<string | null> => {
    const found = await deps.settings.keyring.look();
    return found.ok && 'key' in found.value ? found.value.key : null;
  };

  const runTest = async (permitted: Promise<boolean>, asked: string) => {
    testing?.abort();
    const stop = new AbortController();
    testing = stop;
    const mine = AbortSignal.any([signal, stop.signal]);
    state.update({ test: { state: 'running', checks: [] } });
    if (!(await permitted)) return state.update({ test: { state: 'not-permitted', origin: asked } });
    const key = await readKey();
    const { settings } = state.get();
    const models = await deps.settings.models(settings, key, mine);
    if (mine.aborted) return;
    state.update({ models });
    const checks: ProbeCheck[] = [];
    for await (const check of deps.settings.probe(settings, key, mine)) {
      if (mine.aborted) return;
      checks.push(check);
      state.update({ test: { state: 'running', checks: [...checks] } });
    }
    if (mine.aborted) return;
    state.update({ test: { state: 'done', checks, at: deps.clock.now().toISOString() } });
    const context = models.find(({ id }) => id === settings.endpoint.model)?.contextTokens ?? null;
    if (context !== settings.endpoint.contextTokens)
      change({ endpoint: { ...settings.endpoint, contextTokens: context } });
  };

  const download = async () => {
    for await (const onDevice of deps.settings.downloadOnDevice(signal)) state.update({ onDevice });
  };

  const reset = async () => {
    state.update({ reset: { state: 'running' } });
    const left = await deps.reset();
    state.update({ reset: { state: 'done', left } });
  };

  deps.settings.watch((settings) => {
    if (saving > 0) return;
    state.update({ settings });
    void checkAddress(settings.endpoint.baseUrl);
  }, signal);

  return {
    get: state.get,
    subscribe: state.subscribe,
    look() {
      void deps.settings.presets().then((presets) => state.update({ presets }));
      void deps.settings.onDevice().then((onDevice) => state.update({ onDevice }));
      void deps.settings.commands().then((commands) => state.update({ commands }));
    },
    actions: {
      change,
      changeEndpoint,
      choosePreset(id) {
        const preset = state.get().presets.find((each) => each.id === id);
        changeEndpoint({
          preset: id,
          model: '',
          contextTokens: null,
          ...(preset?.baseUrl && { baseUrl: preset.baseUrl }),
        });
        state.update({ models: [] });
      },
      test() {
        if (origin !== null) void runTest(deps.settings.requestOrigin(origin), origin);
      },
      stopTest() {
        testing?.abort();
        state.update({ test: { state: 'none' } });
      },
      downloadOnDevice: () => void download(),
      openShortcutPage: deps.settings.openShortcutPage,
      askReset: () => state.update({ reset: { state: 'asking' } }),
      cancelReset: () => state.update({ reset: { state: 'none' } }),
      reset: () => void reset(),
    },
  };
}
