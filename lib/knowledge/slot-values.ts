import type { Order, Ticket } from '@/lib/ticket/ticket';
import type { SlotValues, slotNames } from './slots';

/** What a ticket can fill. `order` is the one the reply is about; without one, the order slots stay open. */
export function slotValuesFor(ticket: Ticket, order: Order | null): SlotValues {
  const { customer } = ticket;
  const [firstName, ...rest] = (customer.name ?? '').trim().split(/\s+/);
  const shipment = order?.shipments.at(-1);
  const fields = ticket.customFields.map(({ id, value }) => [`ticket.ticket_field_${id}`, value] as const);
  const candidates: Record<(typeof slotNames)[number], string | null | undefined> = {
    'customer.first_name': firstName,
    'customer.last_name': rest.join(' '),
    'customer.name': customer.name,
    'customer.email': customer.email,
    'customer.phone': customer.phone,
    'agent.name': ticket.agentName,
    'agent.first_name': ticket.agentName?.trim().split(/\s+/)[0],
    'agent.email': null,
    'ticket.id': ticket.id,
    'ticket.subject': ticket.subject,
    'ticket.url': ticket.url,
    'brand.name': ticket.brand,
    'order.name': order?.name,
    'order.placed_at': order?.placedAt?.slice(0, 10),
    'order.total': order?.total,
    'order.currency': order?.currency,
    'order.financial_status': order?.financialStatus,
    'order.fulfilment_status': order?.fulfilmentStatus,
    'order.status_url': order?.statusUrl,
    'order.items': order?.items.map((item) => item.title).join(', '),
    'shipment.carrier': shipment?.carrier,
    'shipment.tracking_number': shipment?.trackingNumber,
    'shipment.tracking_url': shipment?.url,
    'shipment.status': shipment?.status,
  };
  const filled = [...Object.entries(candidates), ...fields].filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  return Object.fromEntries(filled) as SlotValues;
}
