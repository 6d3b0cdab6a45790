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
