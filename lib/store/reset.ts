import { Dexie } from 'dexie';

/**
 * All databases of this extension, as a place that can be listed and emptied. Open pages close theirs when they are
 * told; a page that does not holds its database for `waitMs` at most.
 */
export function databasePlace(indexedDB: IDBFactory = globalThis.indexedDB, waitMs = 5000) {
  const list = () => listDatabases(indexedDB);
  return {
    kind: 'database' as const,
    list,
    erase: async () => Promise.all((await list()).map((name) => deleteDatabase(indexedDB, name, waitMs))),
  };
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
