import type { SeedMessage, SeedStore, SeedTicket } from '../contract';
import { markdownToHtml } from '../core/markdown-html';
import { messageHtml, messageText } from './markup';
import { orderLines, ordersJson } from './order-fields';
import {
  type ArticleRecord,
  fixedIds,
  type MacroRecord,
  type MessageRecord,
  type TicketRecord,
  type UserRecord,
} from './records';

export interface Account {
  host: string;
  store: SeedStore;
  users: Map<number, UserRecord>;
  tickets: Map<number, TicketRecord>;
  articles: ArticleRecord[];
  macros: MacroRecord[];
  now(): number;
  addMessage(ticket: TicketRecord, message: SeedMessage): MessageRecord;
  /** `updated_at` moves to now, in whole seconds. */
  touch(ticket: TicketRecord): void;
}

const localeNames: Record<string, string> = { en: 'en-US', pt: 'pt-BR' };

/** `updated_at` and friends are whole seconds: two changes within one second look alike. */
function toSeconds(date: number | string): string {
  return `${new Date(date).toISOString().slice(0, 19)}Z`;
}

export function isLive(channel: string): boolean {
  return channel === 'native_messaging' || channel === 'chat';
}

export function createAccount(store: SeedStore, host: string, clock: () => number): Account {
  const seededUntil = Math.max(
    ...store.tickets.flatMap(({ messages }) => messages.map(({ at }) => Date.parse(at))),
  );
  // What happens now happens after the seed, whatever the machine's clock says.
  const now = () => Math.max(clock(), seededUntil + 1000);
  let lastMessageId = 88_000;
  let lastAttachmentId = 60;
  const users = new Map<number, UserRecord>();
  const idOfCustomer = new Map<string, number>();
  users.set(fixedIds.agent, {
    id: fixedIds.agent,
    name: store.agent.name,
    email: store.agent.email,
    phone: null,
    role: 'agent',
    locale: 'en-US',
    notes: '',
    fields: { orders: null },
  });
  store.customers.forEach((customer, index) => {
    const id = 9001 + index;
    const orders = store.orders.filter((order) => order.customerId === customer.id);
    idOfCustomer.set(customer.id, id);
    users.set(id, {
      id,
      name: customer.name,
      email: customer.email,
      phone: customer.phone ?? null,
      role: 'end-user',
      locale: localeNames[customer.locale] ?? customer.locale,
      notes: customer.note ?? '',
      fields: { orders: orders.length > 0 ? ordersJson(orders) : null },
    });
  });

  const addMessage = (ticket: TicketRecord, message: SeedMessage): MessageRecord => {
    const author =
      message.from === 'bot'
        ? null
        : users.get(message.from === 'customer' ? ticket.requesterId : fixedIds.agent);
    lastMessageId += 1;
    const record: MessageRecord = {
      id: lastMessageId,
      kind: isLive(ticket.channel) && message.visibility === 'public' ? 'conversation' : 'comment',
      from: message.from,
      authorId: author?.id ?? null,
      authorName: author?.name ?? `${store.name} Bot`,
      isPublic: message.visibility === 'public',
      at: toSeconds(message.at),
      text: messageText(message),
      html: messageHtml(message),
      via: message.from === 'customer' || isLive(ticket.channel) ? ticket.channel : 'web',
      attachments: (message.attachments ?? []).map((attachment) => {
        lastAttachmentId += 1;
        return { id: lastAttachmentId, ...attachment };
      }),
    };
    ticket.messages.push(record);
    return record;
  };

  const toTicket = (seed: SeedTicket): TicketRecord => {
    const requesterId = idOfCustomer.get(seed.customerId);
    if (requesterId === undefined) throw new Error(`Ticket ${seed.id}: no customer ${seed.customerId}`);
    const order = store.orders.find(({ name }) => name === seed.order);
    const first = seed.messages[0]?.at ?? toSeconds(now());
    const last = seed.messages.at(-1)?.at ?? first;
    const ticket: TicketRecord = {
      id: seed.id,
      subject: seed.subject,
      channel: seed.channel === 'messaging' ? 'native_messaging' : seed.channel,
      status: seed.status,
      priority: seed.tags.includes('urgent') ? 'urgent' : 'normal',
      requesterId,
      assigneeId: fixedIds.agent,
      tags: [...seed.tags],
      fields: {
        [fixedIds.orderField]: seed.order ?? null,
        [fixedIds.orderDetailsField]: order ? orderLines(order) : null,
        [fixedIds.trackingField]: order?.shipments.at(-1)?.number ?? null,
      },
      createdAt: toSeconds(first),
      updatedAt: toSeconds(last),
      changedAtMs: Date.parse(last),
      messages: [],
    };
    if (isLive(ticket.channel)) ticket.messages.push(creationComment(ticket));
    for (const message of seed.messages) addMessage(ticket, message);
    return ticket;
  };

  /** All that `/comments` shows of a live conversation, as Zendesk writes it when the ticket is made. */
  const creationComment = (ticket: TicketRecord): MessageRecord => {
    const name = users.get(ticket.requesterId)?.name ?? '';
    lastMessageId += 1;
    const text = `Conversation with ${name}`;
    return {
      id: lastMessageId,
      kind: 'comment',
      from: 'customer',
      authorId: ticket.requesterId,
      authorName: name,
      isPublic: false,
      at: ticket.createdAt,
      text,
      html: `<p dir="auto">${text}</p>`,
      via: ticket.channel,
      attachments: [],
    };
  };

  return {
    host,
    store,
    users,
    tickets: new Map(store.tickets.map((seed) => [seed.id, toTicket(seed)])),
    articles: store.articles.map((article, index) => ({
      id: 7700 + index,
      title: article.title,
      html: markdownToHtml(article.body),
      locale: article.locale === 'en' ? 'en-us' : article.locale.toLowerCase(),
      labels: article.labels,
      isRestricted: article.audience === 'internal',
      isDraft: false,
      updatedAt: toSeconds(article.updatedAt),
    })),
    macros: store.macros.map((macro, index) => {
      const text = toPlaceholders(macro.text);
      return {
        id: 25 + index,
        title: macro.title,
        html: text
          .split(/\n{2,}/)
          .map((block) => `<p>${block.replace(/\n/g, '<br>')}</p>`)
          .join(''),
        text,
        form: (['html', 'text', 'array'] as const)[index % 3] ?? 'html',
        status: index % 2 === 0 ? 'pending' : null,
        updatedAt: '2026-11-01T00:00:00Z',
      };
    }),
    now,
    addMessage,
    touch: (ticket) => {
      ticket.changedAtMs = now();
      ticket.updatedAt = toSeconds(ticket.changedAtMs);
    },
  };
}

/** Neutral placeholders to Zendesk's own. */
function toPlaceholders(text: string): string {
  return text
    .replaceAll('{{customer.first_name}}', '{{ticket.requester.first_name}}')
    .replaceAll('{{customer.name}}', '{{ticket.requester.name}}')
    .replaceAll('{{agent.name}}', '{{current_user.name}}')
    .replaceAll('{{order.name}}', `{{ticket.ticket_field_${fixedIds.orderField}}}`)
    .replaceAll('{{order.tracking_number}}', `{{ticket.ticket_field_${fixedIds.trackingField}}}`);
}
