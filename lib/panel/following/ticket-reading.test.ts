import { describe, expect, it } from 'vitest';
import type { HelpdeskReader } from '@/lib/helpdesk/contract';
import { systemClock } from '@/lib/platform/clock';
import { ok } from '@/lib/result';
import { detectLanguage } from '@/lib/ticket/language';
import type { Ticket } from '@/lib/ticket/ticket';
import { aMessage, aTicket } from '@/test/support/draft-fixtures';
import { readTicket, type TicketSource } from './ticket-reading';

const { signal } = new AbortController();

async function read(ticket: Ticket, detect: (messages: Ticket['messages']) => Promise<string | null>) {
  const reader = { readTicket: async () => ok(ticket) } as unknown as HelpdeskReader;
  const source = { reader, open: { kind: 'ticket' } } as unknown as TicketSource;
  const result = await readTicket(source, { clock: systemClock, detectLanguage: detect }, signal);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('the language of a ticket', () => {
  const swedish = aTicket({ language: 'sv', provenance: { ...aTicket().provenance, language: 'api' } });
  const detect = async (messages: Ticket['messages']) => detectLanguage(messages);

  it('is what the customer writes in, whatever the helpdesk thinks', async () => {
    const words = 'Guten Tag, wo bleibt meine Bestellung? Ich warte schon seit zwei Wochen.';
    const ticket = await read({ ...swedish, messages: [aMessage({ text: words })] }, detect);
    expect(ticket.language).toBe('de');
    expect(ticket.provenance.language).toBe('derived');
  });

  it('is what the helpdesk says where the words do not tell it, or cannot be looked at', async () => {
    const ticket = { ...swedish, messages: [aMessage({ text: 'ok' })] };
    for (const each of [detect, () => Promise.reject(new Error('The draft worker failed'))]) {
      const found = await read(ticket, each);
      expect(found.language).toBe('sv');
      expect(found.provenance.language).toBe('api');
    }
  });
});
