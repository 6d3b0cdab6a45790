import type { ApiGet, HelpdeskReader, ReadFailure } from '@/lib/helpdesk/contract';
import type { Clock } from '@/lib/platform/clock';
import { ok, type Result } from '@/lib/result';
import type { TabClient } from '@/lib/rpc/client';
import type { Ticket } from '@/lib/ticket/ticket';
import type { PanelDeps } from '../deps';
import type { OpenHelpdeskTicket } from './connection';

export interface TicketSource {
  client: TabClient;
  get: ApiGet;
  reader: HelpdeskReader;
  open: OpenHelpdeskTicket;
}

/** Failures that the page itself may make up for: the API said no, the ticket is on screen all the same. */
const pageCanHelp = new Set<ReadFailure['code']>([
  'forbidden',
  'not-json',
  'server',
  'unexpected-shape',
  'rate-limited',
  'signed-out',
  'not-found',
  'network',
]);

/**
 * The ticket from the helpdesk's API; where that is refused, from its page, every field marked so. What the customer
 * writes in goes before what the helpdesk thinks they speak.
 */
export async function readTicket(
  source: TicketSource,
  { clock, detectLanguage }: Pick<PanelDeps, 'clock' | 'detectLanguage'>,
  signal: AbortSignal,
): Promise<Result<Ticket, ReadFailure>> {
  const read = await readApiOrPage(source, clock, signal);
  if (!read.ok || signal.aborted) return read;
  const ticket = read.value;
  // Not known is no failure: the helpdesk's own word stands. That the worker failed is told when a draft needs it.
  const language = await detectLanguage(ticket.messages).catch(() => null);
  if (language === null) return read;
  return ok({ ...ticket, language, provenance: { ...ticket.provenance, language: 'derived' } });
}

async function readApiOrPage(
  source: TicketSource,
  clock: Clock,
  signal: AbortSignal,
): Promise<Result<Ticket, ReadFailure>> {
  const read = await source.reader.readTicket(source.open, source.get, clock.now, signal);
  if (read.ok || signal.aborted || !pageCanHelp.has(read.error.code)) return read;
  const snapshot = await source.client.call('page.snapshot', { ticketId: source.open.ticketId }, signal);
  if (!snapshot.ok || !snapshot.value || snapshot.value.messages.length === 0) return read;
  return ok(source.reader.fromPage(source.open, snapshot.value, clock.now));
}

/** The newest message of the customer that `before` does not have, or `null`. */
export function newCustomerMessage(before: Ticket, after: Ticket) {
  // Ids from the API and ids made from the page do not compare.
  if (before.id !== after.id || before.provenance.messages !== after.provenance.messages) return null;
  const known = new Set(before.messages.map((message) => message.id));
  const isNew = (message: Ticket['messages'][number]) =>
    message.author.role === 'customer' && !known.has(message.id);
  return after.messages.filter(isNew).at(-1) ?? null;
}
