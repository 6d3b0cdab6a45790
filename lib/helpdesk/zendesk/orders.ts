import type { Order, Ticket } from '@/lib/ticket/ticket';
import { bareOrder } from '../bare-order';
import { parseOrderJson } from '../order-json';
import { parseOrderLines } from '../order-lines';

const orderLabel =
  /order|bestell|commande|pedido|encomenda|ordine|ordre|beställning|zamówieni|objednáv|注文|订单/i;
/** An order number: short, with a digit, no spaces inside. */
const orderNumber = /^#?[\p{L}\d][\p{L}\d._/-]{1,30}$/u;

/**
 * Zendesk holds no orders; shops fill fields with them, each in its own way. Read generally: any field whose value is
 * JSON or lines of an order, and fields labelled like an order that hold a number. The fullest account of each order
 * wins. An empty result says nothing about the customer's orders.
 */
export function readOrders(
  fields: Ticket['customFields'],
  userFields: Readonly<Record<string, unknown>> | null,
): Order[] {
  const values = [...Object.values(userFields ?? {}), ...fields.map(({ value }) => value)];
  const full = values.flatMap((value) =>
    typeof value === 'string' ? [...parseOrderJson(value), ...parseOrderLines(value)] : [],
  );
  const named = fields
    .filter(({ label }) => label !== null && orderLabel.test(label))
    .flatMap(({ value }) => value.split(/[\s,;]+/))
    .filter((name) => /\d/.test(name) && orderNumber.test(name) && !/^\d{4}-\d\d-\d\d/.test(name))
    .map(bareOrder);
  const orders = new Map<string, Order>();
  for (const order of [...full, ...(full.length === 0 || named.length <= 3 ? named : [])]) {
    const key = order.name.replace(/^#/, '').toLowerCase();
    if (!orders.has(key)) orders.set(key, order);
  }
  // The order that the ticket names comes first; the rest keeps the shop's order, newest first.
  const about = new Set(named.map(({ name }) => name.replace(/^#/, '').toLowerCase()));
  const isAbout = ([key]: [string, Order]): number => (about.has(key) ? 0 : 1);
  return [...orders].sort((a, b) => isAbout(a) - isAbout(b)).map(([, order]) => order);
}
