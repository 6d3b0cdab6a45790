import type { Message, Order } from '@/lib/ticket/ticket';
import type { Source } from '../session/session-state';

/** Data may not close its own fence: the delimiter is random, and any copy of it inside is taken out. */
export function fence(name: string, text: string, delimiter: string): string {
  return `=== ${name} ${delimiter}\n${text.replaceAll(delimiter, '')}\n=== END ${name} ${delimiter}`;
}

/** `mark` stands in brackets before it: what an answer names it by. */
export function passageText(source: Source, mark = `${source.number}`): string {
  const heading = [source.title, ...source.headingPath]
    .filter((part, index, all) => part !== '' && all.indexOf(part) === index)
    .join(' > ');
  const validity = validityText(source);
  return `[${mark}] ${heading} (${source.kind}${validity === '' ? '' : `, ${validity}`})\n${source.text.trim()}`;
}

/** `since 2026-08-01`, `until …`, with `not in force` in front when it does not count for this case. */
export function validityText(source: Pick<Source, 'validFrom' | 'validUntil' | 'inForce'>): string {
  return [
    source.inForce ? '' : 'not in force',
    source.validFrom ? `since ${source.validFrom}` : '',
    source.validUntil ? `until ${source.validUntil}` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

export function messageText(message: Message, quote: (text: string) => string): string {
  const who = { customer: 'Customer', agent: 'Agent', bot: 'Bot', system: 'System', unknown: 'Someone' }[
    message.author.role
  ];
  const note = message.visibility === 'internal' ? ' (internal note)' : '';
  const files =
    message.attachments.length > 0
      ? `\n(attached: ${message.attachments.map((file) => quote(file.name)).join(', ')}; not read)`
      : '';
  return `${who}${note}${message.sentAt ? `, ${message.sentAt.slice(0, 10)}` : ''}:\n${asQuoted(quote(message.text.trim()))}${files}`;
}

/** Each line is marked: one that looks like the head of another message is still inside this one. */
function asQuoted(text: string): string {
  return text.replace(/^/gmu, '> ');
}

export function orderText(order: Order): string {
  const items = order.items.map(
    (item) =>
      `${item.quantity} x ${item.title}${item.variant ? ` (${item.variant})` : ''}${item.price ? ` ${item.price}` : ''}`,
  );
  const shipments = order.shipments.map((shipment) =>
    [shipment.status, shipment.carrier, shipment.trackingNumber, shipment.updatedAt?.slice(0, 10)]
      .filter(Boolean)
      .join(' '),
  );
  const refunds = order.refunds.map((refund) =>
    [refund.at?.slice(0, 10), refund.amount, refund.note].filter(Boolean).join(' '),
  );
  return [
    `Order ${order.name}`,
    order.placedAt && `placed ${order.placedAt.slice(0, 10)}`,
    order.total && `total ${order.total} ${order.currency ?? ''}`.trim(),
    order.financialStatus,
    order.fulfilmentStatus,
    order.cancelledAt && `cancelled ${order.cancelledAt.slice(0, 10)}`,
    items.length > 0 && `items: ${items.join('; ')}`,
    shipments.length > 0 && `shipments: ${shipments.join('; ')}`,
    refunds.length > 0 && `refunds: ${refunds.join('; ')}`,
  ]
    .filter(Boolean)
    .join(', ');
}
