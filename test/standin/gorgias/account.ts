import type { SeedMessage, SeedStore, SeedTicket } from '../contract';
import { toMacros } from './macro-records';
import { fullHtml, fullText, linesToHtml } from './markup';
import {
  type CustomerRecord,
  fixedIds,
  type MacroRecord,
  type MessageRecord,
  type TicketRecord,
  type UserRecord,
} from './records';

export interface Account {
  host: string;
  store: SeedStore;
  agent: UserRecord;
  bot: UserRecord;
  customers: Map<number, CustomerRecord>;
  tickets: Map<number, TicketRecord>;
  macros: MacroRecord[];
  now(): number;
  nextId(): number;
  addMessage(ticket: TicketRecord, message: SeedMessage): MessageRecord;
  /** A message that was written in the composer or came by the API; delivered at `sentAt`. */
  addWritten(ticket: TicketRecord, written: WrittenMessage): MessageRecord;
  touch(ticket: TicketRecord): void;
}

type WrittenMessage = Pick<
  MessageRecord,
  'from' | 'isPublic' | 'channel' | 'via' | 'sender' | 'receiver' | 'sentAt' | 'failedAt' | 'sendingError'
> & { text: string; html: string; signature?: string; externalId?: string | null; createdAt?: number };

const channelOf = { email: 'email', chat: 'chat', messaging: 'whatsapp', web: 'contact_form' } as const;
const viaOf = { email: 'email', chat: 'gorgias_chat', messaging: 'whatsapp', web: 'form' } as const;

export function createAccount(store: SeedStore, host: string, now: () => number): Account {
  let lastId = 702_118_344;
  const nextId = () => (lastId += 7);
  const agent = { id: fixedIds.agent, name: store.agent.name, email: store.agent.email };
  const bot = { id: fixedIds.bot, name: `${store.name} Bot`, email: `bot@${store.domain}` };
  const customers = new Map<number, CustomerRecord>();
  const bySeedId = new Map<string, CustomerRecord>();
  store.customers.forEach((seed, index) => {
    const customer: CustomerRecord = {
      id: 990_214 + index * 31,
      name: seed.name,
      email: seed.email,
      phone: seed.phone ?? null,
      language: seed.locale,
      note: seed.note ?? '',
      address: seed.address ?? null,
      orders: store.orders.filter(({ customerId }) => customerId === seed.id),
      createdAt: Date.parse('2024-02-01T10:00:00Z'),
    };
    customers.set(customer.id, customer);
    bySeedId.set(seed.id, customer);
  });

  const push = (ticket: TicketRecord, record: MessageRecord): MessageRecord => {
    ticket.messages.push(record);
    ticket.updatedAt = Math.max(ticket.updatedAt, record.createdAt);
    return record;
  };

  const addMessage = (ticket: TicketRecord, message: SeedMessage): MessageRecord => {
    const isPublic = message.visibility === 'public';
    const isCustomer = message.from === 'customer';
    const at = Date.parse(message.at);
    const id = nextId();
    const isBare = !message.quoted && !message.signature && !message.html;
    return push(ticket, {
      id,
      ticketId: ticket.id,
      from: message.from,
      isPublic,
      channel: isPublic ? ticket.channel : 'internal-note',
      via: isCustomer ? ticket.via : message.from === 'bot' ? 'rule' : 'helpdesk',
      sender: isCustomer ? ticket.customer : message.from === 'bot' ? bot : agent,
      receiver: isCustomer || !isPublic ? null : ticket.customer,
      text: message.text,
      html: linesToHtml(message.text),
      fullText: fullText(message),
      fullHtml: fullHtml(message),
      signature: message.signature ?? null,
      strippedText: isBare ? bareStripped(id, message.text) : message.text,
      attachments: (message.attachments ?? []).map((attachment) => ({ id: nextId(), ...attachment })),
      createdAt: at,
      sentAt: at,
      failedAt: null,
      sendingError: null,
      externalId: null,
      currentPage: isCustomer && ticket.channel === 'chat' ? `https://${store.domain}/products` : null,
    });
  };

  const addWritten = (ticket: TicketRecord, written: WrittenMessage): MessageRecord =>
    push(ticket, {
      id: nextId(),
      ticketId: ticket.id,
      externalId: null,
      ...written,
      fullText: written.signature ? `${written.text}\n\n${written.signature}` : written.text,
      fullHtml: written.signature ? `${written.html}<br>${linesToHtml(written.signature)}` : written.html,
      signature: written.signature ?? null,
      strippedText: written.text,
      attachments: [],
      createdAt: written.createdAt ?? now(),
      currentPage: null,
    });

  const toTicket = (seed: SeedTicket): TicketRecord => {
    const customer = bySeedId.get(seed.customerId);
    if (!customer) throw new Error(`Ticket ${seed.id}: no customer ${seed.customerId}`);
    const first = Date.parse(seed.messages[0]?.at ?? new Date(now()).toISOString());
    const last = Date.parse(seed.messages.at(-1)?.at ?? new Date(now()).toISOString());
    const isClosed = seed.status === 'solved' || seed.status === 'closed';
    const ticket: TicketRecord = {
      id: seed.id,
      subject: seed.subject,
      channel: channelOf[seed.channel],
      via: viaOf[seed.channel],
      status: isClosed ? 'closed' : 'open',
      priority: 'normal',
      customer,
      language: customer.language.slice(0, 2),
      tags: [...seed.tags],
      order: seed.order ?? null,
      spam: false,
      isUnread: seed.status === 'new',
      messages: [],
      createdAt: first,
      updatedAt: last,
      closedAt: isClosed ? last : null,
      trashedAt: null,
      snoozedUntil: null,
      mergedInto: null,
    };
    for (const message of seed.messages) addMessage(ticket, message);
    return ticket;
  };

  return {
    host,
    store,
    agent,
    bot,
    customers,
    tickets: new Map(store.tickets.map((seed) => [seed.id, toTicket(seed)])),
    macros: toMacros(store),
    now,
    nextId,
    addMessage,
    addWritten,
    touch: (ticket) => {
      ticket.updatedAt = Math.max(now(), ticket.updatedAt + 1);
    },
  };
}

/** Messages without anything to strip: some come with null, some with an empty text, as in real accounts. */
function bareStripped(id: number, text: string): string | null {
  const turn = id % 5;
  return turn === 3 ? null : turn === 4 ? '' : text;
}
