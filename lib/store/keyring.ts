import type { StoreFailure } from '@/lib/knowledge/repository';
import { err, ok, type Result } from '@/lib/result';
import { seal, unseal } from './seal';
import type { KeptKey, SecretRepository } from './secrets';

/** Times are milliseconds since the epoch. */
export type KeyState =
  | { readonly state: 'none' }
  /** Without a passphrase. */
  | { readonly state: 'plain'; readonly key: string }
  /** `waitUntil`: no passphrase is tried before; `null`: one may be tried now. */
  | { readonly state: 'locked'; readonly waitUntil: number | null }
  /** Locks itself when it was not used until then. */
  | { readonly state: 'open'; readonly key: string; readonly until: number };

export type UnlockFailure =
  | StoreFailure
  /** The passphrase is another one, or what is stored is damaged: nobody can tell which. */
  | { readonly code: 'not-opened' }
  | { readonly code: 'wait'; readonly until: number };

export interface OpenedKey {
  readonly key: string;
  readonly until: number;
}

/** Where the opened key waits while it is in use: shared by all pages, and gone with the browser. */
export interface OpenedKeyHome {
  read(): Promise<OpenedKey | null>;
  /** `null` takes it away. */
  write(opened: OpenedKey | null): Promise<void>;
  watch(onChange: () => void, signal: AbortSignal): void;
}

/** The endpoint's key and the passphrase that may protect it. */
export interface Keyring {
  look(): Promise<Result<KeyState, StoreFailure>>;
  /** Tells the state now and after each change, from whichever page, and when the key locks itself. */
  watch(onState: (state: Result<KeyState, StoreFailure>) => void, signal: AbortSignal): void;
  /** The key was used: the idle time begins anew. */
  touch(): Promise<void>;
  unlock(passphrase: string): Promise<Result<void, UnlockFailure>>;
  lock(): Promise<void>;
  /** Keeps another key. One under a passphrase is only replaced with it, and stays under it. */
  keep(key: string, passphrase: string | null): Promise<Result<void, UnlockFailure>>;
  /** `null` for now: the key has none. `null` for next: it shall have none. */
  setPassphrase(now: string | null, next: string | null): Promise<Result<void, UnlockFailure>>;
  /** Needs no passphrase: who forgot it can begin anew. */
  forget(): Promise<Result<void, StoreFailure>>;
}

/** So many tries cost nothing: people mistype. */
const freeTries = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 3_600_000;

/**
 * How long after its last failure a try is refused. It slows whoever sits at the keyboard; against a copy of the
 * browser's files it is the rounds of PBKDF2 that count.
 */
function waitAfter(failures: number): number {
  return failures < freeTries ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - freeTries));
}

export function createKeyring(
  secrets: SecretRepository,
  home: OpenedKeyHome,
  { now, idleMs }: { now(): number; idleMs(): number },
): Keyring {
  const open = (key: string) => home.write({ key, until: now() + idleMs() });

  const waitUntil = (kept: KeptKey): number | null => {
    if (!('sealed' in kept)) return null;
    const wait = waitAfter(kept.failures);
    // A clock that was set back must not make the wait longer than it is.
    const left = Math.min(wait, kept.failedAt + wait - now());
    return left > 0 ? now() + left : null;
  };

  const look = async (): Promise<Result<KeyState, StoreFailure>> => {
    const found = await secrets.get();
    if (!found.ok) return found;
    const kept = found.value;
    if (kept === null) return ok({ state: 'none' });
    if ('value' in kept) return ok({ state: 'plain', key: kept.value });
    const opened = await home.read();
    if (opened && opened.until > now()) return ok({ state: 'open', ...opened });
    if (opened) await home.write(null);
    return ok({ state: 'locked', waitUntil: waitUntil(kept) });
  };

  /** Counted before it is tried, so that closing the page in between saves nobody a try; taken back when it opens. */
  const tryToOpen = async (
    passphrase: string,
    then: (key: string) => Promise<KeptKey | 'same'>,
  ): Promise<Result<string, UnlockFailure>> => {
    let refusedUntil: number | null = null;
    const counted = await secrets.change((kept) => {
      if (kept === null || !('sealed' in kept)) return kept;
      refusedUntil = waitUntil(kept);
      return refusedUntil === null ? { ...kept, failures: kept.failures + 1, failedAt: now() } : kept;
    });
    if (!counted.ok) return counted;
    if (refusedUntil !== null) return err({ code: 'wait', until: refusedUntil });
    const tried = counted.value.after;
    const key = tried && 'sealed' in tried ? await unseal(tried.sealed, passphrase) : null;
    if (key === null || !tried || !('sealed' in tried)) return err({ code: 'not-opened' });
    const next = await then(key);
    let isSame = false;
    const settled = await secrets.change((kept) => {
      isSame = kept !== null && 'sealed' in kept && isEqual(kept.sealed.iv, tried.sealed.iv);
      if (!isSame) return kept;
      return next === 'same' ? { ...tried, failures: 0, failedAt: 0 } : next;
    });
    if (!settled.ok) return settled;
    // Another page changed the key meanwhile: this passphrase opened one that is gone.
    return isSame ? ok(key) : err({ code: 'not-opened' });
  };

  return {
    look,
    watch(onState, signal) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let looking = Promise.resolve();
      const lookAgain = () => {
        looking = looking.then(async () => {
          if (signal.aborted) return;
          const found = await look();
          clearTimeout(timer);
          if (signal.aborted) return;
          const until = found.ok ? turnsAt(found.value) : null;
          if (until !== null) timer = setTimeout(lookAgain, until - now());
          onState(found);
        });
      };
      secrets.watch(lookAgain, signal);
      home.watch(lookAgain, signal);
      signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    },
    async touch() {
      const opened = await home.read();
      if (opened && opened.until > now()) await open(opened.key);
    },
    async unlock(passphrase) {
      const opened = await tryToOpen(passphrase, async () => 'same');
      if (!opened.ok) return opened;
      await open(opened.value);
      return ok(undefined);
    },
    lock: () => home.write(null),
    async keep(key, passphrase) {
      const found = await secrets.get();
      if (!found.ok) return found;
      if (found.value !== null && 'sealed' in found.value) {
        const opened = await tryToOpen(passphrase ?? '', async () => sealed(key, passphrase ?? ''));
        if (!opened.ok) return opened;
        await open(key);
        return ok(undefined);
      }
      const written = await secrets.change((kept) => (kept && 'sealed' in kept ? kept : { value: key }));
      return written.ok ? ok(undefined) : written;
    },
    async setPassphrase(current, next) {
      if (current !== null) {
        const opened = await tryToOpen(current, async (key) =>
          next === null ? { value: key } : sealed(key, next),
        );
        if (!opened.ok) return opened;
        await (next === null ? home.write(null) : open(opened.value));
        return ok(undefined);
      }
      const found = await secrets.get();
      if (!found.ok) return found;
      if (found.value === null || !('value' in found.value) || next === null)
        return err({ code: 'not-opened' });
      const { value } = found.value;
      const kept = await sealed(value, next);
      const written = await secrets.change((before) =>
        before && 'value' in before && before.value === value ? kept : before,
      );
      if (!written.ok) return written;
      if (written.value.after !== kept) return err({ code: 'not-opened' });
      await open(value);
      return ok(undefined);
    },
    async forget() {
      const removed = await secrets.change(() => null);
      if (!removed.ok) return removed;
      await home.write(null);
      return ok(undefined);
    },
  };
}

async function sealed(key: string, passphrase: string): Promise<KeptKey> {
  return { sealed: await seal(key, passphrase), failures: 0, failedAt: 0 };
}

/** When a state turns into another one by itself. */
function turnsAt(state: KeyState): number | null {
  if (state.state === 'open') return state.until;
  return state.state === 'locked' ? state.waitUntil : null;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
