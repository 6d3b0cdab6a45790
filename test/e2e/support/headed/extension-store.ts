/** These run inside the extension's service worker, so each stands on its own. */

export function readTable(table: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('footnote');
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
