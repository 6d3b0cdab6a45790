import type { Order } from '@/lib/ticket/ticket';

const marketNames: Readonly<Record<string, readonly string[]>> = {
  GBP: ['UK', 'GB'],
  USD: ['US', 'USA'],
  EUR: ['EU'],
};
export const knownMarkets: ReadonlySet<string> = new Set(Object.values(marketNames).flat());

/** Names of the market an order was placed in, told by its currency; empty when it does not tell. */
export function marketOf(order: Pick<Order, 'currency'> | null): readonly string[] {
  return marketNames[order?.currency?.toUpperCase() ?? ''] ?? [];
}
