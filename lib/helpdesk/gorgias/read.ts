import { ok, type Result } from '@/lib/result';
import type { Channel, Message, Ticket, TicketStatus } from '@/lib/ticket/ticket';
import { getJson } from '../api';
import type { ApiGet, HelpdeskReader, OpenTicket, ReadFailure } from '../contract';
import { toIsoDate } from '../dates';
import { ticketFromPage } from '../from-page';
import { toSentReply } from '../sent-reply';
import { type GorgiasMessage, type GorgiasTicket, messagesShape, ticketShape } from './api-shapes';
import { toMessage } from './messages';
import { readOrders } from './orders';

/** The API's own limit for one page. */
const pageSize = 100;
/** With the ticket itself never more than six GETs. */
const mostPages = 5;

type OpenGorgias = OpenTicket & { kind: 'ticket' };

export function createGorgiasReader(): HelpdeskReader {
  return { id: 'gorgias', fromPage: ticketFromPage, findSentReply, readTicket };
}

async function readTicket(
  open: OpenGorgias,
  get: ApiGet,
  now: () => Date,
  signal: AbortSignal,
): Promise<Result<Ticket, ReadFailure>> {
  const answer = await getJson(
    get,
    `/api/tickets/${open.ticketId}?relationships=custom_fields`,
    ticketShape,
    signal,
  );
  if (!answer.ok) return answer;
  const ticket = answer.value;
  const inTicket = ticket.messages ?? [];
  const isComplete = inTicket.length >= (ticket.messages_count ?? inTicket.length);
  const all = isComplete
    ? { messages: inTicket, hasMore: false }
    : await readAllMessages(open.ticketId, inTicket, get, signal);
  return ok(toTicket(open, ticket, all, now));
}

interface Conversation {
  messages: readonly GorgiasMessage[];
  hasMore: boolean;
}

/** Newest first, page by page; a refusal leaves what the ticket itself carried. */
async function readAllMessages(
  ticketId: string,
  inTicket: readonly GorgiasMessage[],
  get: ApiGet,
  signal: AbortSignal,
): Promise<Conversation> {
  const byId = new Map(inTicket.map((message) => [message.id, message]));
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const after: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const path = `/api/messages?ticket_id=${ticketId}&limit=${pageSize}${after}`;
    const answer = await getJson(get, path, messagesShape, signal);
    if (!answer.ok) return { messages: [...byId.values()], hasMore: true };
    const list = Array.isArray(answer.value) ? answer.value : answer.value.data;
    for (const message of list) byId.set(message.id, message);
    cursor = Array.isArray(answer.value) ? null : (answer.value.meta?.next_cursor ?? null);
    if (cursor === null) return { messages: [...byId.values()], hasMore: false };
  }
  return { messages: [...byId.values()], hasMore: true };
}

function toTicket(
  open: OpenGorgias,
  ticket: GorgiasTicket,
  { messages: raw, hasMore }: Conversation,
  now: () => Date,
): Ticket {
  // `customer` is the newer name of `requester`.
  const customer = ticket.customer ?? ticket.requester;
  const messages = raw
    .filter(({ deleted_datetime: deleted }) => deleted === null)
    .map(toMessage)
    .sort(byTime);
  const language = ticket.language ?? customer?.language ?? null;
  const orders = readOrders(customer?.integrations);
  const status = toStatus(ticket);
  return {
    helpdesk: 'gorgias',
    account: open.account,
    id: open.ticketId,
    url: open.url,
    subject: ticket.subject ?? '',
    channel: toChannel(ticket.channel),
    status,
    language,
    brand: null,
    customer: {
      id: customer?.id == null ? null : String(customer.id),
      name: customer?.name ?? customer?.firstname ?? null,
      email: customer?.email ?? null,
      phone: customer?.channels?.find(({ type }) => type === 'phone' || type === 'sms')?.address ?? null,
      locale: customer?.language ?? null,
      note: customer?.note || null,
    },
    // The API does not say who looks; the one who has the ticket is the best that is known.
    agentName: ticket.assignee_user?.name ?? null,
    messages,
    orders,
    tags: (ticket.tags ?? []).flatMap(({ name }) => (name ? [name] : [])),
    customFields: toCustomFields(ticket.custom_fields),
    updatedAt: toIsoDate(ticket.updated_datetime),
    readAt: now().toISOString(),
    provenance: {
      subject: ticket.subject === null ? 'absent' : 'api',
      messages: 'api',
      customer: customer ? 'api' : 'absent',
      orders: orders.length > 0 ? 'api' : 'absent',
      language: language !== null ? 'api' : 'absent',
      status: status === null ? 'absent' : 'api',
      tags: 'api',
    },
    gaps: [
      ...(hasMore ? ['Older messages were not read.'] : []),
      ...(messages.some((message) => message.hidden) ? ['Hidden text in a message was left out.'] : []),
    ],
  };
}

async function findSentReply(
  open: OpenGorgias,
  since: string,
  get: ApiGet,
  signal: AbortSignal,
): ReturnType<HelpdeskReader['findSentReply']> {
  const path = `/api/messages?ticket_id=${open.ticketId}&limit=10&order_by=created_datetime:desc`;
  const answer = await getJson(get, path, messagesShape, signal);
  if (!answer.ok) return answer;
  const list = Array.isArray(answer.value) ? answer.value : answer.value.data;
  const sent = list
    // Sending is asynchronous: a message that failed was not sent.
    .filter(
      ({ from_agent: isAgent, rule_id: rule, failed_datetime: failed }) =>
        isAgent === true && rule === null && failed === null,
    )
    .map((message) => ({ ...toMessage(message), writtenAt: toIsoDate(message.created_datetime) }))
    .filter(({ writtenAt }) => writtenAt !== null && Date.parse(writtenAt) > Date.parse(since))
    .sort(byTime)
    .at(-1);
  return ok(sent ? toSentReply(sent, since) : null);
}

function toChannel(channel: string | null): Channel {
  const name = channel ?? '';
  if (name === 'email') return 'email';
  if (/^(?:chat|gorgias_chat|offline_capture)$/.test(name)) return 'chat';
  if (/^(?:contact_form|help-center|form|api|helpdesk)$/.test(name)) return 'web';
  if (/whatsapp|messenger|direct-message/.test(name)) return 'messaging';
  if (name === 'sms') return 'sms';
  if (/phone|aircall|twilio/.test(name)) return 'voice';
  return /facebook|instagram|twitter|yotpo/.test(name) ? 'social' : 'other';
}

/** Gorgias knows open and closed; a snoozed ticket counts as closed there and waits here. */
function toStatus({ status, snooze_datetime: snoozed }: GorgiasTicket): TicketStatus | null {
  if (snoozed !== null) return 'pending';
  return status === 'open' ? 'open' : status === 'closed' ? 'closed' : null;
}

/** Two forms were seen: a list of `{ field, value }`, and a record by id. */
function toCustomFields(fields: unknown): Ticket['customFields'] {
  if (typeof fields !== 'object' || fields === null) return [];
  return Object.values(fields).flatMap((entry: unknown) => {
    if (
      typeof entry !== 'object' ||
      entry === null ||
      !('value' in entry) ||
      entry.value === null ||
      entry.value === ''
    )
      return [];
    const field =
      'field' in entry && typeof entry.field === 'object'
        ? (entry.field as { id?: unknown; label?: unknown } | null)
        : null;
    const label = typeof field?.label === 'string' ? field.label : null;
    return [{ id: String(field?.id ?? ''), label, value: String(entry.value) }];
  });
}

function byTime(a: Message, b: Message): number {
  return Date.parse(a.sentAt ?? '') - Date.parse(b.sentAt ?? '') || 0;
}
