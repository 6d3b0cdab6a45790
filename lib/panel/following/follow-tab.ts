import { browser } from 'wxt/browser';
import { helpdesks } from '@/lib/helpdesk/registry';
import { createTabClient } from '@/lib/rpc/client';
import type { Connection } from './connection';

export interface TabEvents {
  onConnection(connection: Connection): void;
  /** The conversation on screen changed: worth another look at the ticket. */
  onActivity(ticketId: string): void;
  /** The agent pressed a button of the helpdesk that sends. */
  onSubmitted(ticketId: string): void;
}

/**
 * Follows the active tab of one window: connects to its content script, tells which ticket is open, and lets go of it
 * when another tab comes to the front. Events of other windows are ignored: every panel hears them all.
 */
export function followTab(windowId: number, events: TabEvents, signal: AbortSignal): void {
  let current: { tabId: number; stop: AbortController } | null = null;

  const follow = (tabId: number) => {
    current?.stop.abort();
    const stop = new AbortController();
    current = { tabId, stop };
    events.onConnection({ state: 'looking' });
    void watchPage(tabId, events, stop.signal);
  };

  const onActivated = (tab: { tabId: number; windowId: number }) => {
    if (tab.windowId === windowId) follow(tab.tabId);
  };
  // A finished load brings a new content script; moves inside the page are told by the running one.
  const onUpdated = (tabId: number, change: { status?: string }) => {
    if (tabId === current?.tabId && change.status === 'complete') follow(tabId);
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
    current?.stop.abort();
  });
  void browser.tabs.query({ active: true, windowId }).then(([tab]) => {
    if (tab?.id !== undefined && !signal.aborted && !current) follow(tab.id);
  });
}

async function watchPage(tabId: number, events: TabEvents, signal: AbortSignal): Promise<void> {
  for await (const event of createTabClient(tabId).open('page.watch', {}, signal)) {
    if (signal.aborted) return;
    if (!event.ok) {
      events.onConnection({ state: (await isHelpdeskTab(tabId)) ? 'reload-needed' : 'no-helpdesk' });
      return;
    }
    const { value } = event;
    if (value.type === 'activity') events.onActivity(value.ticketId);
    else if (value.type === 'submitted') events.onSubmitted(value.ticketId);
    else if (value.open.kind === 'ticket') events.onConnection({ state: 'ticket', tabId, open: value.open });
    else if (value.open.kind === 'ambiguous')
      events.onConnection({ state: 'ambiguous', found: value.open.found });
    else events.onConnection({ state: 'no-ticket' });
  }
}

/** The address of a tab is told only for hosts that we may read, which is the question asked here. */
async function isHelpdeskTab(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  // Gone or not ours to see: then it is no helpdesk page of ours either.
  if (!tab?.url || tab.status === 'loading') return false;
  const host = new URL(tab.url).hostname;
  return helpdesks.some((helpdesk) => helpdesk.matches.some((match) => hostMatches(match, host)));
}

function hostMatches(matchPattern: string, host: string): boolean {
  const pattern = matchPattern.split('/')[2] ?? '';
  return pattern.startsWith('*.')
    ? host === pattern.slice(2) || host.endsWith(pattern.slice(1))
    : host === pattern;
}
