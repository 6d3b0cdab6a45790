import type { TicketMask } from '@/lib/privacy/ticket-mask';
import type { Ticket } from '@/lib/ticket/ticket';
import type { PanelDeps } from '../deps';

export type MaskOf = (ticket: Ticket) => Promise<TicketMask>;

/** One mask a ticket for as long as the settings ask for the same of it. */
export function createMasks(deps: Pick<PanelDeps, 'maskFor' | 'settings'>): MaskOf {
  const masks = new WeakMap<Ticket, { orderNames: boolean; mask: Promise<TicketMask> }>();
  return (ticket) => {
    const orderNames = deps.settings().maskOrders;
    const known = masks.get(ticket);
    if (known?.orderNames === orderNames) return known.mask;
    const mask = deps.maskFor(ticket, { orderNames });
    masks.set(ticket, { orderNames, mask });
    return mask;
  };
}

/** How many values the mask has taken out by now. */
export function countMasked({ vault }: TicketMask): number {
  return Object.values(vault.counts()).reduce((sum, count) => sum + count, 0);
}
