import type { Account } from './account';
import { isLive } from './account';
import { commentHtml } from './api/ticket-shape';
import type { LogItem, TicketRow, TicketView } from './page/boot';
import { fixedIds, type MessageRecord, type TicketRecord } from './records';

const origins: Record<string, string> = {
  email: 'EmailInteraction',
  web: 'WebInteraction',
  api: 'ApiInteraction',
  native_messaging: 'MobileSdkInteraction',
  chat: 'MobileSdkInteraction',
};

export function ticketView(ticket: TicketRecord, account: Account): TicketView {
  const requester = account.users.get(ticket.requesterId);
  const name = requester?.name ?? '';
  return {
    id: ticket.id,
    subject: ticket.subject,
    status: ticket.status,
    priority: ticket.priority,
    replyChannel: isLive(ticket.channel) ? ticket.channel : 'web',
    via: ticket.channel,
    requester: {
      id: ticket.requesterId,
      name,
      email: requester?.email ?? null,
      firstName: name.split(' ')[0] ?? '',
    },
    assignee: account.users.get(ticket.assigneeId)?.name ?? '',
    tags: ticket.tags,
    fields: [
      { id: fixedIds.orderField, title: 'Order' },
      { id: fixedIds.orderDetailsField, title: 'Order details' },
      { id: fixedIds.trackingField, title: 'Tracking number' },
    ].map((field) => ({ ...field, value: ticket.fields[field.id] ?? null })),
    items: ticket.messages
      .filter((_message, index) => index > 0 || !isLive(ticket.channel))
      .map((message) => logItem(message)),
  };
}

function logItem(message: MessageRecord): LogItem {
  const roles = { customer: 'end-user', agent: 'agent', bot: 'bot' } as const;
  return {
    id: message.id,
    senderId: message.authorId,
    sender: message.authorName,
    role: message.isPublic ? roles[message.from] : 'internal',
    isInternal: !message.isPublic,
    isAgent: message.from === 'agent',
    at: message.at,
    html: message.kind === 'comment' ? commentHtml(message) : null,
    text: message.text,
    via: message.via,
    origin: origins[message.via] ?? 'WebInteraction',
    attachments: message.attachments.map(({ name }) => name),
  };
}

export function ticketRows(account: Account): TicketRow[] {
  return [...account.tickets.values()].map((ticket) => ({
    id: ticket.id,
    subject: ticket.subject,
    requester: account.users.get(ticket.requesterId)?.name ?? '',
    status: ticket.status,
    updatedAt: ticket.updatedAt,
  }));
}
