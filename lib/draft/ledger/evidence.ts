import type { Order, Ticket } from '@/lib/ticket/ticket';
import { wordsOf } from '../fold';
import type { Source } from '../session-state';
import { findValues, type Value } from '../values';
import { fieldValues, toRecords } from './records';

export interface LedgerInput {
  sources: readonly Source[];
  ticket: Ticket;
  order: Order | null;
  audience: 'public' | 'internal';
  /** JSON values known to the agent beyond the ticket's orders; a string is a fact in words. */
  facts?: readonly unknown[];
}

/** What drafts are held against, read once and used for every sentence. */
export interface LedgerContext extends LedgerInput {
  valuesOf: ReadonlyMap<number, readonly Value[]>;
  wordsIn: ReadonlyMap<number, ReadonlySet<string>>;
  recordValues: readonly Value[];
  /** Of the facts alone: in an order a plain number counts pieces, it is no money. */
  factValues: readonly Value[];
  messageValues: readonly Value[];
}

export function createLedgerContext(input: LedgerInput): LedgerContext {
  const { ticket } = input;
  const messages = ticket.messages.filter(
    (message) => input.audience === 'internal' || message.visibility === 'public',
  );
  const facts = input.facts ?? [];
  const told = facts.filter((fact) => typeof fact === 'string' || typeof fact === 'number').map(String);
  const valuesIn = (things: readonly unknown[]) =>
    things.flatMap(toRecords).flatMap((record) => record.fields.flatMap(fieldValues));
  const factValues = [...valuesIn(facts), ...told.flatMap(findValues)];
  return {
    ...input,
    valuesOf: new Map(
      input.sources.map((source) => [
        source.number,
        findValues(`${source.title}\n${source.text}\n${source.url ?? ''}`),
      ]),
    ),
    wordsIn: new Map(input.sources.map((source) => [source.number, new Set(wordsOf(source.text))])),
    recordValues: [...valuesIn(ticket.orders.map(orderFacts)), ...factValues],
    factValues,
    messageValues: findValues(
      [
        ticket.subject,
        ticket.customer.email ?? '',
        ticket.customer.phone ?? '',
        ...messages.map((message) => message.text),
      ].join('\n'),
    ),
  };
}

/** An order as facts: money carries the currency, times of day are left out. */
function orderFacts(order: Order): unknown {
  const money = (amount: string | null) =>
    amount === null ? null : `${amount} ${order.currency ?? ''}`.trim();
  const day = (date: string | null) => date?.slice(0, 10) ?? null;
  return {
    ...order,
    total: money(order.total),
    placedAt: day(order.placedAt),
    cancelledAt: day(order.cancelledAt),
    items: order.items.map((item) => ({ ...item, price: money(item.price) })),
    shipments: order.shipments.map((shipment) => ({ ...shipment, updatedAt: day(shipment.updatedAt) })),
    refunds: order.refunds.map((refund) => ({ ...refund, amount: money(refund.amount), at: day(refund.at) })),
  };
}
