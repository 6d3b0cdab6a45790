import { jsonResponse } from '../../core/http';
import { fixedIds, type MessageRecord, type TicketRecord } from '../records';
import type { ApiContext, Endpoint } from './context';
import { apiErrors } from './errors';
import { isRefusal, paginate } from './paging';
import { commentShape, eventShape, sideloads, ticketShape } from './ticket-shape';

/** Finds the ticket or answers 404. */
export function ticketOf(id: string | undefined, context: ApiContext): TicketRecord | null {
  return context.account.tickets.get(Number(id)) ?? null;
}

function personsOf(ticket: TicketRecord): number[] {
  return [ticket.requesterId, ticket.assigneeId];
}

export const getTicket: Endpoint = (request, [id], context) => {
  const ticket = ticketOf(id, context);
  if (!ticket) return apiErrors.recordNotFound();
  return jsonResponse({
    ticket: ticketShape(ticket, context.account),
    ...sideloads(request.url, personsOf(ticket), context),
  });
};

export const listTickets: Endpoint = (request, _params, context) => {
  const page = paginate([...context.account.tickets.values()], request.url, { idOf: ({ id }) => id });
  if (isRefusal(page)) return page;
  return jsonResponse({
    tickets: page.items.map((ticket) => ticketShape(ticket, context.account)),
    ...sideloads(request.url, page.items.flatMap(personsOf), context),
    ...page.envelope,
  });
};

export const requestedTickets: Endpoint = (request, [userId], context) => {
  if (!context.account.users.has(Number(userId))) return apiErrors.recordNotFound();
  const key = request.url.searchParams.get('sort_by') === 'updated_at' ? 'updatedAt' : 'createdAt';
  const tickets = [...context.account.tickets.values()].filter(
    (ticket) => ticket.requesterId === Number(userId),
  );
  tickets.sort((a, b) => a[key].localeCompare(b[key]) || a.id - b.id);
  if (request.url.searchParams.get('sort_order') === 'desc') tickets.reverse();
  const page = paginate(tickets, request.url, { idOf: ({ id }) => id });
  if (isRefusal(page)) return page;
  return jsonResponse({
    tickets: page.items.map((ticket) => ticketShape(ticket, context.account)),
    ...sideloads(request.url, page.items.flatMap(personsOf), context),
    ...page.envelope,
  });
};

/** Oldest first unless asked otherwise, in either style of asking. */
function inOrder(messages: readonly MessageRecord[], url: URL): MessageRecord[] {
  const isDescending =
    url.searchParams.get('sort') === '-created_at' || url.searchParams.get('sort_order') === 'desc';
  const sorted = [...messages].sort((a, b) => a.at.localeCompare(b.at) || a.id - b.id);
  return isDescending ? sorted.reverse() : sorted;
}

export const listComments: Endpoint = (request, [id], context) => {
  const ticket = ticketOf(id, context);
  if (!ticket) return apiErrors.recordNotFound();
  const comments = ticket.messages.filter(({ kind }) => kind === 'comment');
  const page = paginate(inOrder(comments, request.url), request.url, { idOf: (message) => message.id });
  if (isRefusal(page)) return page;
  const authors = page.items.map(({ authorId }) => authorId).filter((author) => author !== null);
  return jsonResponse({
    comments: page.items.map((message) => commentShape(message, ticket, context.account)),
    ...sideloads(request.url, authors, context),
    ...page.envelope,
  });
};

/** An event of a kind that no reader knows stands first: new kinds appear in the real log, too. */
function unknownEvent(ticket: TicketRecord) {
  return {
    id: `01K9EVENTX${ticket.id}`,
    type: 'Messaging::UnheardOfEvent',
    created_at: ticket.createdAt,
    author: { type: 'bot', display_name: 'System', avatar_url: null },
    content: { type: 'unheard-of' },
    attachments: [],
    metadata: { ticket_version: 0, system: {}, custom: {} },
    reference: `zen:unheard_of:${ticket.id}`,
  };
}

export const conversationLog: Endpoint = (request, [id], context) => {
  const ticket = ticketOf(id, context);
  if (!ticket) return apiErrors.recordNotFound();
  const url = new URL(request.url);
  // This endpoint knows cursor pages only.
  if (!url.searchParams.has('page[size]')) url.searchParams.set('page[size]', '100');
  const isLive = ticket.messages.some(({ kind }) => kind === 'conversation');
  const messages = inOrder(
    isLive ? ticket.messages.filter((_message, index) => index > 0) : ticket.messages,
    url,
  );
  const events = [
    ...(isLive ? [unknownEvent(ticket)] : []),
    ...messages.map((message) => eventShape(message, context.account)),
  ];
  const page = paginate<(typeof events)[number]>(events, url, { idOf: (event) => event.id });
  if (isRefusal(page)) return page;
  return jsonResponse({ events: page.items, ...page.envelope });
};

export const listSideConversations: Endpoint = (request, [id], context) => {
  const ticket = ticketOf(id, context);
  if (!ticket) return apiErrors.recordNotFound();
  const page = paginate<never>([], request.url, { idOf: () => 0 });
  if (isRefusal(page)) return page;
  return jsonResponse({ side_conversations: page.items, ...page.envelope });
};

const systemFields = [
  [1001, 'subject', 'Subject'],
  [1002, 'description', 'Description'],
  [1003, 'status', 'Status'],
  [1004, 'priority', 'Priority'],
  [1005, 'group', 'Group'],
  [1006, 'assignee', 'Assignee'],
] as const;

export const listTicketFields: Endpoint = (request, _params, context) => {
  const field = (id: number, type: string, title: string, position: number, isCustom: boolean) => ({
    id,
    url: `https://${context.account.host}/api/v2/ticket_fields/${id}.json`,
    type,
    title,
    raw_title: title,
    description: '',
    raw_description: '',
    position,
    active: true,
    required: false,
    collapsed_for_agents: false,
    regexp_for_validation: null,
    title_in_portal: title,
    raw_title_in_portal: title,
    visible_in_portal: !isCustom,
    editable_in_portal: false,
    required_in_portal: false,
    tag: null,
    removable: isCustom,
    key: null,
    agent_description: null,
    created_at: '2024-01-01T00:00:00Z',
    updated_at: '2024-01-01T00:00:00Z',
    ...(type === 'priority' && {
      system_field_options: ['low', 'normal', 'high', 'urgent'].map((value) => ({ name: value, value })),
    }),
  });
  const fields = systemFields.map(([id, type, title], index) => field(id, type, title, index, false));
  fields.push(field(fixedIds.orderField, 'text', 'Order', 10, true));
  fields.push(field(fixedIds.orderDetailsField, 'textarea', 'Order details', 11, true));
  fields.push(field(fixedIds.trackingField, 'text', 'Tracking number', 12, true));
  const page = paginate(fields, request.url, { idOf: ({ id }) => id });
  if (isRefusal(page)) return page;
  return jsonResponse({ ticket_fields: page.items, ...page.envelope });
};
