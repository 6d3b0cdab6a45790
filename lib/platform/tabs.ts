import { browser } from 'wxt/browser';

/** Loads the active tab of a window once more. */
export async function reloadActiveTab(windowId: number): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  if (tab?.id !== undefined) await browser.tabs.reload(tab.id);
}

/** Opens a page of the workspace in a tab, or brings it to the front where one is open already. */
export async function openWorkspace(hash: string): Promise<void> {
  const url = `${browser.runtime.getURL('/workspace.html')}${hash}`;
  const [open] = await browser.tabs.query({ url: `${browser.runtime.getURL('/workspace.html')}*` });
  if (open?.id !== undefined) await browser.tabs.update(open.id, { active: true, url });
  else await browser.tabs.create({ url });
}
