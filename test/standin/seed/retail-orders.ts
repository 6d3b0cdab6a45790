import * as z from 'zod/mini';
import type { SeedOrder } from '../contract';
import { hashOf } from '../core/random';

const addressSchema = z.object({
  address1: z.string(),
  address2: z.optional(z.string()),
  city: z.string(),
  country: z.string(),
  state: z.string(),
  zip: z.string(),
});

const orderSchema = z.object({
  order_id: z.string(),
  user_id: z.string(),
  address: addressSchema,
  items: z.array(
    z.object({
      name: z.string(),
      item_id: z.string(),
      price: z.number(),
      options: z.record(z.string(), z.string()),
    }),
  ),
  fulfillments: z.array(z.object({ tracking_id: z.array(z.string()), item_ids: z.array(z.string()) })),
  status: z.string(),
  payment_history: z.array(z.object({ transaction_type: z.string(), amount: z.number() })),
});
type RetailOrder = z.infer<typeof orderSchema>;

export const ordersSchema = z.record(z.string(), orderSchema);

const dayMs = 86_400_000;
/** "Today" of the stand-ins' seeds. */
const todayMs = Date.UTC(2026, 10, 24, 9);

/** How long ago an order of this status was placed, in days. */
const ageDays: Record<string, [min: number, max: number]> = {
  pending: [0, 2],
  processed: [2, 6],
  delivered: [8, 28],
  cancelled: [3, 28],
};

/** The form has no dates, currency or carriers: dates follow from the order's name, within what its status allows. */
export function toOrder(order: RetailOrder): SeedOrder {
  const [min, max] = ageDays[order.status.split(' ')[0] ?? ''] ?? [8, 28];
  const placedMs = todayMs - (min + (hashOf(order.order_id) % (max - min + 1))) * dayMs;
  const at = (days: number) => new Date(Math.min(todayMs, placedMs + days * dayMs)).toISOString();
  const sumOf = (type: string) =>
    order.payment_history
      .filter((entry) => entry.transaction_type === type)
      .reduce((sum, { amount }) => sum + amount, 0);
  const refunded = sumOf('refund');
  const isCancelled = order.status === 'cancelled';
  const isDelivered = order.status.startsWith('delivered');
  const isShipped = isDelivered || order.status === 'processed';
  return {
    name: order.order_id,
    customerId: order.user_id,
    placedAt: new Date(placedMs).toISOString(),
    currency: 'USD',
    total: sumOf('payment').toFixed(2),
    financial: refunded > 0 ? 'refunded' : 'paid',
    fulfilment: isCancelled ? 'cancelled' : isShipped ? 'fulfilled' : 'unfulfilled',
    ...(isCancelled && { cancelledAt: at(1) }),
    items: order.items.map((item) => ({
      title: item.name,
      variant: Object.entries(item.options)
        .map(([name, value]) => `${name}: ${value}`)
        .join(', '),
      sku: item.item_id,
      quantity: 1,
      price: item.price.toFixed(2),
    })),
    shipments: isShipped
      ? order.fulfillments.flatMap(({ tracking_id: numbers }) =>
          numbers.map((number) => ({
            status: isDelivered ? ('delivered' as const) : ('in_transit' as const),
            carrier: 'Carrier',
            number,
            updatedAt: at(isDelivered ? 5 : 2),
          })),
        )
      : [],
    refunds: refunded > 0 ? [{ at: at(1), amount: refunded.toFixed(2) }] : [],
    shippingAddress: {
      line1: order.address.address1,
      ...(order.address.address2 !== undefined && { line2: order.address.address2 }),
      city: `${order.address.city}, ${order.address.state}`,
      zip: order.address.zip,
      country: order.address.country === 'USA' ? 'US' : order.address.country,
    },
  };
}
