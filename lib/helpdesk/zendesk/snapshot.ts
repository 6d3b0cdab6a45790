import type { PageSnapshot } from '../contract';
import { allMatches, firstMatch, firstText } from '../select';
import { findShownPane } from './open-ticket';
import { zendeskSelectors } from './selectors';

type PageMessage = PageSnapshot['messages'][number];

/** The conversation as the page shows it: the fallback when the API is refused. */
export function snapshot(page: Document, ticketId: string): PageSnapshot | null {
  const pane = findShownPane(page, ticketId);
  if (!pane) return null;
  // Subject, tags and requester may lie beside the conversation, in the layout around it.
  const layout = firstMatch(page, zendeskSelectors.layout(ticketId)) ?? pane;
  const items = allMatches(pane, zendeskSelectors.logItem)?.elements ?? [];
  const messages = items.flatMap(readItem);
  // Agents choose whether the newest entry stands first or last.
  messages.sort((a, b) => (a.sentAt ?? '').localeCompare(b.sentAt ?? ''));
  return {
    ticketId,
    url: page.location.href,
    subject: firstText(layout, zendeskSelectors.subject),
    customerName: messages.find((message) => message.author === 'customer')?.authorName ?? null,
    tags: (allMatches(layout, zendeskSelectors.tag)?.elements ?? [])
      .map((tag) => tag.textContent.trim())
      .filter(Boolean),
    messages,
    hasMore: firstMatch(pane, zendeskSelectors.showMore) !== null,
  };
}

function readItem(item: HTMLElement): PageMessage[] {
  const bubble = firstMatch(item, zendeskSelectors.logBubble);
  const body = firstMatch(item, zendeskSelectors.logBody);
  if (!body || bubble?.getAttribute('aria-hidden') === 'true') return [];
  const type = bubble?.getAttribute('type') ?? '';
  const isInternal = type === 'internal' || firstMatch(item, zendeskSelectors.logInternal) !== null;
  const isAgent = type === 'agent' || isInternal || firstMatch(item, zendeskSelectors.logAgentBadge) !== null;
  const author = isAgent ? 'agent' : type === 'end-user' ? 'customer' : type === 'bot' ? 'bot' : 'unknown';
  return [
    {
      author,
      authorName: firstText(item, zendeskSelectors.logSender),
      visibility: isInternal ? 'internal' : 'public',
      sentAt: firstMatch(item, zendeskSelectors.logTime)?.getAttribute('datetime') ?? null,
      html: body.innerHTML,
    },
  ];
}

/** Number of entries and the times of first and last: equal after a mere redraw, and without any of their words. */
export function conversationMark(page: Document, ticketId: string): string {
  const pane = findShownPane(page, ticketId);
  const log = pane && firstMatch(pane, zendeskSelectors.log);
  if (!log) return '';
  const times = [...log.querySelectorAll('time[datetime]')]
    .map((time) => time.getAttribute('datetime') ?? '')
    .sort();
  const count = allMatches(log, zendeskSelectors.logItem)?.elements.length ?? 0;
  return `${count} ${times[0] ?? ''} ${times.at(-1) ?? ''}`;
}
