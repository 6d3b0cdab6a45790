import { describe, expect, it } from 'vitest';
import type { Source } from '@/lib/draft/session/session-state';
import type { Need } from '@/lib/ticket/need';
import { aMessage, anOrder, aTicket } from '@/test/support/draft-fixtures';
import { toPlainText } from '../reply/write-reply';
import { type HandOff, type HandOffWords, handOffNote } from './hand-off-note';

const words: HandOffWords = {
  name: 'Note',
  asks: 'Asks:',
  facts: 'Facts:',
  tried: 'Tried:',
  found: 'Found:',
  missing: 'Missing:',
  angry: 'angry',
  worried: 'worried',
  nothingTried: 'nothing yet',
  noArticle: 'no article answers this',
  near: (titles) => `Nearest: ${titles}`,
  replies: (count, last) => `${count} replies, last ${last}`,
  ordered: (on) => `ordered ${on}`,
  delivered: (on) => `delivered ${on}`,
  day: (iso) => iso.slice(0, 10),
  list: (items) => items.join('; '),
};
const need: Need = {
  asks: [
    { text: 'Can I have my money back?', quote: null },
    { text: 'I want a new pump', quote: null },
  ],
  language: 'en',
  orderNames: ['HP-1042'],
  missing: ['serial number'],
  tone: 'angry',
  cautions: [],
  edited: false,
};
const source = (title: string) => ({ title }) as Source;

const note = (change: Partial<HandOff> = {}) =>
  toPlainText(
    handOffNote({ ticket: aTicket(), need, sources: [], evidence: 'none', ...change }, words),
  ).split('\n\n');

describe('the note of a hand-off', () => {
  it('tells what is asked, known, tried, found and missing, a paragraph each', () => {
    const pump = { title: 'Pump', variant: null, sku: null, quantity: 2, price: null };
    const ticket = aTicket({
      orders: [anOrder({ items: [pump], placedAt: '2026-11-03T10:00:00Z', total: '59.90', currency: 'EUR' })],
      messages: [
        aMessage(),
        aMessage({ id: '2', author: { role: 'agent', name: 'Maya' }, sentAt: '2026-11-25T08:00:00Z' }),
        aMessage({ id: '3', author: { role: 'agent', name: 'Maya' }, visibility: 'internal' }),
      ],
    });
    expect(note({ ticket, sources: [source('Pumps')] })).toEqual([
      'Asks: Can I have my money back? I want a new pump.',
      'Facts: Ann Lee, angry. HP-1042, 2 × Pump, 59.90 EUR, ordered 2026-11-03.',
      'Tried: 1 replies, last 2026-11-25.',
      'Found: No article answers this. Nearest: “Pumps”.',
      'Missing: Serial number.',
    ]);
  });

  it('names the articles alone where they answer, and no more than help', () => {
    const sources = ['One', 'Two', 'Three', 'Four', 'Five'].map(source);
    expect(note({ sources, evidence: 'strong' })).toContain('Found: “One”; “Two”; “Three”; “Four”.');
  });

  it('leaves out what it does not know', () => {
    const ticket = aTicket({
      customer: { id: null, name: null, email: null, phone: null, locale: null, note: null },
    });
    expect(note({ ticket, need: null, evidence: null })).toEqual(['Asks: Refund.', 'Tried: Nothing yet.']);
  });
});
