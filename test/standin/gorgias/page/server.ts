import { useEffect, useState } from 'react';
import type { SubmitBody, TicketRow, TicketView } from './boot';

/** The page talks to its server only below `/standin/`, so every `/api/` request in the audit log is somebody else's. */
const events = new EventSource('/standin/events');

export function onEvent<T>(name: string, listener: (data: T) => void): () => void {
  const parse = (event: MessageEvent<string>) => listener(JSON.parse(event.data) as T);
  events.addEventListener(name, parse);
  return () => events.removeEventListener(name, parse);
}

async function load<T>(path: string): Promise<T | null> {
  const response = await fetch(path);
  return response.ok ? ((await response.json()) as T) : null;
}

export async function submit(ticketId: number, body: SubmitBody): Promise<void> {
  const response = await fetch(`/standin/tickets/${ticketId}/submit`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The message was not sent: ${response.status}`);
}

/** Rows of the list, fresh after every change. */
export function useRows(): TicketRow[] {
  const [rows, setRows] = useState<TicketRow[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const loaded = await load<TicketRow[]>('/standin/tickets');
      if (isCurrent && loaded) setRows(loaded);
    };
    void read();
    const stop = onEvent('ticket', () => void read());
    return () => {
      isCurrent = false;
      stop();
    };
  }, []);
  return rows;
}

/** `undefined`: under way, `null`: there is no such ticket. */
export function useTicket(ticketId: number): TicketView | null | undefined {
  const [ticket, setTicket] = useState<TicketView | null | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const loaded = await load<TicketView>(`/standin/tickets/${ticketId}`);
      if (isCurrent) setTicket(loaded);
    };
    setTicket(undefined);
    void read();
    const stop = onEvent<{ id: number }>('ticket', ({ id }) => {
      if (id === ticketId) void read();
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, [ticketId]);
  // While the next ticket loads, the state still holds the last one.
  return ticket && ticket.id !== ticketId ? undefined : ticket;
}
