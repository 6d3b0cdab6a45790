import * as z from 'zod/mini';
import { jsonResponse, type PlainResponse } from '../../core/http';
import { linesToHtml } from '../markup';
import type { TicketRecord, UserRecord } from '../records';
import type { ApiContext } from './context';
import { apiError, invalid } from './errors';
import { messageShape } from './ticket-shape';
import { complaints } from './tickets';

const personSchema = z.object({
  id: z.optional(z.number()),
  email: z.optional(z.string()),
  name: z.optional(z.string()),
});

const messageSchema = z.object({
  channel: z.string(),
  via: z.string(),
  from_agent: z.boolean(),
  public: z.optional(z.boolean()),
  sender: z.optional(personSchema),
  receiver: z.optional(personSchema),
  body_text: z.optional(z.string()),
  body_html: z.optional(z.string()),
  external_id: z.optional(z.nullable(z.string().check(z.maxLength(255)))),
  sent_datetime: z.optional(z.nullable(z.string())),
});

/**
 * A message with `sent_datetime` is only recorded; without it, it is sent to the customer. Sending takes time, so 201
 * does not mean delivered. The same body twice makes two messages: there is no idempotency key.
 */
export function createMessage(ticket: TicketRecord, context: ApiContext): PlainResponse {
  const parsed = messageSchema.safeParse(context.body);
  if (!parsed.success) return invalid(complaints(parsed.error));
  const { account, options } = context;
  const body = parsed.data;
  const isNote = body.channel === 'internal-note';
  if (isNote && body.public === true) return invalid({ public: ['An internal note cannot be public.'] });
  if (!body.body_text && !body.body_html) return invalid({ body_text: ['Missing data for required field.'] });
  if (!body.sender) return invalid({ sender: ['Missing data for required field.'] });
  const sender = findPerson(body.sender, context);
  if (!sender) return apiError(404, 'Sender not found.');
  const isOutgoing = body.from_agent && !isNote;
  const receiver = isOutgoing ? findPerson(body.receiver ?? { id: ticket.customer.id }, context) : null;
  const now = account.now();
  const isRecordedOnly = typeof body.sent_datetime === 'string';
  const fails = options.sendOutcome === 'failed' && isOutgoing && !isRecordedOnly;
  const dueAt = isOutgoing ? now + options.sendDelayMs : now;
  const message = account.addWritten(ticket, {
    from: body.from_agent ? 'agent' : 'customer',
    isPublic: body.public ?? !isNote,
    channel: body.channel,
    via: body.via,
    sender,
    receiver: receiver ?? null,
    text: body.body_text ?? (body.body_html ?? '').replace(/<[^>]+>/g, ''),
    html: body.body_html ?? linesToHtml(body.body_text ?? ''),
    externalId: body.external_id ?? null,
    sentAt: fails ? null : isRecordedOnly ? Date.parse(body.sent_datetime ?? '') : dueAt,
    failedAt: fails ? dueAt : null,
    sendingError: fails ? 'The mail server refused the message.' : null,
  });
  account.touch(ticket);
  context.changed(ticket.id);
  return jsonResponse(messageShape(message, context), 201);
}

/** An unknown e-mail makes a new person, as in reality: that is why ids should be sent. */
function findPerson(
  { id, email, name }: z.infer<typeof personSchema>,
  { account }: ApiContext,
): UserRecord | undefined {
  const people: UserRecord[] = [account.agent, account.bot, ...account.customers.values()];
  if (id !== undefined) return people.find((person) => person.id === id);
  if (email === undefined) return undefined;
  const known = people.find((person) => person.email === email);
  if (known) return known;
  const created = {
    id: account.nextId(),
    name: name ?? email,
    email,
    phone: null,
    language: 'en',
    note: '',
    address: null,
    orders: [],
    createdAt: account.now(),
  };
  account.customers.set(created.id, created);
  return created;
}
