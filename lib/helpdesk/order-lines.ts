import type { Order } from '@/lib/ticket/ticket';
import { bareOrder } from './bare-order';
import { toIsoDate } from './dates';

/**
 * An order as lines `Key: value` that shops write into a text field, parts of a value parted by `|`. Unknown keys are
 * passed over; without an `Order:` line there is no order.
 */
export function parseOrderLines(value: string): Order[] {
  const orders: Order[] = [];
  for (const line of value.split('\n')) {
    const [, key = '', rest = ''] = /^\s*([\p{L} ]{3,20}):\s*(.+?)\s*$/u.exec(line) ?? [];
    const parts = rest.split('|').map((part) => part.trim() || null);
    const order = orders.at(-1);
    if (/^order(?: (?:number|name|no))?$/i.test(key)) orders.push(bareOrder(rest));
    else if (order) readLine(order, key.toLowerCase(), rest, parts);
  }
  return orders.filter(
    ({ placedAt, total, items, fulfilmentStatus }) => placedAt ?? total ?? fulfilmentStatus ?? items.length,
  );
}

function readLine(order: Order, key: string, value: string, parts: (string | null)[]): void {
  const [head = null, second = null, third = null, fourth = null, fifth = null] = parts;
  const first = head ?? '';
  if (key === 'placed' || key === 'date') order.placedAt = toIsoDate(value);
  else if (key === 'payment') order.financialStatus = value;
  else if (key === 'fulfilment' || key === 'fulfillment' || key === 'status') order.fulfilmentStatus = value;
  else if (key === 'cancelled' || key === 'canceled') order.cancelledAt = toIsoDate(value);
  else if (key === 'total') {
    const [, amount = null, currency = null] = /^([\d.,]+)\s*(\p{Lu}{3})?$/u.exec(value) ?? [];
    order.total = amount;
    order.currency = currency;
  } else if (key === 'item') {
    const [, quantity = '1', title = first] = /^(\d+)\s*[x×]\s*(.+)$/.exec(first) ?? [];
    // The variant may be left out; the price always stands last and the article number before it.
    const [variant, sku, price] = parts.length >= 4 ? [second, third, fourth] : [null, second, third];
    order.items.push({ title, variant, sku, quantity: Number(quantity), price });
  } else if (key === 'shipment' || key === 'tracking') {
    const url = parts.find((part) => part !== null && /^https?:/.test(part)) ?? null;
    const updatedAt = toIsoDate(fifth ?? (url === null ? fourth : null));
    order.shipments.push({ status: head, carrier: second, trackingNumber: third, url, updatedAt });
  } else if (key === 'ship to' || key === 'address') {
    order.shippingAddress = { name: null, phone: null, lines: value.replace(/\s*,\s*/gu, '\n') };
  } else if (key === 'refund') {
    order.refunds.push({ at: toIsoDate(first), amount: second, note: third });
  }
}
