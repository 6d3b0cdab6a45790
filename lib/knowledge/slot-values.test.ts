import { describe, expect, it } from 'vitest';
import type { Order, Ticket } from '@/lib/ticket/ticket';
import { slotValuesFor } from './slot-values';
import { fillSlots } from './slots';

const ticket: Ticket = {
  helpdesk: 'zendesk',
  account: 'acme.zendesk.com',
  id: '4711',
  url: 'https://acme.zendesk.com/agent/tickets/4711',
  subject: 'Where is my parcel?',
  channel: 'email',
  status: 'open',
  language: 'en',
  brand: null,
  customer: {
    id: '1',
    name: 'Rosa Maria Lind',
    email: 'rosa@example.org',
    phone: null,
    locale: 'en',
    note: null,
  },
  agentName: 'Kim Berg',
  messages: [],
  orders: [],
  tags: [],
  customFields: [{ id: '360001', label: 'Order', value: '1001' }],
  updatedAt: null,
  readAt: '2026-11-24T10:00:00Z',
  provenance: {
    subject: 'api',
    messages: 'api',
    customer: 'api',
    orders: 'absent',
    language: 'derived',
    status: 'api',
    tags: 'api',
  },
  gaps: [],
};

const order: Order = {
  name: '#1042',
  placedAt: '2026-11-12T08:29:37+01:00',
  currency: 'EUR',
  total: '59.90',
  financialStatus: 'paid',
  fulfilmentStatus: 'fulfilled',
  cancelledAt: null,
  items: [{ title: 'Kettle 1.7 l', variant: null, sku: null, quantity: 1, price: '59.90' }],
  shipments: [{ status: 'delivered', carrier: 'DHL', trackingNumber: 'JJD1', url: null, updatedAt: null }],
  refunds: [],
  statusUrl: null,
};

describe('values of slots', () => {
  it('come from ticket, custom fields and order', () => {
    const text =
      'Hi {{customer.first_name}} {{customer.last_name}}, {{order.name}} ({{ticket.ticket_field_360001}}) is with {{order.carrier}}: {{shipment.tracking_number}}. {{agent.first_name}}';
    expect(fillSlots(text, slotValuesFor(ticket, order))).toEqual({
      text: 'Hi Rosa Maria Lind, #1042 (1001) is with DHL: JJD1. Kim',
      unfilled: [],
    });
  });

  it('are absent, not empty, when the ticket does not tell', () => {
    const values = slotValuesFor(
      { ...ticket, agentName: null, customer: { ...ticket.customer, name: null } },
      null,
    );
    const asked = '{{customer.first_name}} {{order.name}} {{agent.name}} {{ticket.ticket_field_9}}';
    expect(fillSlots(asked, values).unfilled).toEqual([
      'customer.first_name',
      'order.name',
      'agent.name',
      'ticket.ticket_field_9',
    ]);
  });
});
