import type { Account } from './account';
import { linesToHtml } from './markup';
import type { GorgiasOptions } from './options';
import type { BubbleView, OrderView, TicketRow, TicketView } from './page/boot';
import type { MessageRecord, TicketRecord } from './records';

export function ticketRows(account: Account): TicketRow[] {
  return [...account.tickets.values()]
    .filter(({ trashedAt, spam }) => trashedAt === null && !spam)
    .toSorted((a, b) => b.updatedAt - a.updatedAt)
    .map((ticket) => ({
      id: ticket.id,
      subject: ticket.subject,
      customer: ticket.customer.name,
      excerpt: (ticket.messages.at(-1)?.text ?? '').replace(/\s+/g, ' ').slice(0, 90),
      status: ticket.status,
      channel: ticket.channel,
      isUnread: ticket.isUnread,
      updatedAt: new Date(ticket.updatedAt).toISOString(),
    }));
}

export function ticketView(ticket: TicketRecord, account: Account, options: GorgiasOptions): TicketView {
  const { id, name, email, note, language } = ticket.customer;
  return {
    id: ticket.id,
    subject: ticket.subject,
    status: ticket.status,
    channel: ticket.channel,
    customer: { id, name, email, note, language },
    assignee: account.agent.name,
    tags: ticket.tags,
    bubbles: ticket.messages.map((message) => bubble(message, account.host)),
    orders: ticket.customer.orders.map(orderView),
    prefill: prefillOf(ticket, account, options.prefill),
  };
}

function bubble(message: MessageRecord, host: string): BubbleView {
  return {
    id: message.id,
    author: message.sender.name,
    isAgent: message.from !== 'customer',
    isInternal: !message.isPublic,
    at: new Date(message.createdAt).toISOString(),
    via: message.via,
    html: message.html,
    fullHtml: message.fullHtml === message.html ? null : message.fullHtml,
    attachments: message.attachments.map(({ id, name, sizeBytes }) => ({
      name,
      sizeBytes,
      url: `https://${host}/api/attachment/download/${id}/${encodeURIComponent(name)}`,
    })),
  };
}

function orderView(order: TicketRecord['customer']['orders'][number]): OrderView {
  return {
    name: order.name,
    placedAt: order.placedAt,
    total: `${order.total} ${order.currency}`,
    financial: order.financial,
    fulfilment: order.fulfilment,
    tracking: order.shipments.at(-1)?.number ?? null,
    items: order.items.map((item) => ({ ...item, variant: item.variant ?? null })),
  };
}

function prefillOf(ticket: TicketRecord, account: Account, prefill: GorgiasOptions['prefill']): string {
  if (prefill === 'none') return '';
  const parts: string[] = [];
  if (prefill !== 'signature') {
    const predicted =
      account.macros.find(({ language }) => language === ticket.language) ?? account.macros[0];
    const response = predicted?.actions.find(({ name }) => name === 'setResponseText');
    parts.push(resolve(String(response?.arguments.body_text ?? ''), ticket, account));
  }
  if (prefill !== 'macro') parts.push(`${account.agent.name}\n${account.store.name}`);
  return linesToHtml(parts.join('\n\n'));
}

/** Missing data becomes an empty text, as Gorgias does it. */
function resolve(text: string, ticket: TicketRecord, account: Account): string {
  const values: Record<string, string> = {
    'ticket.customer.firstname': ticket.customer.name.split(' ')[0] ?? '',
    'ticket.customer.name': ticket.customer.name,
    'ticket.customer.integrations.shopify.orders[0].name': ticket.customer.orders[0]?.name ?? '',
    'current_user.name': account.agent.name,
  };
  return text.replace(/\{\{([^}]+)\}\}/g, (_whole, name: string) => values[name.trim()] ?? '');
}
