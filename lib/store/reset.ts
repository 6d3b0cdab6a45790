import { Dexie } from 'dexie';

export interface ResetReport {
  /** Databases that were there and are gone. */
  readonly deleted: readonly string[];
  /** Databases that are still there: say so, and that closing the other tabs helps. */
  readonly left: readonly string[];
}

/**
 * Deletes every database of this extension and then lists what is left, so that "deleted" is never said unseen. Open
 * pages close theirs when they are told; a page that does not holds its database for `waitMs` at most.
 */
export async function deleteAllDatabases(
  indexedDB: IDBFactory = globalThis.indexedDB,
  waitMs = 5000,
): Promise<ResetReport> {
  const before = await listDatabases(indexedDB);
  await Promise.all(before.map((name) => deleteDatabase(indexedDB, name, waitMs)));
  const left = await listDatabases(indexedDB);
  return { deleted: before.filter((name) => !left.includes(name)), left };
}

/** All of the origin's databases are ours; Dexie keeps a list of its own in browsers that cannot list them. */
async function listDatabases(indexedDB: IDBFactory): Promise<string[]> {
  if (typeof indexedDB.databases !== 'function') return Dexie.getDatabaseNames();
  const found = await indexedDB.databases();
  return found.flatMap(({ name }) => name ?? []);
}

function deleteDatabase(indexedDB: IDBFactory, name: string, waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(resolve, waitMs);
    const done = () => {
      clearTimeout(giveUp);
      resolve();
    };
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = done;
    // Whether it worked is read from the list afterwards, for failures as for successes.
    request.onerror = done;
  });
}
