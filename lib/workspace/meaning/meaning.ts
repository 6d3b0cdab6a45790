import { createStore, type Observable } from '@/lib/panel/observable';
import type { Result } from '@/lib/result';
import { meaningBar, meaningSpace } from '@/lib/settings/meaning';
import type { Settings } from '@/lib/settings/schema';
import type { WorkspaceDeps } from '../deps';
import type { Messages } from '../messages';
import type { Preferences } from '../settings/preferences';
import type { BuildFailure, BuildProgress } from './meaning-build';
import type { MeaningSurvey } from './meaning-survey';

export type MeaningRun =
  | { readonly state: 'none' }
  /** Passages done and to be done in this run; tokens as far as the endpoint tells. */
  | { readonly state: 'running'; readonly done: number; readonly of: number; readonly tokens: number }
  | { readonly state: 'failed'; readonly failure: BuildFailure | { readonly code: MeaningTrouble } };

/** The key waits for its passphrase; the browser may not reach the host; another tab is at it. */
type MeaningTrouble = 'key-locked' | 'not-permitted' | 'elsewhere';

export interface MeaningState {
  /** `null`: not looked yet. */
  readonly survey: MeaningSurvey | null;
  readonly run: MeaningRun;
}

export interface MeaningActions {
  change(change: Partial<Settings['meaning']>): void;
  /** Call in the turn of the click: asks the browser for the endpoint's origin first. Goes on where it was stopped. */
  start(): void;
  pause(): void;
  /** Takes out all vectors and switches it off. */
  remove(): void;
}

export interface Meaning extends Observable<MeaningState> {
  readonly actions: MeaningActions;
  /** Counts anew what there is to embed, where it is switched on. */
  look(): void;
}

/** Vectors for finding by meaning: what there is to do, what it will cost, and doing it. */
export function createMeaning(
  { meaning, settings, audit }: Pick<WorkspaceDeps, 'meaning' | 'settings' | 'audit'>,
  preferences: Preferences,
  messages: Messages,
  signal: AbortSignal,
): Meaning {
  const state = createStore<MeaningState>({ survey: null, run: { state: 'none' } });
  const settingsNow = () => preferences.get().settings;
  let running: AbortController | null = null;
  let turn = 0;
  /** The settings are on screen; they may be read only after that. */
  let isWanted = false;

  const look = async () => {
    const mine = ++turn;
    const survey = await meaning.survey();
    if (mine !== turn || signal.aborted) return;
    if (survey.ok) state.update({ survey: survey.value });
    else state.update({ run: { state: 'failed', failure: survey.error } });
  };

  /** What is left to do in the space of these settings. */
  const leftIn = (space: string): number => {
    const { survey } = state.get();
    return survey === null ? 0 : survey.space === space ? survey.missing.passages : survey.passages;
  };

  const build = async (
    now: Settings,
    onProgress: (progress: BuildProgress) => void,
    mine: AbortSignal,
  ): Promise<Result<void, BuildFailure> | MeaningTrouble> => {
    const found = await settings.keyring.look();
    if (found.ok && found.value.state === 'locked') return 'key-locked';
    const key = found.ok && 'key' in found.value ? found.value.key : null;
    return (await meaning.build(now, key, onProgress, mine)) ?? 'elsewhere';
  };

  const start = async (permitted: Promise<boolean>) => {
    const now = settingsNow();
    const stop = new AbortController();
    running = stop;
    const mine = AbortSignal.any([signal, stop.signal]);
    const of = leftIn(meaningSpace(now));
    const sent = { passages: 0, tokens: 0 };
    const show = () => {
      const { passages: done, tokens } = sent;
      state.update({ run: { state: 'running', done, of: Math.max(of, done), tokens } });
    };
    const count = ({ passages, tokens }: BuildProgress) => {
      sent.passages += passages;
      sent.tokens += tokens;
      if (!mine.aborted) show();
    };
    show();
    const ended = (await permitted) ? await build(now, count, mine) : 'not-permitted';
    running = null;
    await note(now, sent.passages);
    if (signal.aborted) return;
    if (typeof ended === 'string') state.update({ run: { state: 'failed', failure: { code: ended } } });
    else if (ended.ok || ended.error.code === 'aborted') state.update({ run: { state: 'none' } });
    else state.update({ run: { state: 'failed', failure: ended.error } });
    await look();
  };

  /** What was sent stands in the log, however the run ended. */
  const note = async ({ meaning: { model }, endpoint }: Settings, passages: number) => {
    if (passages === 0) return;
    const hosts = [new URL(endpoint.baseUrl).host];
    const noted = await audit.append({ kind: 'embedded', model, hosts, passages });
    if (!noted.ok) messages.failed(noted.error.code);
  };

  const remove = async () => {
    running?.abort();
    preferences.actions.change({ meaning: { ...settingsNow().meaning, isOn: false } });
    const cleared = await meaning.clear();
    state.update({ run: cleared.ok ? { state: 'none' } : { state: 'failed', failure: cleared.error } });
    await look();
  };

  // A switch that says that nothing leaves holds from the moment it is pressed.
  preferences.subscribe(() => {
    if (meaningBar(settingsNow()) !== null) running?.abort();
    if (isWanted && settingsNow().meaning.isOn) {
      isWanted = false;
      void look();
    }
  });

  return {
    get: state.get,
    subscribe: state.subscribe,
    look() {
      isWanted = !settingsNow().meaning.isOn;
      if (!isWanted) void look();
    },
    actions: {
      change(change) {
        const now = settingsNow().meaning;
        preferences.actions.change({ meaning: { ...now, ...change } });
      },
      start() {
        const now = settingsNow();
        if (running !== null || meaningBar(now) !== null || now.meaning.model === '') return;
        void start(settings.requestOrigin(new URL(now.endpoint.baseUrl).origin));
      },
      pause: () => running?.abort(),
      remove: () => void remove(),
    },
  };
}
