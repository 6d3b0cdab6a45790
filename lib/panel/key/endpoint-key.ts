import type { ModelFailure, ModelProvider } from '@/lib/model/contract';
import type { Keyring, KeyState } from '@/lib/store/keyring';

/** What the panel shows of a locked key; `waitUntil` in milliseconds since the epoch. */
export interface KeyLock {
  readonly waitUntil: number | null;
}
export type UnlockAnswer = 'opened' | 'not-opened' | 'wait' | 'storage';

/** The endpoint's key as requests use it. */
export interface EndpointKey {
  /** Reads the key while one is needed, so that no press waits for it. */
  follow(isNeeded: boolean): void;
  /** The key for a request that begins now; it was used, so its idle time begins anew. */
  take(): Promise<TakenKey>;
  unlock(passphrase: string): Promise<UnlockAnswer>;
  /** `null`: no key waits for its passphrase. */
  watchLock(onLock: (lock: KeyLock | null) => void, signal: AbortSignal): void;
}

export type TakenKey =
  | { readonly isLocked: true }
  /** `gone` fires with the failure to tell when the key is locked or removed. */
  | { readonly isLocked: false; readonly key: string | null; readonly gone: AbortSignal };

type KeyFailure = Extract<ModelFailure, { code: 'key-locked' | 'key-gone' }>;

export function createEndpointKey(
  loadKeyring: () => Promise<Keyring>,
  now: () => number,
  signal: AbortSignal,
): EndpointKey {
  let keyring: Promise<Keyring> | null = null;
  let following: AbortController | null = null;
  let state: KeyState = { state: 'none' };
  let firstLook: Promise<void> = Promise.resolve();
  let gone = new AbortController();
  const listeners = new Set<(lock: KeyLock | null) => void>();
  const load = () => (keyring ??= loadKeyring());

  const turn = (next: KeyState) => {
    state = next;
    for (const tell of listeners) tell(lockOf(state));
  };
  const onLooked = (next: KeyState) => {
    if (keyOf(state) !== null && keyOf(next) === null) {
      gone.abort({ code: next.state === 'locked' ? 'key-locked' : 'key-gone' } satisfies KeyFailure);
      gone = new AbortController();
    }
    turn(next);
  };

  return {
    follow(isNeeded) {
      if (isNeeded === (following !== null)) return;
      following?.abort();
      following = null;
      if (!isNeeded) return turn({ state: 'none' });
      const mine = new AbortController();
      following = mine;
      firstLook = new Promise((looked) => {
        void load().then((ring) =>
          ring.watch(
            (found) => {
              // A database that refuses holds no key for this page; the settings tell of it.
              onLooked(found.ok ? found.value : { state: 'none' });
              looked();
            },
            AbortSignal.any([signal, mine.signal]),
          ),
        );
      });
    },
    async take() {
      await firstLook;
      // A page that slept may have missed the moment.
      const isOver = state.state === 'open' && state.until <= now();
      if (state.state === 'locked' || isOver) return { isLocked: true };
      if (state.state === 'open') void load().then((ring) => ring.touch());
      return { isLocked: false, key: keyOf(state), gone: gone.signal };
    },
    async unlock(passphrase) {
      const ring = await load();
      const opened = await ring.unlock(passphrase);
      if (opened.ok) {
        // Who takes the key next must not be told what was true before.
        const found = await ring.look();
        if (found.ok) onLooked(found.value);
        return 'opened';
      }
      const { code } = opened.error;
      return code === 'not-opened' || code === 'wait' ? code : 'storage';
    },
    watchLock(onLock, given) {
      onLock(lockOf(state));
      listeners.add(onLock);
      given.addEventListener('abort', () => listeners.delete(onLock), { once: true });
    },
  };
}

/** Writes nothing under a locked key, and breaks off where the key is taken away: what was written until then stays. */
export function withKey(provider: ModelProvider, taken: TakenKey): ModelProvider {
  return {
    ...provider,
    async *write(request, signal) {
      if (taken.isLocked) {
        yield { type: 'error', error: { code: 'key-locked' } };
        return;
      }
      const { gone } = taken;
      for await (const part of provider.write(request, AbortSignal.any([signal, gone]))) {
        const isOurs = part.type === 'end' && part.reason === 'aborted' && gone.aborted && !signal.aborted;
        yield isOurs ? { type: 'error', error: gone.reason as KeyFailure } : part;
      }
    },
  };
}

function keyOf(state: KeyState): string | null {
  return 'key' in state ? state.key : null;
}

function lockOf(state: KeyState): KeyLock | null {
  return state.state === 'locked' ? { waitUntil: state.waitUntil } : null;
}
