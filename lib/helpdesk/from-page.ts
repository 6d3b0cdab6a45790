import type { Message, Ticket } from '@/lib/ticket/ticket';
import type { OpenTicket, PageSnapshot } from './contract';
import { toIsoDate } from './dates';
import { readMessageHtml } from './html-text';

/** A ticket from the page alone: every field that is there is marked `page`, and what cannot be there is named. */
export function ticketFromPage(
  open: OpenTicket & { kind: 'ticket' },
  snapshot: PageSnapshot,
  now: () => Date,
): Ticket {
  const messages = snapshot.messages.map(
    (message, index): Message => ({
      id: `page-${index + 1}`,
      author: { role: message.author, name: message.authorName },
      visibility: message.visibility,
      sentAt: toIsoDate(message.sentAt),
      ...readMessageHtml(message.html),
      attachments: [],
    }),
  );
  return {
    helpdesk: open.helpdesk,
    account: open.account,
    id: open.ticketId,
    url: open.url,
    subject: snapshot.subject ?? '',
    channel: 'other',
    status: null,
    language: null,
    brand: null,
    customer: { id: null, name: snapshot.customerName, email: null, phone: null, locale: null, note: null },
    agentName: null,
    messages,
    orders: [],
    tags: snapshot.tags,
    customFields: [],
    updatedAt: null,
    readAt: now().toISOString(),
    provenance: {
      subject: snapshot.subject === null ? 'absent' : 'page',
      messages: 'page',
      customer: snapshot.customerName === null ? 'absent' : 'page',
      orders: 'absent',
      language: 'absent',
      status: 'absent',
      tags: 'page',
    },
    gaps: [
      'Read from the page, because the helpdesk did not answer. Orders, channel and status are missing.',
      ...(snapshot.hasMore ? ['Older messages may be missing.'] : []),
      ...(messages.some(({ author }) => author.role === 'unknown')
        ? ['The page does not say who wrote each message.']
        : []),
    ],
  };
}
