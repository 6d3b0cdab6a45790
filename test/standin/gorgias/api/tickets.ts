import * as z from 'zod/mini';
import { jsonResponse, type PlainResponse } from '../../core/http';
import type { TicketRecord } from '../records';
import type { ApiContext } from './context';
import { invalid } from './errors';
import { pageOf, sorted } from './paging';
import { customFieldValues, messageShape, ticketRowShape, ticketShape } from './ticket-shape';

export function showTicket(ticket: TicketRecord, context: ApiContext): PlainResponse {
  const relationships = context.request.url.searchParams.getAll('relationships').join(',').split(',');
  const withCustomFields = relationships.includes('custom_fields');
  return jsonResponse(ticketShape(ticket, context, { withCustomFields }));
}

export function listTickets(context: ApiContext): PlainResponse {
  const { url } = context.request;
  const customerId = url.searchParams.get('customer_id');
  const trashed = url.searchParams.get('trashed');
  const rows = [...context.account.tickets.values()]
    .filter((ticket) => customerId === null || String(ticket.customer.id) === customerId)
    // Trashed tickets are listed unless asked not to.
    .filter((ticket) => trashed !== 'false' || ticket.trashedAt === null);
  const ordered = sorted(rows, url.searchParams.get('order_by') ?? 'created_datetime:asc', {
    created_datetime: ({ createdAt }) => createdAt,
    updated_datetime: ({ updatedAt }) => updatedAt,
  });
  if (!ordered) return invalid({ order_by: ['Not a valid choice.'] });
  return pageOf(url, ordered, (ticket) => ticketRowShape(ticket, context));
}

/** Newest first unless asked otherwise. */
export function listMessages(context: ApiContext): PlainResponse {
  const { url } = context.request;
  const ticketId = url.searchParams.get('ticket_id');
  const rows = [...context.account.tickets.values()]
    .filter(({ id }) => ticketId === null || String(id) === ticketId)
    .flatMap(({ messages }) => messages);
  const ordered = sorted(rows, url.searchParams.get('order_by') ?? 'created_datetime:desc', {
    created_datetime: ({ createdAt }) => createdAt,
  });
  if (!ordered) return invalid({ order_by: ['Not a valid choice.'] });
  return pageOf(url, ordered, (message) => messageShape(message, context));
}

/** The deprecated list of one ticket: oldest first. */
export function listTicketMessages(ticket: TicketRecord, context: ApiContext): PlainResponse {
  return pageOf(context.request.url, ticket.messages, (message) => messageShape(message, context));
}

export function showCustomFields(ticket: TicketRecord): PlainResponse {
  return jsonResponse({ data: customFieldValues(ticket), meta: { prev_cursor: null, next_cursor: null } });
}

const updateSchema = z.object({
  status: z.optional(z.enum(['open', 'closed'])),
  priority: z.optional(z.enum(['critical', 'high', 'normal', 'low'])),
  subject: z.optional(z.string().check(z.maxLength(998))),
  spam: z.optional(z.boolean()),
  tags: z.optional(z.array(z.object({ name: z.string() }))),
  snooze_datetime: z.optional(z.nullable(z.string())),
});

/** Partial update; `tags` replaces all. */
export function updateTicket(ticket: TicketRecord, context: ApiContext): PlainResponse {
  const parsed = updateSchema.safeParse(context.body);
  if (!parsed.success) return invalid(complaints(parsed.error));
  const { status, priority, subject, spam, tags, snooze_datetime: snooze } = parsed.data;
  if (status !== undefined) setStatus(ticket, status, context.account.now());
  if (priority !== undefined) ticket.priority = priority;
  if (subject !== undefined) ticket.subject = subject;
  if (spam !== undefined) ticket.spam = spam;
  if (tags !== undefined) ticket.tags = tags.map(({ name }) => name);
  if (snooze !== undefined) {
    ticket.snoozedUntil = snooze === null ? null : Date.parse(snooze);
    if (snooze !== null) setStatus(ticket, 'closed', context.account.now());
  }
  context.account.touch(ticket);
  context.changed(ticket.id);
  return jsonResponse(ticketShape(ticket, context, { withCustomFields: false }), 202);
}

export function setStatus(ticket: TicketRecord, status: 'open' | 'closed', now: number): void {
  ticket.status = status;
  ticket.closedAt = status === 'closed' ? now : null;
}

/** POST adds, PUT replaces all. */
export function writeTags(ticket: TicketRecord, context: ApiContext): PlainResponse {
  const parsed = z.object({ names: z.array(z.string()) }).safeParse(context.body);
  if (!parsed.success) return invalid(complaints(parsed.error));
  const isReplacing = context.request.method === 'PUT';
  ticket.tags = [...new Set([...(isReplacing ? [] : ticket.tags), ...parsed.data.names])];
  context.account.touch(ticket);
  context.changed(ticket.id);
  return jsonResponse(ticketRowShape(ticket, context), isReplacing ? 202 : 201);
}

export function complaints(error: z.core.$ZodError): Record<string, string[]> {
  const data: Record<string, string[]> = {};
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? '_schema');
    data[field] = [...(data[field] ?? []), message];
  }
  return data;
}
