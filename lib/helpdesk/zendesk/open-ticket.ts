import type { OpenTicket } from '../contract';
import { allMatches, firstMatch, isVisible } from '../select';
import { zendeskSelectors } from './selectors';

/** Query strings and a trailing `/events` occur; `tickets/new/1` has no id yet. */
const ticketPath = /^\/agent\/tickets\/(\d+)(?:\/|$)/;

/**
 * All open tickets stay mounted in one document, so three witnesses are asked: the address, the selected tab, and the
 * pane that can be seen. The address alone is believed only while no other witness names another ticket.
 */
export function findOpenTicket(page: Document, url: URL): OpenTicket {
  const id = ticketPath.exec(url.pathname)?.[1];
  if (id === undefined) return { kind: 'none' };
  const tabIds = selectedTabIds(page);
  const others = tabIds.filter((tabId) => tabId !== id);
  if (others.length > 0) return { kind: 'ambiguous', found: unique([id, ...others]) };
  const shown = shownPaneIds(page);
  const isMounted = firstMatch(page, zendeskSelectors.pane(id)) !== null;
  // A ticket just navigated to has no pane yet, while the old one may still be drawn: then the tab decides.
  const isMounting = !isMounted && tabIds.length > 0;
  if (shown.length > 0 && !shown.includes(id) && !isMounting) {
    return { kind: 'ambiguous', found: unique([id, ...shown]) };
  }
  return {
    kind: 'ticket',
    helpdesk: 'zendesk',
    account: url.host,
    ticketId: id,
    url: `${url.origin}/agent/tickets/${id}`,
  };
}

/** The pane of a ticket, if the agent can see it. */
export function findShownPane(page: Document, ticketId: string): HTMLElement | null {
  return firstMatch(page, zendeskSelectors.pane(ticketId), (pane) => isShown(page, pane, ticketId));
}

/** Pages differ in which attribute marks the selected tab, so every tab that any of them marks counts. */
function selectedTabIds(page: Document): string[] {
  const tabs = zendeskSelectors.selectedTab.flatMap((selector) => [...page.querySelectorAll(selector)]);
  return unique(tabs.map((tab) => tab.getAttribute('data-entity-id') ?? '').filter((id) => id !== ''));
}

function shownPaneIds(page: Document): string[] {
  for (const [selector, attribute] of zendeskSelectors.panes) {
    const found = allMatches(page, [selector])?.elements ?? [];
    const ids = found.flatMap((pane) => {
      const id = /\d+/.exec(pane.getAttribute(attribute) ?? '')?.[0];
      return id !== undefined && isShown(page, pane, id) ? [id] : [];
    });
    if (found.length > 0) return unique(ids);
  }
  return [];
}

function isShown(page: Document, pane: HTMLElement, ticketId: string): boolean {
  // Only newer pages say which layout is active; where it is said, both must agree.
  const isActive = firstMatch(page, zendeskSelectors.layout(ticketId))?.getAttribute('data-is-active');
  return isActive !== 'false' && isVisible(pane);
}

function unique(ids: string[]): string[] {
  return [...new Set(ids)];
}
