// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ticketSchema } from '@/lib/ticket/ticket';
import { apiAnswering } from '@/test/support/api-answers';
import { createGorgiasReader } from './read';

const open = {
  kind: 'ticket',
  helpdesk: 'gorgias',
  account: 'brewhaven.gorgias.com',
  ticketId: '301',
  url: 'https://brewhaven.gorgias.com/app/ticket/301',
} as const;
const now = () => new Date('2026-11-24T09:00:00Z');
const { signal } = new AbortController();

const message = (id: number, over: Record<string, unknown> = {}) => ({
  id,
  public: true,
  channel: 'email',
  via: 'email',
  from_agent: false,
  rule_id: null,
  source: { type: 'email' },
  sender: { id: 990, name: 'Ilse Brandt' },
  body_text: 'whole',
  body_html: '<div>whole</div>',
  stripped_text: 'Mein Kessel kam ohne Deckel an, was kann ich tun?',
  stripped_signature: null,
  attachments: [],
  created_datetime: '2026-11-20T09:14:03.120451+00:00',
  sent_datetime: '2026-11-20T09:14:03+00:00',
  failed_datetime: null,
  deleted_datetime: null,
  ...over,
});
const shop = {
  __integration_type__: 'shopify',
  customer: { id: 66, orders_count: 2 },
  orders: [
    {
      id: 77,
      name: '#1042',
      created_at: '2026-11-12T08:29:37+01:00',
      cancelled_at: null,
      financial_status: 'paid',
      fulfillment_status: 'fulfilled',
      currency: 'EUR',
      total_price: '59.90',
      order_status_url: 'https://brewhaven.example/orders/77',
      line_items: [
        { title: 'Kettle 1.7 l', name: 'Kettle 1.7 l - Black', sku: 'KET-17', quantity: 1, price: '59.90' },
      ],
      fulfillments: [
        {
          status: 'success',
          shipment_status: 'delivered',
          tracking_company: 'DHL',
          tracking_number: 'JJD1',
          tracking_urls: ['https://dhl.example/JJD1'],
          updated_at: '2026-11-14T10:00:00+01:00',
        },
      ],
      refunds: [{ processed_at: '2026-11-19T10:00:00', note: '' }],
    },
    { id: 78, name: '#1050', created_at: '2026-11-18T08:00:00+01:00', total_price: 12.5, line_items: [] },
  ],
};
const ticket = {
  id: 301,
  status: 'open',
  channel: 'email',
  language: 'en',
  subject: 'Kettle without lid',
  customer: {
    id: 990,
    name: 'Ilse Brandt',
    email: 'ilse@example.org',
    language: 'de',
    note: 'prefers e-mail',
    channels: [{ type: 'phone', address: '+49 431 0000' }],
    integrations: { 5711: shop, 29236: { __integration_type__: 'http', error: 'x' } },
  },
  assignee_user: { id: 8812, name: 'Noor Haddad' },
  tags: [{ id: 1, name: 'damaged' }],
  messages: [
    message(2, {
      from_agent: true,
      sender: { id: 8812, name: 'Noor Haddad' },
      stripped_text: 'Gern!',
      created_datetime: '2026-11-20 10:00:00',
      sent_datetime: null,
    }),
    message(1),
  ],
  messages_count: 2,
  updated_datetime: '2026-11-20T10:00:00',
  snooze_datetime: null,
  unknown_extra: { deep: true },
};

async function readOk(over: Record<string, unknown> = {}, answers: Parameters<typeof apiAnswering>[0] = {}) {
  const api = apiAnswering({ '/api/tickets/301': { body: { ...ticket, ...over } }, ...answers });
  const result = await createGorgiasReader().readTicket(open, api.get, now, signal);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return { ticket: ticketSchema.parse(result.value), asked: api.asked };
}

describe('a ticket of Gorgias', () => {
  it('is read by one request when it holds all its messages', async () => {
    const { ticket: read, asked } = await readOk();
    expect(asked).toHaveLength(1);
    expect(read).toMatchObject({
      id: '301',
      channel: 'email',
      status: 'open',
      language: 'en',
      subject: 'Kettle without lid',
      agentName: 'Noor Haddad',
      customer: {
        id: '990',
        name: 'Ilse Brandt',
        email: 'ilse@example.org',
        phone: '+49 431 0000',
        note: 'prefers e-mail',
      },
      tags: ['damaged'],
      updatedAt: '2026-11-20T10:00:00Z',
    });
    expect(read.messages.map(({ id, author, sentAt }) => [id, author.role, sentAt])).toEqual([
      ['1', 'customer', '2026-11-20T09:14:03+00:00'],
      ['2', 'agent', '2026-11-20T10:00:00Z'],
    ]);
  });

  it('carries the orders of its shops, newest first, and leaves other tools’ data alone', async () => {
    const { ticket: read } = await readOk();
    expect(read.orders.map(({ name }) => name)).toEqual(['#1050', '#1042']);
    expect(read.orders[1]).toMatchObject({
      total: '59.90',
      fulfilmentStatus: 'fulfilled',
      items: [{ title: 'Kettle 1.7 l', variant: 'Black', sku: 'KET-17', quantity: 1, price: '59.90' }],
      shipments: [
        { status: 'delivered', carrier: 'DHL', trackingNumber: 'JJD1', url: 'https://dhl.example/JJD1' },
      ],
      refunds: [{ at: '2026-11-19T10:00:00Z', amount: null, note: null }],
    });
  });

  it.each([
    ['absent', undefined],
    ['null', null],
    ['empty', {}],
    [
      'an error of another tool',
      { 1: { __integration_type__: 'http', error: { msg: 'timeout' } }, 2: 'text', 3: null },
    ],
  ])('does not fail when the integrations are %s', async (_what, integrations) => {
    const { ticket: read } = await readOk({ customer: { ...ticket.customer, integrations } });
    expect(read.orders).toEqual([]);
    expect(read.provenance.orders).toBe('absent');
  });

  it('holds a message internal by any of its three signs', async () => {
    const { ticket: read } = await readOk({
      messages: [
        message(1),
        message(2, { public: false }),
        message(3, { channel: 'internal-note' }),
        message(4, { source: { type: 'internal-note' } }),
        message(5, { public: null }),
      ],
      messages_count: 5,
    });
    expect(read.messages.map(({ id, visibility }) => [id, visibility])).toEqual([
      ['1', 'public'],
      ['2', 'internal'],
      ['3', 'internal'],
      ['4', 'internal'],
      ['5', 'internal'],
    ]);
  });

  it('falls back from the stripped text to the text and to the HTML, and keeps the quotes apart', async () => {
    const body_text =
      'Kommt er noch?\n\nAm Di., 3. Nov. 2026 um 10:00 Uhr schrieb Noor <noor@brewhaven.example>:\n> Gern!';
    const { ticket: read } = await readOk({
      messages: [
        message(1, { body_text }),
        message(2, { stripped_text: null, body_text }),
        message(3, { stripped_text: '', body_text: null, body_html: '<p>Kommt er <b>noch</b>?</p>' }),
      ],
      messages_count: 3,
    });
    expect(read.messages.map(({ text }) => text)).toEqual([
      'Mein Kessel kam ohne Deckel an, was kann ich tun?',
      'Kommt er noch?',
      'Kommt er noch?',
    ]);
    expect(read.messages[0]?.quoted).toContain('> Gern!');
    expect(read.messages[1]?.quoted).toContain('> Gern!');
  });

  it('asks for the rest when it holds only a part of its messages, six requests at most', async () => {
    const pages = (path: string) => {
      const page = Number(/cursor=(\d+)/.exec(path)?.[1] ?? 1);
      return {
        body: { data: [message(100 + page)], meta: { next_cursor: page < 9 ? `${page + 1}` : null } },
      };
    };
    const { ticket: read, asked } = await readOk({ messages_count: 250 }, { '/api/messages': pages });
    expect(asked).toHaveLength(6);
    expect(read.gaps).toEqual(['Older messages were not read.']);
    expect(read.messages.map(({ id }) => id)).toEqual(expect.arrayContaining(['1', '2', '101', '105']));
  });

  it('keeps what it has when the rest is refused', async () => {
    const { ticket: read } = await readOk({ messages_count: 250 }, { '/api/messages': { status: 429 } });
    expect(read.messages).toHaveLength(2);
    expect(read.gaps).toHaveLength(1);
  });

  it('takes a message of a rule for a machine’s', async () => {
    const { ticket: read } = await readOk({
      messages: [message(1, { from_agent: true, rule_id: 9 })],
      messages_count: 1,
    });
    expect(read.messages[0]?.author.role).toBe('bot');
  });

  it('of an unknown account, which answers with a page, is refused', async () => {
    const api = apiAnswering({ '/api/tickets/301': { status: 404, contentType: 'text/html' } });
    expect(await createGorgiasReader().readTicket(open, api.get, now, signal)).toEqual({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});

describe('the reply that was really sent', () => {
  it('is the newest of an agent after the insertion that did not fail, by one request', async () => {
    const data = [
      message(9, {
        from_agent: true,
        stripped_text: 'failed',
        created_datetime: '2026-11-20T12:00:00',
        failed_datetime: '2026-11-20T12:00:05',
      }),
      message(8, {
        from_agent: true,
        stripped_text: 'Der Deckel kommt morgen.',
        created_datetime: '2026-11-20T11:00:00',
        sent_datetime: null,
      }),
      message(7, { from_agent: true, rule_id: 3, created_datetime: '2026-11-20T11:30:00' }),
      message(6, { created_datetime: '2026-11-20T11:40:00' }),
    ];
    const api = apiAnswering({ '/api/messages': { body: data } });
    const found = await createGorgiasReader().findSentReply(open, '2026-11-20T10:30:00Z', api.get, signal);
    expect(found).toEqual({
      ok: true,
      value: {
        messageId: '8',
        text: 'Der Deckel kommt morgen.',
        visibility: 'public',
        sentAt: '2026-11-20T11:00:00Z',
      },
    });
    expect(api.asked).toHaveLength(1);
  });
});
