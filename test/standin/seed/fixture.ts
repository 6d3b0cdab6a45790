import type { SeedStore } from '../contract';

/** The smallest store that shows every kind of thing: for tests of the stand-ins themselves. */
export const fixtureStore: SeedStore = {
  name: 'Acme Outdoor',
  domain: 'acme-outdoor.example',
  agent: { name: 'Kim Berg', email: 'kim@acme-outdoor.example' },
  customers: [
    {
      id: 'rosa',
      name: 'Rosa Lind',
      email: 'rosa@example.net',
      phone: '+46 70 123 45 67',
      locale: 'en',
      address: { line1: 'Storgatan 5', city: 'Lund', zip: '22222', country: 'SE' },
    },
    { id: 'jonas', name: 'Jonas Weber', email: 'jonas@example.org', locale: 'de' },
  ],
  orders: [
    {
      name: 'AO-1001',
      customerId: 'rosa',
      placedAt: '2026-11-10T09:00:00Z',
      currency: 'EUR',
      total: '129.80',
      financial: 'paid',
      fulfilment: 'fulfilled',
      items: [{ title: 'Trail Stove', variant: 'steel', sku: 'TS-1', quantity: 2, price: '64.90' }],
      shipments: [
        {
          status: 'in_transit',
          carrier: 'PostNord',
          number: 'PN123456789SE',
          updatedAt: '2026-11-19T06:00:00Z',
        },
      ],
      refunds: [],
    },
  ],
  tickets: [
    {
      id: 4711,
      subject: 'Where is my parcel?',
      channel: 'email',
      status: 'open',
      customerId: 'rosa',
      order: 'AO-1001',
      tags: ['shipping'],
      messages: [
        {
          from: 'customer',
          visibility: 'public',
          at: '2026-11-20T08:14:03Z',
          text: 'Hello,\n\nmy order AO-1001 has not arrived yet. Where is it?',
          quoted: 'On 10 Nov 2026, Acme Outdoor wrote:\n> Thank you for your order AO-1001.',
          signature: 'Rosa Lind\nStorgatan 5, Lund',
          attachments: [{ name: 'label.png', contentType: 'image/png', sizeBytes: 20480 }],
        },
        {
          from: 'agent',
          visibility: 'internal',
          at: '2026-11-20T09:00:00Z',
          text: 'Carrier says: held at the depot.',
        },
      ],
    },
    {
      id: 4712,
      subject: 'Where is my parcel?',
      channel: 'email',
      status: 'open',
      customerId: 'rosa',
      tags: [],
      messages: [
        {
          from: 'customer',
          visibility: 'public',
          at: '2026-11-21T08:14:03Z',
          text: 'Hello again,\n\nany news about the second parcel?',
        },
      ],
    },
    {
      id: 4713,
      subject: 'Conversation with Jonas Weber',
      channel: 'messaging',
      status: 'open',
      customerId: 'jonas',
      tags: [],
      messages: [
        {
          from: 'customer',
          visibility: 'public',
          at: '2026-11-22T10:00:00Z',
          text: 'Kann ich den Kocher umtauschen?',
        },
        {
          from: 'bot',
          visibility: 'public',
          at: '2026-11-22T10:00:02Z',
          text: 'Ich verbinde Sie mit einem Menschen.',
        },
      ],
    },
    {
      id: 4714,
      subject: 'Thank you',
      channel: 'web',
      status: 'closed',
      customerId: 'jonas',
      tags: [],
      messages: [
        { from: 'customer', visibility: 'public', at: '2026-11-01T10:00:00Z', text: 'All good now.' },
      ],
    },
  ],
  articles: [
    {
      title: 'Returns',
      body: '## Returns\n\nYou can return goods within **30 days** of delivery.\n\n- unused\n- in the original box',
      locale: 'en',
      labels: ['returns'],
      audience: 'public',
      updatedAt: '2026-10-01T00:00:00Z',
    },
    {
      title: 'Goodwill credit',
      body: 'Agents may grant up to 15 EUR.',
      locale: 'en',
      labels: [],
      audience: 'internal',
      updatedAt: '2026-10-02T00:00:00Z',
    },
  ],
  macros: [
    {
      title: 'Shipping::Delay',
      text: 'Hi {{customer.first_name}},\n\nyour order {{order.name}} is on its way.\n\n{{agent.name}}',
      locale: 'en',
      intent: 'shipping-status',
      usage: 12,
    },
  ],
};
