import * as z from 'zod/mini';
import type { Order } from '@/lib/ticket/ticket';
import { toIsoDate } from './dates';

const text = z._default(z.nullable(z.union([z.string(), z.pipe(z.number(), z.transform(String))])), null);
const list = <T extends z.ZodMiniType>(of: T) => z._default(z.nullable(z.array(of)), null);

/** Orders as shops write them: Shopify's REST order, and the forms that middleware makes of it. All fields may lack. */
const shape = z.looseObject({
  name: text,
  order_number: text,
  number: text,
  placed_at: text,
  created_at: text,
  currency: text,
  total: text,
  total_price: text,
  financial_status: text,
  fulfillment_status: text,
  cancelled_at: text,
  order_status_url: text,
  status_url: text,
  items: list(itemShape()),
  line_items: list(itemShape()),
  shipments: list(shipmentShape()),
  fulfillments: list(shipmentShape()),
  shipping_address: z._default(z.nullable(addressShape()), null),
  shippingAddress: z._default(z.nullable(addressShape()), null),
  refunds: list(z.looseObject({ at: text, processed_at: text, created_at: text, amount: text, note: text })),
});

function addressShape() {
  return z.looseObject({
    name: text,
    phone: text,
    address1: text,
    line1: text,
    address2: text,
    line2: text,
    zip: text,
    city: text,
    province: text,
    country: text,
  });
}

function toAddress(address: z.infer<ReturnType<typeof addressShape>> | null): Pick<Order, 'shippingAddress'> {
  if (address === null) return {};
  const { name, phone, address1, line1, address2, line2, zip, city, province, country } = address;
  const lines = [address1 ?? line1, address2 ?? line2, zip, city, province, country];
  return { shippingAddress: { name, phone, lines: lines.filter(Boolean).join('\n') } };
}

function itemShape() {
  return z.looseObject({
    title: text,
    name: text,
    variant: text,
    variant_title: text,
    sku: text,
    quantity: text,
    price: text,
  });
}

function shipmentShape() {
  return z.looseObject({
    status: text,
    shipment_status: text,
    carrier: text,
    tracking_company: text,
    tracking_number: text,
    tracking_url: text,
    tracking_urls: list(z.string()),
    updated_at: text,
  });
}

/** Orders in a text that is JSON: one order, a list, or `{ orders: [...] }`. Anything else gives none. */
export function parseOrderJson(value: string): Order[] {
  if (!/^\s*[[{]/.test(value)) return [];
  let data: unknown;
  try {
    data = JSON.parse(value);
  } catch {
    // A field cut off at its longest length, or text that merely begins like JSON.
    return [];
  }
  const list = Array.isArray(data) ? data : hasOrders(data) ? data.orders : [data];
  return list.flatMap(toOrder);
}

/** One order from an API's object; none when it has no name that a person could say. */
export function toOrder(value: unknown): Order[] {
  const parsed = z.safeParse(shape, value);
  if (!parsed.success) return [];
  const order = parsed.data;
  const name = order.name ?? order.order_number ?? order.number;
  // A person or a product has a name, too; an order also has a date, a sum or items.
  const items = order.items ?? order.line_items ?? [];
  if (
    name === null ||
    (items.length === 0 && order.created_at === null && order.placed_at === null && order.total === null)
  )
    return [];
  return [
    {
      name,
      placedAt: toIsoDate(order.placed_at ?? order.created_at),
      currency: order.currency,
      total: order.total ?? order.total_price,
      financialStatus: order.financial_status,
      fulfilmentStatus: order.fulfillment_status,
      cancelledAt: toIsoDate(order.cancelled_at),
      items: items.map((item) => ({
        title: item.title ?? item.name ?? '',
        variant: item.variant ?? item.variant_title ?? variantIn(item.name, item.title),
        sku: item.sku,
        quantity: Number(item.quantity ?? 1) || 1,
        price: item.price,
      })),
      shipments: (order.shipments ?? order.fulfillments ?? []).map((shipment) => ({
        status: shipment.shipment_status ?? shipment.status,
        carrier: shipment.carrier ?? shipment.tracking_company,
        trackingNumber: shipment.tracking_number,
        url: shipment.tracking_url ?? shipment.tracking_urls?.[0] ?? null,
        updatedAt: toIsoDate(shipment.updated_at),
      })),
      refunds: (order.refunds ?? []).map((refund) => ({
        at: toIsoDate(refund.at ?? refund.processed_at ?? refund.created_at),
        amount: refund.amount,
        note: refund.note || null,
      })),
      statusUrl: order.order_status_url ?? order.status_url,
      ...toAddress(order.shipping_address ?? order.shippingAddress),
    },
  ];
}

function hasOrders(data: unknown): data is { orders: unknown[] } {
  return typeof data === 'object' && data !== null && 'orders' in data && Array.isArray(data.orders);
}

/** Shopify's `name` is the title and the variant with a dash between. */
function variantIn(name: string | null, title: string | null): string | null {
  return name !== null && title !== null && name.startsWith(`${title} - `)
    ? name.slice(title.length + 3)
    : null;
}
