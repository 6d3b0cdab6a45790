import type { Message, Order, Ticket } from '@/lib/ticket/ticket';

const orderWord =
  /(?:order|bestell\p{L}*|auftrag\p{L}*|commande|pedido|encomenda|ordine|bestelling|zam[óo]wieni\p{L}*|tilaus\p{L}*|objedn[áa]vk\p{L}*|sipariş\p{L}*)\s*(?:is|was|id|number|no\.?|nr\.?|nummer|n[°ºo]\.?|num[ée]ro|n[úu]mero|ist|est|es|é)?\s*(?:is|ist|est|es|é)?\s*[:#]?\s*([A-Z]{0,5}[-–]?\d[\dA-Z-]{2,18})(?![\p{L}\p{N}])/giu;
const hashName = /#\s?([A-Z]{0,4}\d{3,12})(?!\p{L})/gu;

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
      const at = mentionOf(order.name, text);
      if (at !== -1) here.set(order.name, at);
    }
    for (const match of [...text.matchAll(orderWord), ...text.matchAll(hashName)]) {
      const name = match[1]!;
      if (!ticket.orders.some((order) => bare(order.name) === bare(name)))
        here.set(match[0].startsWith('#') ? `#${name}` : name, match.index);
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

function mentionOf(name: string, text: string): number {
  const wanted = bare(name);
  if (wanted.length < 3) return -1;
  for (const match of text.matchAll(/[#\p{L}\p{N}][\p{L}\p{N}-]*/gu))
    if (bare(match[0]) === wanted) return match.index;
  return -1;
}

/** `#W-2378`, `W2378` and `w2378` are one order. */
function bare(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
