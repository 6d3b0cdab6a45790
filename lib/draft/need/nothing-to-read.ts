import type { Ticket } from '@/lib/ticket/ticket';
import type { DraftFailure } from '../session/session-state';

/** Why a ticket holds no words to answer; `null`: it holds some. */
export function nothingToRead(ticket: Ticket): DraftFailure | null {
  const customers = ticket.messages.filter(
    (message) => message.visibility === 'public' && message.author.role !== 'agent',
  );
  if (customers.some((message) => message.text.trim() !== '')) return null;
  const attachments = customers.flatMap((message) => message.attachments.map((file) => file.name));
  // A subject alone can be answered; an attachment alone was not opened.
  if (attachments.length === 0 && ticket.subject.trim() !== '') return null;
  return { kind: 'nothing-to-read', attachments };
}
