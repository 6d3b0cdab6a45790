/** These run inside the extension's own pages and workers, so each stands on its own. */

export function readTable(table: string, database = 'footnote'): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction(table).objectStore(table).getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result);
      };
    };
  });
}

export function clearTables(tables: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('footnote');
    opening.onerror = () => reject(opening.error);
    // Before the first start of the panel there is no database, and this must not make one.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = (event) => {
      event.preventDefault();
      resolve();
    };
    opening.onsuccess = () => {
      const clearing = opening.result.transaction(tables, 'readwrite');
      for (const table of tables) clearing.objectStore(table).clear();
      clearing.onerror = () => reject(clearing.error);
      clearing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

export function addRows({ table, rows }: { table: string; rows: readonly unknown[] }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('footnote');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const change = opening.result.transaction(table, 'readwrite');
      for (const row of rows) change.objectStore(table).put(row);
      change.onabort = () => reject(change.error);
      change.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
