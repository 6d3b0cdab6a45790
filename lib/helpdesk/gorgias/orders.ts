import type { Order } from '@/lib/ticket/ticket';
import { toOrder } from '../order-json';

/**
 * Orders of every shop that the customer object carries, newest first. The blob may be absent, empty, or hold another
 * tool's data or error: an empty result says nothing about the customer's orders.
 */
export function readOrders(integrations: unknown): Order[] {
  if (typeof integrations !== 'object' || integrations === null) return [];
  const shops = Object.values(integrations).filter(isShop);
  const orders = shops.flatMap((shop) => (Array.isArray(shop.orders) ? shop.orders.flatMap(toOrder) : []));
  return orders.sort((a, b) => Date.parse(b.placedAt ?? '') - Date.parse(a.placedAt ?? '') || 0);
}

function isShop(value: unknown): value is { orders?: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    '__integration_type__' in value &&
    value.__integration_type__ === 'shopify'
  );
}
