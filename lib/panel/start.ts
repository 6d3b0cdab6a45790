import { followedWindowId } from '@/lib/platform/own-window';
import { createBrowserDeps } from './browser-deps';
import { createPanel } from './panel';
import type { Panel } from './panel-actions';

/** Everything behind the views: loaded after the first paint, because nothing of it can be seen yet. */
export async function startPanel(address: URL, signal: AbortSignal): Promise<Panel> {
  const windowId = followedWindowId(address);
  const deps = createBrowserDeps(windowId, signal);
  return createPanel(await windowId, deps, signal);
}
