import type { SeedOrder } from '../contract';

/** All orders of a customer as the JSON text in the user field `orders`; see the README for the convention. */
export function ordersJson(orders: readonly SeedOrder[]): string {
  const newestFirst = [...orders].sort((a, b) => b.placedAt.localeCompare(a.placedAt));
  return JSON.stringify(
    newestFirst.map((order) => ({
      name: order.name,
      placed_at: order.placedAt,
      currency: order.currency,
      total: order.total,
      financial_status: order.financial,
      fulfillment_status: order.fulfilment,
      cancelled_at: order.cancelledAt ?? null,
      items: order.items.map((item) => ({ ...item, variant: item.variant ?? null })),
      shipments: order.shipments.map((shipment) => ({
        status: shipment.status,
        carrier: shipment.carrier,
        tracking_number: shipment.number,
        tracking_url: shipment.url ?? null,
        updated_at: shipment.updatedAt,
      })),
      refunds: order.refunds.map((refund) => ({ ...refund, note: refund.note ?? null })),
      shipping_address: order.shippingAddress ?? null,
    })),
  );
}

/** One order as the lines of the ticket field "Order details". */
export function orderLines(order: SeedOrder): string {
  const lines = [
    `Order: ${order.name}`,
    `Placed: ${order.placedAt}`,
    `Payment: ${order.financial}`,
    `Fulfilment: ${order.fulfilment}`,
  ];
  if (order.cancelledAt) lines.push(`Cancelled: ${order.cancelledAt}`);
  lines.push(`Total: ${order.total} ${order.currency}`);
  for (const item of order.items) {
    lines.push(
      `Item: ${item.quantity} x ${item.title} | ${item.variant ?? ''} | ${item.sku} | ${item.price}`,
    );
  }
  for (const { status, carrier, number, url, updatedAt } of order.shipments) {
    lines.push(`Shipment: ${status} | ${carrier} | ${number} | ${url ?? ''} | ${updatedAt}`);
  }
  for (const { at, amount, note } of order.refunds) lines.push(`Refund: ${at} | ${amount} | ${note ?? ''}`);
  const address = order.shippingAddress;
  if (address) {
    const street = [address.line1, address.line2].filter(Boolean).join(', ');
    lines.push(`Ship to: ${street}, ${address.zip} ${address.city}, ${address.country}`);
  }
  return lines.join('\n');
}
