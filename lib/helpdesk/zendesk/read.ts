import * as z from 'zod/mini';
import { err, ok, type Result } from '@/lib/result';
import type { Channel, Message, Ticket, TicketStatus } from '@/lib/ticket/ticket';
import { ticketStatusSchema } from '@/lib/ticket/ticket';
import { getJson } from '../api';
import type { ApiGet, HelpdeskReader, OpenTicket, ReadFailure } from '../contract';
import { ticketFromPage } from '../from-page';
import {
  commentsShape,
  conversationLogShape,
  fieldsShape,
  meShape,
  ticketShape,
  type ZendeskField,
  type ZendeskUser,
} from './api-shapes';
import { fromComment, fromEvent } from './messages';
import { readOrders } from './orders';
import { findSentReply } from './sent';

/** Per opened ticket; the whole team shares one account's limit. */
const mostGets = 6;
/** The API's own limit. */
const pageSize = 100;

interface AccountFacts {
  agentName: string | null;
  fields: readonly ZendeskField[];
}
type OpenZendesk = OpenTicket & { kind: 'ticket' };
type ZendeskTicket = z.output<typeof ticketShape>['ticket'];

/** Remembers who the agent is and how an account's fields are called; both outlive a ticket. */
export function createZendeskReader(): HelpdeskReader {
  const factsOf = new Map<string, AccountFacts>();
  // Where a live conversation's messages are found differs from a mail's, and only reading the ticket tells.
  const live = new Set<string>();
  return {
    id: 'zendesk',
    fromPage: ticketFromPage,
    findSentReply: (open, since, get, signal) =>
      findSentReply(open, since, get, signal, { isLive: live.has(open.url) }),
    readTicket: async (open, get, now, signal) => {
      let gets = 0;
      const counted: ApiGet = (path, aborted) => {
        gets += 1;
        return get(path, aborted);
      };
      const base = `/api/v2/tickets/${open.ticketId}`;
      const answer = await getJson(
        counted,
        `${base}.json?include=users,groups,organizations`,
        ticketShape,
        signal,
      );
      if (!answer.ok) return answer;
      const { ticket, users } = answer.value;
      const usersById = new Map<number, ZendeskUser>();
      addUsers(usersById, users);
      if (isLive(ticket)) live.add(open.url);
      const facts = await readFacts(open.account, factsOf, counted, signal);
      const requester = await readRequester(ticket.requester_id, usersById, counted, signal);
      const messages = await readMessages(ticket, base, usersById, counted, () => mostGets - gets, signal);
      if (!messages.ok) return messages;
      return ok(
        toTicket(
          open,
          ticket,
          facts,
          requester ?? usersById.get(ticket.requester_id ?? -1),
          messages.value,
          now,
        ),
      );
    },
  };
}

async function readFacts(
  account: string,
  factsOf: Map<string, AccountFacts>,
  get: ApiGet,
  signal: AbortSignal,
): Promise<AccountFacts> {
  const known = factsOf.get(account);
  if (known) return known;
  const [me, fields] = await Promise.all([
    getJson(get, '/api/v2/users/me.json', meShape, signal),
    getJson(get, '/api/v2/ticket_fields.json', fieldsShape, signal),
  ]);
  const facts = {
    agentName: me.ok ? me.value.user.name : null,
    fields: fields.ok ? fields.value.ticket_fields : [],
  };
  // A refusal is not remembered: the next ticket asks again. The ticket is readable without either.
  if (me.ok && fields.ok) factsOf.set(account, facts);
  return facts;
}

/** Side-loaded users may lack the fields in which shops keep orders. */
async function readRequester(
  id: number | null,
  users: ReadonlyMap<number, ZendeskUser>,
  get: ApiGet,
  signal: AbortSignal,
): Promise<ZendeskUser | null> {
  const loaded = id === null ? undefined : users.get(id);
  if (id === null || loaded?.user_fields) return loaded ?? null;
  const answer = await getJson(get, `/api/v2/users/${id}.json`, meShape, signal);
  return answer.ok ? answer.value.user : (loaded ?? null);
}

interface Conversation {
  messages: Message[];
  hasMore: boolean;
}

async function readMessages(
  ticket: ZendeskTicket,
  base: string,
  users: Map<number, ZendeskUser>,
  get: ApiGet,
  getsLeft: () => number,
  signal: AbortSignal,
): Promise<Result<Conversation, ReadFailure>> {
  if (isLive(ticket)) {
    const log = await readPages(
      `${base}/conversation_log.json?page[size]=${pageSize}`,
      conversationLogShape,
      get,
      getsLeft,
      signal,
    );
    if (log.ok) {
      const events = log.value.pages.flatMap((page) => page.events);
      const messages = events
        .map((event) => fromEvent(event, ticket.requester_id))
        .filter((message) => message !== null);
      return ok({ messages: byTime(messages), hasMore: log.value.hasMore });
    }
    // Accounts without the log still have what was said as comments.
    if (log.error.code !== 'not-found' && log.error.code !== 'forbidden') return log;
  }
  const path = `${base}/comments.json?include=users&sort=-created_at&page[size]=${pageSize}`;
  const comments = await readPages(path, commentsShape, get, getsLeft, signal);
  if (!comments.ok) return comments;
  for (const page of comments.value.pages) addUsers(users, page.users);
  const messages = comments.value.pages
    .flatMap((page) => page.comments)
    .map((each) => fromComment(each, users, ticket.requester_id));
  return ok({ messages: byTime(messages), hasMore: comments.value.hasMore });
}

type Paged = { meta: { has_more: boolean | null; after_cursor: string | null } | null };

/** Newest page first, older ones while the budget lasts. */
async function readPages<S extends z.ZodMiniType<Paged>>(
  path: string,
  shape: S,
  get: ApiGet,
  getsLeft: () => number,
  signal: AbortSignal,
): Promise<Result<{ pages: z.output<S>[]; hasMore: boolean }, ReadFailure>> {
  const pages: z.output<S>[] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor === null ? '' : `&page[after]=${encodeURIComponent(cursor)}`;
    const page = await getJson(get, `${path}${after}`, shape, signal);
    // With the newest page in hand a later refusal only means that older messages are missing.
    if (!page.ok)
      return pages.length > 0 && page.error.code !== 'aborted'
        ? ok({ pages, hasMore: true })
        : err(page.error);
    pages.push(page.value);
    const { meta } = page.value as Paged;
    cursor = meta?.has_more === true ? meta.after_cursor : null;
  } while (cursor !== null && getsLeft() > 0);
  return ok({ pages, hasMore: cursor !== null });
}

function toTicket(
  open: OpenZendesk,
  ticket: ZendeskTicket,
  facts: AccountFacts,
  requester: ZendeskUser | undefined,
  { messages, hasMore }: Conversation,
  now: () => Date,
): Ticket {
  const customFields = toCustomFields(ticket, facts.fields);
  const orders = readOrders(customFields, requester?.user_fields ?? null);
  const status = z.safeParse(ticketStatusSchema, ticket.status);
  return {
    helpdesk: 'zendesk',
    account: open.account,
    id: open.ticketId,
    url: open.url,
    subject: ticket.subject ?? '',
    channel: toChannel(ticket),
    status: status.success ? (status.data satisfies TicketStatus) : null,
    language: requester?.locale ?? null,
    brand: null,
    customer: {
      id: requester?.id == null ? null : String(requester.id),
      name: requester?.name ?? null,
      email: requester?.email ?? null,
      phone: requester?.phone ?? null,
      locale: requester?.locale ?? null,
      note: requester?.notes || null,
    },
    agentName: facts.agentName,
    messages,
    orders,
    tags: ticket.tags ?? [],
    customFields,
    updatedAt: ticket.updated_at,
    readAt: now().toISOString(),
    provenance: {
      subject: 'api',
      messages: 'api',
      customer: requester ? 'api' : 'absent',
      orders: orders.length > 0 ? 'api' : 'absent',
      language: requester?.locale ? 'api' : 'absent',
      status: status.success ? 'api' : 'absent',
      tags: 'api',
    },
    gaps: [
      ...(hasMore ? ['Older messages were not read.'] : []),
      ...(messages.some((message) => message.hidden) ? ['Hidden text in a message was left out.'] : []),
    ],
  };
}

function toCustomFields(ticket: ZendeskTicket, fields: readonly ZendeskField[]): Ticket['customFields'] {
  return (ticket.custom_fields ?? []).flatMap(({ id, value }) => {
    if (value === null || value === undefined || value === '' || value === false) return [];
    const field = fields.find((each) => each.id === id);
    const raw = Array.isArray(value)
      ? value.map(String)
      : [typeof value === 'object' ? JSON.stringify(value) : String(value)];
    const named = raw.map(
      (each) => field?.custom_field_options?.find((option) => option.value === each)?.name ?? each,
    );
    return [{ id: String(id), label: field?.title ?? null, value: named.join(', ') }];
  });
}

function toChannel({ via, from_messaging_channel: isMessaging }: ZendeskTicket): Channel {
  const name = String(via?.channel ?? '');
  if (isMessaging === true || /messaging|whatsapp|sunshine|any_channel|line$/.test(name)) return 'messaging';
  if (name === 'email') return 'email';
  if (/^chat/.test(name)) return 'chat';
  if (/^(?:sms|native_sms)/.test(name)) return 'sms';
  if (/voice|phone/.test(name)) return 'voice';
  if (/facebook|twitter|instagram|wechat|google/.test(name)) return 'social';
  return /^(?:web|api|help_center|mobile|rule|form|widget)/.test(name) ? 'web' : 'other';
}

/** The comments of a live conversation hold next to nothing until it ends. */
function isLive(ticket: ZendeskTicket): boolean {
  return ['messaging', 'chat'].includes(toChannel(ticket));
}

function addUsers(into: Map<number, ZendeskUser>, users: readonly ZendeskUser[] | null): void {
  for (const user of users ?? []) {
    // Side-loads of comments know more of a user than those of the ticket; what is known stays.
    const known = user.id === null ? undefined : into.get(user.id);
    const news = Object.fromEntries(Object.entries(user).filter(([, value]) => value !== null));
    if (user.id !== null) into.set(user.id, known ? { ...known, ...news } : user);
  }
}

function byTime(messages: readonly Message[]): Message[] {
  return [...messages].sort((a, b) => (a.sentAt ?? '').localeCompare(b.sentAt ?? ''));
}
