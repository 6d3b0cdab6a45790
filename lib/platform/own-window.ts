import { browser } from 'wxt/browser';

/**
 * The window whose active tab a panel follows: the one it is docked to, or the one named in its address when it was
 * opened in a window of its own (`sidepanel.html?window=12`).
 */
export async function followedWindowId(address: URL): Promise<number> {
  const named = Number(address.searchParams.get('window'));
  if (Number.isInteger(named) && named > 0) return named;
  const own = await browser.windows.getCurrent();
  if (own.id === undefined) throw new Error('The browser names no window for this panel');
  return own.id;
}
