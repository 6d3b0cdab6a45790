import { createStore, type Observable } from '@/lib/panel/observable';
import type { Result } from '@/lib/result';
import type { Keyring, KeyState, UnlockFailure } from '@/lib/store/keyring';

export interface KeySettingsState {
  /** Without the key itself, which is never shown again. */
  readonly key: KeyFact;
  /** A passphrase is being tried or set. */
  readonly isWorking: boolean;
  /** Of the last try. */
  readonly problem: 'not-opened' | 'storage' | null;
}

/** Times are milliseconds since the epoch. */
export type KeyFact =
  | { readonly state: 'none' | 'plain' }
  | { readonly state: 'locked'; readonly waitUntil: number | null }
  | { readonly state: 'open'; readonly until: number };

export interface KeySettingsActions {
  /** `passphrase` where the key that it replaces has one. Answers whether it was done. */
  keep(key: string, passphrase: string | null): Promise<boolean>;
  forget(): void;
  unlock(passphrase: string): void;
  lock(): void;
  /** `null` for now: there is none. `null` for next: there shall be none. Answers whether it was done. */
  setPassphrase(now: string | null, next: string | null): Promise<boolean>;
}

export interface KeySettings extends Observable<KeySettingsState> {
  readonly actions: KeySettingsActions;
  /** Begins to follow the key; further calls change nothing. */
  look(): void;
}

/** The endpoint's key and its passphrase, as the settings show and change them. */
export function createKeySettings(keyring: Keyring, signal: AbortSignal): KeySettings {
  const state = createStore<KeySettingsState>({ key: { state: 'none' }, isWorking: false, problem: null });
  let isFollowing = false;

  const work = async (wanted: Promise<Result<void, UnlockFailure>>): Promise<boolean> => {
    state.update({ isWorking: true, problem: null });
    const done = await wanted;
    state.update({ isWorking: false, problem: done.ok ? null : problemOf(done.error) });
    return done.ok;
  };

  return {
    get: state.get,
    subscribe: state.subscribe,
    look() {
      if (isFollowing) return;
      isFollowing = true;
      keyring.watch((found) => {
        if (found.ok) state.update({ key: factOf(found.value) });
        else state.update({ problem: 'storage' });
      }, signal);
    },
    actions: {
      keep: (key, passphrase) => work(keyring.keep(key.trim(), passphrase)),
      forget: () => void work(keyring.forget()),
      unlock: (passphrase) => void work(keyring.unlock(passphrase)),
      lock: () => void keyring.lock(),
      setPassphrase: (now, next) => work(keyring.setPassphrase(now, next)),
    },
  };
}

function factOf(state: KeyState): KeyFact {
  if (state.state === 'locked') return state;
  return state.state === 'open' ? { state: 'open', until: state.until } : { state: state.state };
}

/** A wait is told by the key's own state, with its end. */
function problemOf({ code }: UnlockFailure): KeySettingsState['problem'] {
  if (code === 'wait') return null;
  return code === 'not-opened' ? code : 'storage';
}
