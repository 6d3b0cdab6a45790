import { useEffect, useState } from 'react';
import type { TicketRow, TicketView } from './boot';

const waiting = new Map<number, Set<() => void>>();

/** Listens to the server for changed tickets; started once by the shell. */
export function listenForPushes(signal: AbortSignal): void {
  const source = new EventSource('/standin/events');
  source.addEventListener('ticket', (event) => {
    const { id } = JSON.parse(event.data) as { id: number };
    for (const reload of waiting.get(id) ?? []) reload();
  });
  signal.addEventListener('abort', () => source.close());
}

export function useTicket(id: number): TicketView | null {
  const [ticket, setTicket] = useState<TicketView | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const load = () => {
      fetch(`/standin/tickets/${id}`, { signal: abort.signal })
        .then((answer) => (answer.ok ? (answer.json() as Promise<TicketView>) : null))
        .then((loaded) => loaded && setTicket(loaded))
        .catch((error: unknown) => {
          if (!abort.signal.aborted) throw error;
        });
    };
    const set = waiting.get(id) ?? new Set();
    waiting.set(id, set.add(load));
    load();
    return () => {
      abort.abort();
      set.delete(load);
    };
  }, [id]);
  return ticket;
}

export function useTicketRows(): TicketRow[] {
  const [rows, setRows] = useState<TicketRow[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    fetch('/standin/tickets', { signal: abort.signal })
      .then((answer) => answer.json() as Promise<TicketRow[]>)
      .then(setRows)
      .catch((error: unknown) => {
        if (!abort.signal.aborted) throw error;
      });
    return () => abort.abort();
  }, []);
  return rows;
}
