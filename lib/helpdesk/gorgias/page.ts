import type { PageSnapshot } from '../contract';
import type { HelpdeskPage } from '../page-contract';
import { allMatches, firstMatch, firstText } from '../select';
import { findComposer } from './composer';
import { gorgiasSelectors, sendWords } from './selectors';

/** `/app/customer/123` is no ticket, and segments behind the ticket's id mean nothing. */
const ticketPath = /^\/app\/(?:views\/\d+|tickets?)\/(\d+)(?:\/|$)/;

/** Gorgias' agent app as a content script sees it. One ticket is mounted at a time, and the address names it. */
export const gorgiasPage = {
  id: 'gorgias',
  name: 'Gorgias',
  // The app may be entered on any path and moves on without a page load.
  matches: ['https://*.gorgias.com/*'],
  allowedPaths: [
    /^\/api\/(?:account|messages|macros|tickets)$/,
    /^\/api\/tickets\/\d+(?:\/custom-fields)?$/,
    /^\/api\/customers\/\d+$/,
  ],
  findOpenTicket: (_page, url) => {
    const id = ticketPath.exec(url.pathname)?.[1];
    if (id === undefined) return { kind: 'none' };
    return {
      kind: 'ticket',
      helpdesk: 'gorgias',
      account: url.host,
      ticketId: id,
      url: `${url.origin}/app/ticket/${id}`,
    };
  },
  findComposer,
  snapshot,
  findComposerAnchor: (page, ticketId) => {
    const composer = findComposer(page, ticketId);
    return composer.found ? composer.element : null;
  },
  conversationMark: (page) => {
    // The thread draws only what can be seen, so the newest bubble is all that can be compared.
    const bubbles = allMatches(page, gorgiasSelectors.bubble)?.elements ?? [];
    return `${bubbles.at(-1)?.textContent.length ?? ''}`;
  },
  isSendControl: (element) => {
    const button = element.closest('button, [role="button"]');
    return (
      button !== null && sendWords.test((button.getAttribute('aria-label') ?? button.textContent).trim())
    );
  },
} as const satisfies HelpdeskPage;

/** The thread draws only a window of a long ticket and does not mark who wrote what, so this is always partial. */
function snapshot(page: Document, ticketId: string): PageSnapshot | null {
  const thread = firstMatch(page, gorgiasSelectors.thread);
  if (!thread) return null;
  return {
    ticketId,
    url: page.location.href,
    subject: null,
    customerName: firstText(page, gorgiasSelectors.customerName),
    tags: [],
    messages: (allMatches(thread, gorgiasSelectors.bubble)?.elements ?? []).map((bubble) => ({
      author: 'unknown',
      authorName: null,
      visibility: /internal[ -]?note/i.test(bubble.className) ? 'internal' : 'public',
      sentAt: bubble.querySelector('time[datetime]')?.getAttribute('datetime') ?? null,
      html: bubble.innerHTML,
    })),
    hasMore: true,
  };
}
