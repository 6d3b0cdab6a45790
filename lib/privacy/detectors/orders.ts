import { cuedOrders, mentionsOf } from '@/lib/ticket/order-mentions';
import type { Order } from '@/lib/ticket/ticket';
import type { Finding } from '../finding';

/** Names of orders: those that the helpdesk knows, in every spelling, and what is called an order in the text. */
export function findOrders(text: string, orders: readonly Pick<Order, 'name'>[]): Finding[] {
  return [...orders.flatMap(({ name }) => mentionsOf(name, text)), ...cuedOrders(text)].map(
    ({ start, end }) => ({ type: 'ORDER_NAME', start, end }),
  );
}
