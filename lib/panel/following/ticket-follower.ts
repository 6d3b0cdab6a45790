import type { Clock } from '@/lib/platform/clock';
import { createTabClient } from '@/lib/rpc/client';
import { type Ticket, ticketKey } from '@/lib/ticket/ticket';
import type { PanelDeps } from '../deps';
import type { Reading } from '../panel-state';
import { type Connection, isSameTicket } from './connection';
import { followTab } from './follow-tab';
import { readTicket, type TicketSource } from './ticket-reading';

/** Gathers the several changes that one new message makes on the page into one look at the ticket. */
const rereadPauseMs = 600;

export interface FollowerEvents {
  onConnection(connection: Connection): void;
  onReading(reading: Reading): void;
  /** Another ticket (or none) is on screen. The session of a ticket is loaded before this resolves. */
  onTurn(ticketKey: string | null): Promise<void>;
  onTicket(ticketKey: string, ticket: Ticket, source: TicketSource): void;
  onSubmitted(ticketId: string): void;
}

export interface TicketFollower {
  /** How the ticket on screen is reached; `null` without one. */
  source(): TicketSource | null;
  tabId(): number | null;
  readAgain(): void;
}

/** Keeps reading whichever ticket is on screen in one window, and only that one. */
export function followTickets(
  windowId: number,
  deps: PanelDeps,
  events: FollowerEvents,
  signal: AbortSignal,
): TicketFollower {
  let connection: Connection = { state: 'looking' };
  let source: TicketSource | null = null;
  let reading = new AbortController();
  let pause = new AbortController();

  const read = async () => {
    const from = source;
    if (!from) return;
    reading.abort();
    reading = new AbortController();
    const mine = reading.signal;
    events.onReading({ state: 'reading' });
    const either = AbortSignal.any([signal, mine]);
    const ticket = await readTicket(from, deps, either);
    // What was read and what is drawn of it are two tasks: a key that comes in between is not kept waiting for both.
    await deps.clock.sleep(0, either);
    if (mine.aborted || signal.aborted) return;
    if (!ticket.ok) return events.onReading({ state: 'failed', failure: ticket.error });
    events.onReading({ state: 'read', at: ticket.value.readAt });
    events.onTicket(ticketKey(ticket.value), ticket.value, from);
  };

  const turnTo = async (next: Connection) => {
    const before = connection;
    connection = next;
    events.onConnection(next);
    // A tab that is being looked at may turn out to show the same ticket: nothing is thrown away before that is known.
    if (next.state === 'looking' || (source && isSameTicket(before, next))) return;
    reading.abort();
    pause.abort();
    source = next.state === 'ticket' ? sourceOf(next, deps) : null;
    const key = next.state === 'ticket' ? keyOf(next) : null;
    events.onReading(key ? { state: 'reading' } : { state: 'idle' });
    const mine = source;
    await events.onTurn(key);
    if (mine && source === mine) await read();
  };

  const readSoon = (ticketId: string) => {
    if (ticketId !== source?.open.ticketId) return;
    pause.abort();
    pause = new AbortController();
    void after(rereadPauseMs, deps.clock, AbortSignal.any([signal, pause.signal]), read);
  };

  followTab(
    windowId,
    { onConnection: (next) => void turnTo(next), onActivity: readSoon, onSubmitted: events.onSubmitted },
    signal,
  );
  return {
    source: () => source,
    tabId: () => (connection.state === 'ticket' ? connection.tabId : null),
    readAgain: () => void read(),
  };
}

type TicketConnection = Extract<Connection, { state: 'ticket' }>;

function sourceOf({ tabId, open }: TicketConnection, deps: PanelDeps): TicketSource {
  const client = createTabClient(tabId);
  return { client, open, get: deps.apiGet(client), reader: deps.readerOf(open.helpdesk) };
}

function keyOf({ open }: TicketConnection): string {
  return ticketKey({ helpdesk: open.helpdesk, account: open.account, id: open.ticketId });
}

/** Does `work` after a pause, unless `signal` fires first. */
export async function after(
  ms: number,
  clock: Clock,
  signal: AbortSignal,
  work: () => void | Promise<void>,
): Promise<void> {
  await clock.sleep(ms, signal);
  if (!signal.aborted) await work();
}
