import type { Account } from '../account';
import type { WriteDate } from '../dates';
import type { GorgiasOptions } from '../options';
import { fixedIds, type MessageRecord, type TicketRecord } from '../records';
import { customerShape, personShape } from './customer-shape';

export interface ShapeContext {
  account: Account;
  options: GorgiasOptions;
  date: WriteDate;
}

export function messageShape(
  message: MessageRecord,
  { account, date }: ShapeContext,
): Record<string, unknown> {
  const now = account.now();
  const isSent = message.sentAt !== null && message.sentAt <= now;
  const hasFailed = message.failedAt !== null && message.failedAt <= now;
  const subject = account.tickets.get(message.ticketId)?.subject ?? null;
  return {
    id: message.id,
    uri: `/api/tickets/${message.ticketId}/messages/${message.id}/`,
    ticket_id: message.ticketId,
    message_id: message.channel === 'email' ? `<${message.id}@mail.example>` : null,
    external_id: message.externalId,
    public: message.isPublic,
    channel: message.channel,
    via: message.via,
    from_agent: message.from !== 'customer',
    source: sourceOf(message, account),
    sender: personShape(message.sender),
    receiver: message.receiver && personShape(message.receiver),
    integration_id: message.channel === 'email' ? fixedIds.mailIntegration : null,
    rule_id: message.from === 'bot' ? 77 : null,
    subject,
    body_text: message.fullText,
    body_html: message.fullHtml,
    stripped_text: message.strippedText,
    stripped_html: message.strippedText ? message.html : null,
    stripped_signature: message.signature,
    attachments: message.attachments.map((attachment) => ({
      url: `https://${account.host}/api/attachment/download/${attachment.id}/${encodeURIComponent(attachment.name)}`,
      name: attachment.name,
      size: attachment.sizeBytes,
      content_type: attachment.contentType,
      public: true,
      extra: null,
    })),
    intents: [],
    macros: null,
    mention_ids: [],
    actions: null,
    headers: null,
    meta: message.currentPage ? { current_page: message.currentPage } : null,
    created_datetime: date(message.createdAt),
    sent_datetime: isSent ? date(message.sentAt) : null,
    opened_datetime: null,
    failed_datetime: hasFailed ? date(message.failedAt) : null,
    deleted_datetime: null,
    last_sending_error: hasFailed ? { error: message.sendingError } : null,
    // Nobody documents these; a reader must not mind.
    is_retriable: false,
    replied_by: null,
  };
}

function sourceOf(message: MessageRecord, { store }: Account): Record<string, unknown> {
  if (!message.isPublic) {
    return {
      type: 'internal-note',
      from: { name: message.sender.name, address: message.sender.email },
      to: [],
    };
  }
  const shop = { name: store.name, address: `help@${store.domain}` };
  const person = message.from === 'customer' ? message.sender : message.receiver;
  const customer = { name: person?.name ?? '', address: person?.email ?? null };
  const isIncoming = message.from === 'customer';
  return {
    type: message.channel,
    from: isIncoming ? customer : shop,
    to: [isIncoming ? shop : customer],
    cc: [],
    bcc: [],
    extra: {},
  };
}

/** A row of a list: counts and excerpt, no bodies. */
export function ticketRowShape(ticket: TicketRecord, context: ShapeContext): Record<string, unknown> {
  const { account, date } = context;
  const received = ticket.messages.findLast(({ from }) => from === 'customer')?.createdAt ?? null;
  const last = ticket.messages.at(-1);
  return {
    id: ticket.id,
    uri: `/api/tickets/${ticket.id}/`,
    external_id: null,
    status: ticket.status,
    priority: ticket.priority,
    channel: ticket.channel,
    via: ticket.via,
    from_agent: ticket.messages[0]?.from !== 'customer',
    spam: ticket.spam,
    is_unread: ticket.isUnread,
    language: ticket.language,
    subject: ticket.subject,
    customer: personShape(ticket.customer),
    assignee_user: personShape(account.agent),
    assignee_team: { id: fixedIds.team, name: 'Support' },
    assignee_team_id: fixedIds.team,
    tags: ticket.tags.map((name, index) => ({ id: 501 + index, name, decoration: { color: '#F58D86' } })),
    messages_count: ticket.messages.length,
    excerpt: (last?.text ?? '').slice(0, 90),
    satisfaction_survey: null,
    meta: ticket.mergedInto ? { merged_into: ticket.mergedInto } : null,
    created_datetime: date(ticket.createdAt),
    opened_datetime: null,
    last_received_message_datetime: date(received),
    last_message_datetime: date(last?.createdAt ?? null),
    updated_datetime: date(ticket.updatedAt),
    closed_datetime: date(ticket.closedAt),
    trashed_datetime: date(ticket.trashedAt),
    snooze_datetime: date(ticket.snoozedUntil),
    // Nobody documents these; a reader must not mind.
    ai_agent_state: { outcome: null, handed_over: [] },
    is_standin: 1,
  };
}

export function ticketShape(
  ticket: TicketRecord,
  context: ShapeContext,
  { withCustomFields }: { withCustomFields: boolean },
): Record<string, unknown> {
  const customer = customerShape(ticket.customer, context.account, context.options, context.date);
  const answerable = ticket.customer.email !== null || ticket.channel !== 'email';
  return {
    ...ticketRowShape(ticket, context),
    customer,
    requester: customer,
    messages: ticket.messages.map((message) => messageShape(message, context)),
    events: [],
    reply_options: { [ticket.channel]: { answerable }, 'internal-note': { answerable: true } },
    ...(withCustomFields && {
      custom_fields: Object.fromEntries(
        customFieldValues(ticket).map(({ field, value }) => [field.id, { id: field.id, value }]),
      ),
    }),
  };
}

export const customFields = [
  { id: fixedIds.orderField, label: 'Order number', managed_type: null },
  { id: fixedIds.reasonField, label: 'Contact reason', managed_type: 'contact_reason' },
].map((field) => ({
  ...field,
  object_type: 'Ticket',
  required: false,
  definition: { data_type: 'text', input_settings: { input_type: 'input' } },
  deactivated_datetime: null,
}));

export function customFieldValues(ticket: TicketRecord) {
  return customFields.map((field) => ({
    field,
    value: field.id === fixedIds.orderField ? ticket.order : (ticket.tags[0] ?? null),
  }));
}
