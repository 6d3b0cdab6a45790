import type { SeedAddress, SeedOrder } from '../../contract';
import { hashOf } from '../../core/random';
import type { CustomerRecord } from '../records';

/** A stable Shopify-like number of 13 digits. */
function shopifyId(of: string): number {
  return 7_000_000_000_000 + hashOf(of) * 100;
}

/** Shopify writes local time of the shop with its offset; the shop is in winter time of Berlin. */
function shopTime(at: string): string {
  return `${new Date(Date.parse(at) + 3_600_000).toISOString().slice(0, 19)}+01:00`;
}

const fulfilments = {
  fulfilled: 'fulfilled',
  partial: 'partial',
  unfulfilled: null,
  cancelled: null,
} as const;
const shipmentResults = {
  failure: 'failure',
  delivered: 'success',
  in_transit: 'success',
  out_for_delivery: 'success',
};

/** One order as Shopify's REST API writes it, which is what Gorgias keeps in `customer.integrations`. */
export function shopifyOrder(
  order: SeedOrder,
  customer: CustomerRecord,
  domain: string,
): Record<string, unknown> {
  const id = shopifyId(order.name);
  const [firstName, lastName] = splitName(customer.name);
  const address = order.shippingAddress && addressOf(order.shippingAddress, firstName, lastName);
  return {
    id,
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    name: order.name,
    order_number: Number(order.name.replace(/\D/g, '')) || id,
    created_at: shopTime(order.placedAt),
    updated_at: shopTime(order.shipments.at(-1)?.updatedAt ?? order.placedAt),
    cancelled_at: order.cancelledAt ? shopTime(order.cancelledAt) : null,
    cancel_reason: order.cancelledAt ? 'customer' : null,
    closed_at: null,
    financial_status: order.financial,
    fulfillment_status: fulfilments[order.fulfilment],
    currency: order.currency,
    total_price: order.total,
    total_tax: ((Number(order.total) * 19) / 119).toFixed(2),
    contact_email: customer.email,
    order_status_url: `https://${domain}/${id}/orders/${hashOf(order.name).toString(16)}/authenticate`,
    referring_site: '',
    tags: '',
    note: null,
    line_items: order.items.map((item, index) => ({
      id: id + index + 1,
      product_id: shopifyId(item.title),
      variant_id: shopifyId(item.sku),
      sku: item.sku,
      title: item.title,
      variant_title: item.variant ?? null,
      name: item.variant ? `${item.title} - ${item.variant}` : item.title,
      quantity: item.quantity,
      price: item.price,
      fulfillment_status: fulfilments[order.fulfilment],
      requires_shipping: true,
    })),
    fulfillments: order.shipments.map((shipment, index) => ({
      id: id + 50 + index,
      status: shipmentResults[shipment.status],
      shipment_status: shipment.status,
      tracking_company: shipment.carrier,
      tracking_number: shipment.number,
      tracking_numbers: [shipment.number],
      tracking_url: shipment.url ?? null,
      tracking_urls: shipment.url ? [shipment.url] : [],
      updated_at: shopTime(shipment.updatedAt),
    })),
    refunds: order.refunds.map((refund, index) => ({
      id: id + 80 + index,
      created_at: shopTime(refund.at),
      processed_at: shopTime(refund.at),
      note: refund.note ?? '',
      transactions: [{ kind: 'refund', status: 'success', amount: refund.amount, currency: order.currency }],
    })),
    ...(address && { shipping_address: address, billing_address: address }),
  };
}

export function shopifyCustomer(customer: CustomerRecord): Record<string, unknown> {
  const [firstName, lastName] = splitName(customer.name);
  return {
    id: shopifyId(customer.name),
    email: customer.email,
    first_name: firstName,
    last_name: lastName,
    orders_count: customer.orders.length,
    tags: '',
    note: '',
    default_address: customer.address ? addressOf(customer.address, firstName, lastName) : null,
  };
}

export function splitName(name: string): [first: string, last: string] {
  const [first = '', ...rest] = name.split(' ');
  return [first, rest.join(' ')];
}

function addressOf(address: SeedAddress, firstName: string, lastName: string): Record<string, unknown> {
  return {
    first_name: firstName,
    last_name: lastName,
    address1: address.line1,
    address2: address.line2 ?? null,
    city: address.city,
    zip: address.zip,
    country_code: address.country,
  };
}
