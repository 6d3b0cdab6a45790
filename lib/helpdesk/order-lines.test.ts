import { describe, expect, it } from 'vitest';
import { parseOrderJson } from './order-json';
import { parseOrderLines } from './order-lines';

describe('an order written as lines', () => {
  it('is read with its items, shipments and refunds', () => {
    const text = [
      'Order: AO-1001',
      'Placed: 2026-11-10T09:00:00Z',
      'Payment: paid',
      'Fulfilment: fulfilled',
      'Total: 129.80 EUR',
      'Item: 2 x Trail Stove | steel | TS-1 | 64.90',
      'Item: 1 x Mug |  | MU-1 | 9.00',
      'Shipment: in_transit | PostNord | PN123 | https://track.example/PN123 | 2026-11-19T06:00:00Z',
      'Shipment: delivered | DHL | JJD9 |  | 2026-11-20T06:00:00Z',
      'Refund: 2026-11-20T10:00:00Z | 10.00 | ',
      'Ship to: Storgatan 5, 22222 Lund, SE',
    ].join('\n');
    expect(parseOrderLines(text)).toEqual([
      {
        name: 'AO-1001',
        placedAt: '2026-11-10T09:00:00Z',
        currency: 'EUR',
        total: '129.80',
        financialStatus: 'paid',
        fulfilmentStatus: 'fulfilled',
        cancelledAt: null,
        items: [
          { title: 'Trail Stove', variant: 'steel', sku: 'TS-1', quantity: 2, price: '64.90' },
          { title: 'Mug', variant: null, sku: 'MU-1', quantity: 1, price: '9.00' },
        ],
        shipments: [
          {
            status: 'in_transit',
            carrier: 'PostNord',
            trackingNumber: 'PN123',
            url: 'https://track.example/PN123',
            updatedAt: '2026-11-19T06:00:00Z',
          },
          {
            status: 'delivered',
            carrier: 'DHL',
            trackingNumber: 'JJD9',
            url: null,
            updatedAt: '2026-11-20T06:00:00Z',
          },
        ],
        refunds: [{ at: '2026-11-20T10:00:00Z', amount: '10.00', note: null }],
        statusUrl: null,
        shippingAddress: { name: null, phone: null, lines: 'Storgatan 5\n22222 Lund\nSE' },
      },
    ]);
  });

  it('is not seen in ordinary text', () => {
    expect(parseOrderLines('Hello: there\nItem: none\nOrder: please')).toEqual([]);
  });
});

describe('an order written as JSON', () => {
  it('is read from a list, one object, or a named list', () => {
    const order = { name: 'AO-1', placed_at: '2026-11-10T09:00:00Z', items: [{ title: 'Mug', quantity: 1 }] };
    for (const value of [[order], order, { orders: [order] }]) {
      expect(parseOrderJson(JSON.stringify(value)).map(({ name }) => name)).toEqual(['AO-1']);
    }
  });

  it('is nothing when the text is cut off or about something else', () => {
    expect(parseOrderJson('[{"name":"AO-1","items":[{"ti')).toEqual([]);
    expect(parseOrderJson('{"name":"Rosa"}')).toEqual([]);
    expect(parseOrderJson('plain')).toEqual([]);
  });
});
