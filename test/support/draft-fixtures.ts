import type { Source } from '@/lib/draft/session/session-state';
import type { Article } from '@/lib/knowledge/article';
import { blankContent } from '@/lib/knowledge/versions';
import type { Message, Order, Ticket } from '@/lib/ticket/ticket';

export function aMessage(change: Partial<Message> = {}): Message {
  return {
    id: '1',
    author: { role: 'customer', name: 'Ann Lee' },
    visibility: 'public',
    sentAt: '2026-11-24T08:00:00Z',
    text: 'When will I get my refund?',
    quoted: null,
    signature: null,
    attachments: [],
    ...change,
  };
}

export function aTicket(change: Partial<Ticket> = {}): Ticket {
  return {
    helpdesk: 'zendesk',
    account: 'acme.zendesk.com',
    id: '7',
    url: 'https://acme.zendesk.com/agent/tickets/7',
    subject: 'Refund',
    channel: 'email',
    status: 'open',
    language: null,
    brand: null,
    customer: { id: 'c1', name: 'Ann Lee', email: 'ann@mail.example', phone: null, locale: 'en', note: null },
    agentName: 'Maya Ray',
    messages: [aMessage()],
    orders: [],
    tags: [],
    customFields: [],
    updatedAt: null,
    readAt: '2026-11-24T09:00:00Z',
    provenance: {
      subject: 'api',
      messages: 'api',
      customer: 'api',
      orders: 'api',
      language: 'absent',
      status: 'api',
      tags: 'api',
    },
    gaps: [],
    ...change,
  };
}

export function anOrder(change: Partial<Order> = {}): Order {
  return {
    name: 'HP-1042',
    placedAt: '2026-11-03T10:00:00Z',
    currency: 'EUR',
    total: '59.90',
    financialStatus: 'paid',
    fulfilmentStatus: 'unfulfilled',
    cancelledAt: null,
    items: [{ title: 'Lamp', variant: null, sku: 'L-1', quantity: 1, price: '54.00' }],
    shipments: [],
    refunds: [],
    statusUrl: null,
    ...change,
  };
}

export function aSource(change: Partial<Source> = {}): Source {
  return {
    number: 1,
    articleId: 'a1',
    articleVersion: 1,
    title: 'Refund times',
    kind: 'policy',
    audience: 'public',
    headingPath: [],
    text: 'We pay refunds within 7 working days. The label costs €4.95.',
    start: 0,
    end: 60,
    marks: [],
    verified: { state: 'verified', at: '2026-10-01', by: 'Priya' },
    validFrom: null,
    validUntil: null,
    inForce: true,
    pinned: false,
    gone: false,
    url: null,
    ...change,
  };
}

export function anArticle(change: Partial<Article> = {}): Article {
  return {
    ...blankContent,
    kind: 'policy',
    title: 'Refund times',
    body: 'We pay refunds within 7 working days. The label costs €4.95.',
    locale: 'en',
    id: 'a1',
    version: 1,
    hash: '',
    previousHash: null,
    author: 'Priya',
    updatedAt: '2026-01-01T00:00:00Z',
    createdAt: '2026-01-01T00:00:00Z',
    source: null,
    verification: null,
    askedAs: [],
    ...change,
  };
}
