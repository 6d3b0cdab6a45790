import type { Order, Ticket } from '@/lib/ticket/ticket';
import type { Source } from '../session/session-state';

export interface LedgerInput {
  sources: readonly Source[];
  ticket: Ticket;
  order: Order | null;
  audience: 'public' | 'internal';
  /** JSON values known to the agent beyond the ticket's orders; a string is a fact in words. */
  facts?: readonly unknown[];
}

/** Internal notes are no ground for words to the customer. */
export function messagesFor({ ticket, audience }: Pick<LedgerInput, 'ticket' | 'audience'>) {
  return ticket.messages.filter((message) => audience === 'internal' || message.visibility === 'public');
}
