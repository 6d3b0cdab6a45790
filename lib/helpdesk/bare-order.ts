import type { Order } from '@/lib/ticket/ticket';

/** An order of which only the name is known. */
export function bareOrder(name: string): Order {
  return {
    name,
    placedAt: null,
    currency: null,
    total: null,
    financialStatus: null,
    fulfilmentStatus: null,
    cancelledAt: null,
    items: [],
    shipments: [],
    refunds: [],
    statusUrl: null,
  };
}
