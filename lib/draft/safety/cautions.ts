import { findCards } from '@/lib/privacy/detectors/accounts';
import { findKeys, findPasswords } from '@/lib/privacy/detectors/secrets';
import type { Caution } from '@/lib/ticket/need';
import type { Ticket } from '@/lib/ticket/ticket';
import { findInstructionLike } from './instruction-like';

/** A hint for a person, not a defence: of a ticket of megabytes the newest part is enough. UTF-16 units. */
const mostRead = 40_000;

/**
 * What the agent should know of the customer's own words: what speaks to the software that reads it, and secrets that
 * the customer should have changed. Internal notes and agents' messages are not the customer's.
 */
export function findCautions(ticket: Pick<Ticket, 'subject' | 'messages'>): Caution[] {
  const texts: { messageId: string | null; text: string }[] = [];
  let left = mostRead;
  for (const message of ticket.messages.toReversed()) {
    if (message.visibility === 'internal' || message.author.role === 'agent') continue;
    if (message.text.length > left) break;
    left -= message.text.length;
    texts.unshift({ messageId: message.id, text: message.text });
  }
  texts.unshift({ messageId: null, text: ticket.subject });
  return texts.flatMap(({ messageId, text }) => inText(text).map((caution) => ({ ...caution, messageId })));
}

function inText(text: string): Omit<Caution, 'messageId'>[] {
  const as = (about: Caution['about'], found: readonly { start: number; end: number }[]) =>
    found.map(({ start, end }) => ({ about, start, end }));
  return [
    ...as('machine', findInstructionLike(text)),
    ...as('password', findPasswords(text)),
    ...as('key', findKeys(text)),
    ...as('card', findCards(text)),
  ].sort((a, b) => a.start - b.start);
}
