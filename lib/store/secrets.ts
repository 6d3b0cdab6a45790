import { Dexie, type Table } from 'dexie';
import type { StoreFailure } from '@/lib/knowledge/repository';
import type { Result } from '@/lib/result';
import { attempt } from './failure';

/** Names of what is kept here. One key for the one endpoint. */
type SecretName = 'endpoint-key';

export interface SecretRepository {
  get(name: SecretName): Promise<Result<string | null, StoreFailure>>;
  put(name: SecretName, value: string): Promise<Result<void, StoreFailure>>;
  remove(name: SecretName): Promise<Result<void, StoreFailure>>;
}

interface SecretRow {
  readonly name: SecretName;
  readonly value: string;
}

/**
 * Keys, apart from everything else: in the extension's own database rather than `storage.local`, which content scripts
 * can read in Firefox, and in a database of their own, so that an export or a copy of the articles cannot carry them.
 */
class SecretDatabase extends Dexie {
  declare readonly secrets: Table<SecretRow, SecretName>;

  constructor(indexedDB?: IDBFactory) {
    super('footnote-secrets', indexedDB ? { indexedDB } : {});
    this.version(1).stores({ secrets: 'name' });
    // Staying open would hold up a reset in another tab.
    this.on('versionchange', () => {
      this.close();
      return false;
    });
  }
}

/** Opens on first use and again after a reset closed it. */
export function createSecretRepository(indexedDB?: IDBFactory): SecretRepository {
  const db = new SecretDatabase(indexedDB);
  const opened = async () => {
    if (!db.isOpen()) await db.open();
    return db.secrets;
  };
  return {
    get: (name) => attempt(async () => (await (await opened()).get(name))?.value ?? null),
    put: (name, value) =>
      attempt(async () => {
        await (await opened()).put({ name, value });
      }),
    remove: (name) => attempt(async () => (await opened()).delete(name)),
  };
}
