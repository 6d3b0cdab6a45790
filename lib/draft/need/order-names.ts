import { bareOrderName as bare, cuedOrders, mentionsOf } from '@/lib/ticket/order-mentions';
import type { Message, Order, Ticket } from '@/lib/ticket/ticket';

/** Names of orders spoken of, latest mention first; those the helpdesk knows are spelled as it does. */
export function findOrderNames(
  ticket: Pick<Ticket, 'orders' | 'subject'>,
  bursts: readonly (readonly Message[])[],
): string[] {
  const found: string[] = [];
  const texts = [...bursts].reverse().flatMap((burst) => burst.map((message) => message.text));
  for (const text of [...texts, ticket.subject]) {
    const here = new Map<string, number>();
    for (const order of ticket.orders) {
      const [mention] = mentionsOf(order.name, text);
      if (mention) here.set(order.name, mention.start);
    }
    for (const { name, start } of cuedOrders(text)) {
      if (!ticket.orders.some((order) => bare(order.name) === bare(name))) here.set(name, start);
    }
    for (const [name] of [...here].sort((a, b) => a[1] - b[1])) {
      if (!found.some((known) => bare(known) === bare(name))) found.push(name);
    }
  }
  if (found.length === 0 && ticket.orders.length === 1) found.push(ticket.orders[0]!.name);
  return found;
}

/** The order a reply is about: the first one named that the helpdesk knows, or the only one there is. */
export function chosenOrder(orders: readonly Order[], names: readonly string[]): Order | null {
  for (const name of names) {
    const order = orders.find((candidate) => bare(candidate.name) === bare(name));
    if (order !== undefined) return order;
  }
  return names.length === 0 && orders.length === 1 ? orders[0]! : null;
}
