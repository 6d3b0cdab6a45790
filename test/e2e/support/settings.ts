import type { ExtensionBrowser } from './extension';

/** The panel stays open after an insertion, so that a test can read what it says. */
export async function keepPanelOpen(browser: ExtensionBrowser): Promise<void> {
  await changeSettings(browser, { afterInsert: 'keep-open' });
}

export async function changeSettings(
  browser: ExtensionBrowser,
  settings: Record<string, unknown>,
): Promise<void> {
  await (await browser.worker()).evaluate(async (change) => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...(settings as object), ...change } });
  }, settings);
}

/** The key goes where the settings page would put it: the extension's own database, never `storage.local`. */
export async function keepEndpointKey(browser: ExtensionBrowser, key: string): Promise<void> {
  const page = await browser.openWorkspace('#/settings');
  await page.evaluate(
    (value) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('footnote-secrets', 10);
        opening.onupgradeneeded = () => opening.result.createObjectStore('secrets', { keyPath: 'name' });
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction('secrets', 'readwrite');
          change.objectStore('secrets').put({ name: 'endpoint-key', value });
          change.oncomplete = () => resolve(opening.result.close());
        };
      }),
    key,
  );
  await page.close();
}
