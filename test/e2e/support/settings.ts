import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from './extension';

/** The panel stays open after an insertion, so that a test can read what it says. */
export async function keepPanelOpen(browser: ExtensionBrowser): Promise<void> {
  await changeSettings(browser, { afterInsert: 'keep-open' });
}

/** Changes settings as another page of the extension would, and waits until every open page has taken them up. */
export async function changeSettings(
  browser: ExtensionBrowser,
  settings: Record<string, unknown>,
): Promise<void> {
  const pages = browser.context.pages().filter((page) => page.url().startsWith('chrome-extension://'));
  const heard = await Promise.all(pages.map(listenForSettings));
  const isChange = await (await browser.worker()).evaluate(async (change) => {
    const { settings } = await chrome.storage.local.get('settings');
    const next = { ...(settings as object), ...change };
    await chrome.storage.local.set({ settings: next });
    // Chrome tells of a change only where there is one.
    return JSON.stringify(next) !== JSON.stringify(settings);
  }, settings);
  if (isChange) await Promise.all(heard.map((takenUp) => takenUp()));
}

/**
 * Listens after the page's own listeners, and reads after their reading: when the promise that this gives fulfils,
 * the page has the settings.
 */
async function listenForSettings(page: Page): Promise<() => Promise<void>> {
  const heard = await page.evaluateHandle(() => {
    const { onChanged } = chrome.storage.local;
    const change = new Promise<void>((resolve) => {
      onChanged.addListener(function listener(changes) {
        if (!('settings' in changes)) return;
        onChanged.removeListener(listener);
        resolve(chrome.storage.local.get('settings').then(() => new Promise((done) => setTimeout(done, 0))));
      });
    });
    // In an object: a promise alone would be waited for here already.
    return { change };
  });
  return () => heard.evaluate(({ change }) => change);
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
