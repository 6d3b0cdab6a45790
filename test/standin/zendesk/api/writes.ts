import * as z from 'zod/mini';
import { jsonResponse, type PlainResponse, type StandinRequest } from '../../core/http';
import { htmlToText, paragraphs } from '../markup';
import { fixedIds, type MessageRecord, type TicketRecord } from '../records';
import type { ApiContext, Endpoint } from './context';
import { apiErrors } from './errors';
import { ticketShape } from './ticket-shape';
import { ticketOf } from './tickets';

const updateSchema = z.object({
  ticket: z.object({
    comment: z.optional(
      z.object({
        html_body: z.optional(z.string()),
        body: z.optional(z.string()),
        public: z.optional(z.boolean()),
      }),
    ),
    status: z.optional(z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed'])),
    priority: z.optional(z.nullable(z.string())),
    subject: z.optional(z.string()),
    tags: z.optional(z.array(z.string())),
    custom_fields: z.optional(z.array(z.object({ id: z.number(), value: z.nullable(z.string()) }))),
    updated_stamp: z.optional(z.string()),
    // Any value counts as on, even false.
    safe_update: z.optional(z.unknown()),
  }),
});

const stampSchema = z.object({
  tags: z.array(z.string()),
  updated_stamp: z.optional(z.string()),
  safe_update: z.optional(z.unknown()),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Answered as an invalid attribute, like any other body that does not fit.
    return undefined;
  }
}

/** Limits, closed tickets and stale stamps: what every write to a ticket has in common. */
function refusal(
  ticket: TicketRecord,
  update: { updated_stamp?: string | undefined; safe_update?: unknown },
  context: ApiContext,
): PlainResponse | null {
  if (ticket.status === 'closed') {
    return apiErrors.recordInvalid('status', 'Status: closed prevents ticket update');
  }
  if (!context.mayUpdate(ticket.id)) {
    return jsonResponse(
      {
        error: 'APIRateLimitExceeded',
        description: 'You have exceeded the limit of updates per ticket. Please wait.',
      },
      429,
      { 'retry-after': '600' },
    );
  }
  if (update.safe_update !== undefined && update.updated_stamp !== ticket.updatedAt)
    return apiErrors.conflict();
  return null;
}

export const updateTicket: Endpoint = (request, [id], context) => {
  const ticket = ticketOf(id, context);
  if (!ticket) return apiErrors.recordNotFound();
  const parsed = updateSchema.safeParse(parseJson(request.body));
  if (!parsed.success) return apiErrors.invalidAttribute(z.prettifyError(parsed.error));
  const update = parsed.data.ticket;
  const refused = refusal(ticket, update, context);
  if (refused) return refused;
  const events: Record<string, unknown>[] = [];
  if (update.comment) {
    const lastPublic = ticket.messages.at(-1)?.isPublic ?? true;
    const isPublic = update.comment.public ?? lastPublic;
    if (isPublic && context.options.lightAgent) return apiErrors.forbidden('Only private comments allowed');
    const html = update.comment.html_body ?? paragraphs(update.comment.body ?? '');
    const message = appendComment(ticket, html, isPublic, context);
    events.push({ id: message.id, type: 'Comment', public: isPublic, body: message.text });
  }
  if (update.status) ticket.status = update.status;
  if (update.priority !== undefined) ticket.priority = update.priority;
  if (update.subject !== undefined) ticket.subject = update.subject;
  if (update.tags) ticket.tags = update.tags;
  for (const field of update.custom_fields ?? []) ticket.fields[field.id] = field.value;
  context.account.touch(ticket);
  context.changed(ticket.id);
  const audit = { id: 900_000 + ticket.messages.length, ticket_id: ticket.id, events };
  return jsonResponse({ ticket: ticketShape(ticket, context.account), audit });
};

/** A comment of the signed-in agent, now. Also the way in for the page's own submit. */
export function appendComment(
  ticket: TicketRecord,
  html: string,
  isPublic: boolean,
  context: Pick<ApiContext, 'account'>,
): MessageRecord {
  return context.account.addMessage(ticket, {
    from: 'agent',
    visibility: isPublic ? 'public' : 'internal',
    at: new Date(context.account.now()).toISOString(),
    text: htmlToText(html),
    html,
  });
}

/** PUT adds, POST replaces, DELETE removes, as in Zendesk's tags sub-resource. */
export const updateTags: Endpoint = (request, [id], context) => {
  const ticket = ticketOf(id, context);
  if (!ticket) return apiErrors.recordNotFound();
  const parsed = stampSchema.safeParse(parseJson(request.body));
  if (!parsed.success) return apiErrors.invalidAttribute(z.prettifyError(parsed.error));
  const refused = refusal(ticket, parsed.data, context);
  if (refused) return refused;
  const given = parsed.data.tags;
  if (request.method === 'DELETE') ticket.tags = ticket.tags.filter((tag) => !given.includes(tag));
  else ticket.tags = [...new Set([...(request.method === 'PUT' ? ticket.tags : []), ...given])];
  context.account.touch(ticket);
  context.changed(ticket.id);
  return jsonResponse({ tags: ticket.tags });
};

const creationSchema = z.object({
  ticket: z.object({
    subject: z.string(),
    comment: z.object({ body: z.optional(z.string()), html_body: z.optional(z.string()) }),
    requester_id: z.optional(z.number()),
  }),
});

/** Remembers idempotency keys for the life of the account (Zendesk: two hours). */
export function createTicketEndpoint(): Endpoint {
  const seen = new Map<string, { body: string; answer: PlainResponse }>();
  return (request: StandinRequest, _params, context) => {
    const key = request.headers['idempotency-key'];
    const earlier = typeof key === 'string' ? seen.get(key) : undefined;
    if (earlier) {
      if (earlier.body !== request.body) return apiErrors.idempotency();
      return { ...earlier.answer, headers: { ...earlier.answer.headers, 'x-idempotency-lookup': 'hit' } };
    }
    const parsed = creationSchema.safeParse(parseJson(request.body));
    if (!parsed.success) return apiErrors.recordInvalid('base', z.prettifyError(parsed.error));
    const { account } = context;
    const { subject, comment, requester_id: requesterId } = parsed.data.ticket;
    const now = account.now();
    const ticket: TicketRecord = {
      id: Math.max(...account.tickets.keys()) + 1,
      subject,
      channel: 'api',
      status: 'open',
      priority: 'normal',
      requesterId: requesterId ?? fixedIds.agent,
      assigneeId: fixedIds.agent,
      tags: [],
      fields: {
        [fixedIds.orderField]: null,
        [fixedIds.orderDetailsField]: null,
        [fixedIds.trackingField]: null,
      },
      createdAt: `${new Date(now).toISOString().slice(0, 19)}Z`,
      updatedAt: `${new Date(now).toISOString().slice(0, 19)}Z`,
      changedAtMs: now,
      messages: [],
    };
    account.tickets.set(ticket.id, ticket);
    appendComment(ticket, comment.html_body ?? paragraphs(comment.body ?? ''), true, context);
    const answer = jsonResponse({ ticket: ticketShape(ticket, account) }, 201, {
      ...(typeof key === 'string' && { 'x-idempotency-lookup': 'miss' }),
    });
    if (typeof key === 'string') seen.set(key, { body: request.body, answer });
    return answer;
  };
}
