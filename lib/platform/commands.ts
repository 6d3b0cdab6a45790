import { browser } from 'wxt/browser';
import { commandIds } from './command-ids';
import { leaveIntent } from './intent';
import { openPanel } from './panel';

/** Listens for the browser commands: opens the panel first, then leaves word what to do. */
export function serveCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    const windowId = tab?.windowId;
    if (windowId === undefined) return;
    if (command === commandIds.draft) void openWithIntent(windowId, 'draft');
    if (command === commandIds.insert) void leaveIntent(windowId, newIntent('insert'));
  });
}

/** Opens the panel of a window and asks it to draft. No await may stand before the opening. */
export async function openWithIntent(windowId: number, kind: 'open' | 'draft'): Promise<void> {
  const opening = openPanel(windowId);
  await leaveIntent(windowId, newIntent(kind));
  await opening;
}

function newIntent(kind: 'open' | 'draft' | 'insert') {
  return { id: crypto.randomUUID(), kind, at: Date.now() };
}
