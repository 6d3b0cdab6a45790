import { Dexie, liveQuery, type Table } from 'dexie';
import type { StoreFailure } from '@/lib/knowledge/repository';
import type { Result } from '@/lib/result';
import { attempt } from './failure';
import type { Sealed } from './seal';

/** The endpoint's key as it is kept: as it is, or under a passphrase with the count of tries that did not open it. */
export type KeptKey =
  | { readonly value: string }
  | {
      readonly sealed: Sealed;
      readonly failures: number;
      /** Milliseconds since the epoch; 0 without a failure. */
      readonly failedAt: number;
    };

export interface SecretRepository {
  get(): Promise<Result<KeptKey | null, StoreFailure>>;
  /** One transaction, so that two pages cannot count one try or take each other's change away. `null` removes it. */
  change(
    next: (kept: KeptKey | null) => KeptKey | null,
  ): Promise<Result<{ before: KeptKey | null; after: KeptKey | null }, StoreFailure>>;
  /** After each change, from whichever page. */
  watch(onChange: () => void, signal: AbortSignal): void;
}

/** One key for the one endpoint. */
const name = 'endpoint-key';
type SecretRow = KeptKey & { readonly name: typeof name };

/**
 * Keys, apart from everything else: in the extension's own database rather than `storage.local`, which content scripts
 * can read in Firefox, and in a database of their own, so that an export or a copy of the articles cannot carry them.
 */
class SecretDatabase extends Dexie {
  declare readonly secrets: Table<SecretRow, string>;
  /** Another tab deletes or upgrades it: reading would bring it back, and a reset would find it again. */
  isTakenAway = false;

  constructor(indexedDB?: IDBFactory) {
    super('footnote-secrets', indexedDB ? { indexedDB } : {});
    this.version(1).stores({ secrets: 'name' });
    // Staying open would hold up a reset in another tab.
    this.on('versionchange', () => {
      this.isTakenAway = true;
      this.close();
      return false;
    });
  }
}

/** Opens on first use, and again for a change after a reset closed it. */
export function createSecretRepository(indexedDB?: IDBFactory): SecretRepository {
  const db = new SecretDatabase(indexedDB);
  const opened = async () => {
    if (!db.isOpen()) await db.open();
    return db.secrets;
  };
  const read = async () => (db.isTakenAway ? null : toKept(await (await opened()).get(name)));
  return {
    get: () => attempt(read),
    change: (next) =>
      attempt(async () => {
        db.isTakenAway = false;
        const secrets = await opened();
        return db.transaction('rw', secrets, async () => {
          const before = toKept(await secrets.get(name));
          const after = next(before);
          if (after === null) await secrets.delete(name);
          else if (after !== before) await secrets.put({ name, ...after });
          return { before, after };
        });
      }),
    watch(onChange, signal) {
      const seen = liveQuery(read).subscribe({
        next: onChange,
        // What the storage refuses is told to whoever reads.
        error: onChange,
      });
      db.on('versionchange', onChange);
      signal.addEventListener(
        'abort',
        () => {
          seen.unsubscribe();
          db.on('versionchange').unsubscribe(onChange);
        },
        { once: true },
      );
    },
  };
}

function toKept(row: SecretRow | undefined): KeptKey | null {
  if (row === undefined) return null;
  const { name: _, ...kept } = row;
  return kept;
}
