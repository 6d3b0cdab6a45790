import type { SeedMessage, SeedTicket } from '../../standin/contract';
import { loadSeed } from '../../standin/seed/load-seed';

/** A mail of the demo store's first customer, for a stage that needs one of its own. */
export function mailFromCustomer(
  id: number,
  subject: string,
  message: Pick<SeedMessage, 'text' | 'html'>,
): SeedTicket {
  return {
    id,
    subject,
    channel: 'email',
    status: 'open',
    customerId: loadSeed().tickets[0]!.customerId,
    tags: [],
    messages: [{ from: 'customer', visibility: 'public', at: '2026-11-24T08:00:00Z', ...message }],
  };
}
