import type { EvidenceLevel } from '@/lib/search/contract';
import type { Need } from '@/lib/ticket/need';
import type { Order, Ticket } from '@/lib/ticket/ticket';
import { chosenOrder } from '../need/order-names';
import type { Block, DraftDocument } from '../reply/document';
import type { Source } from '../session/session-state';

/** The note is read by colleagues: its words are those of the screen, not the customer's language. */
export interface HandOffWords {
  /** Stands where a draft names who wrote it. */
  readonly name: string;
  readonly asks: string;
  readonly facts: string;
  readonly tried: string;
  readonly found: string;
  readonly missing: string;
  readonly angry: string;
  readonly worried: string;
  readonly nothingTried: string;
  readonly noArticle: string;
  /** Articles that come near, by title. */
  near(titles: string): string;
  replies(count: number, last: string): string;
  ordered(on: string): string;
  delivered(on: string): string;
  /** Of an ISO 8601 time, as the screen writes days. */
  day(iso: string): string;
  list(words: readonly string[]): string;
}

export interface HandOff {
  readonly ticket: Ticket;
  readonly need: Need | null;
  readonly sources: readonly Source[];
  /** `null`: nothing was searched yet. */
  readonly evidence: EvidenceLevel | null;
}

/** More titles than this are no help to whoever reads the note. */
const mostTitles = 4;

/**
 * What a colleague must know to go on: what is asked, what is known, what was answered so far, what the articles say,
 * what is missing. Only words of the ticket, its order and titles; a line with nothing to say is left out.
 */
export function handOffNote(
  { ticket, need, sources, evidence }: HandOff,
  words: HandOffWords,
): DraftDocument {
  const order = chosenOrder(ticket.orders, need?.orderNames ?? []);
  const asks = need?.asks.map((ask) => sentence(ask.text)) ?? [];
  const line = (label: string, parts: readonly (string | null)[]): Block[] => {
    const text = parts.filter((part) => part !== null && part !== '').join(' ');
    if (text === '') return [];
    return [{ type: 'paragraph', content: [{ text: label, bold: true }, { text: ` ${text}` }] }];
  };
  return {
    blocks: [
      ...line(words.asks, asks.length > 0 ? asks : [sentence(ticket.subject)]),
      ...line(words.facts, [customerFacts(ticket, need, words), order && orderFacts(order, words)]),
      ...line(words.tried, [replyFacts(ticket, words)]),
      ...line(words.found, [evidence === null ? null : articleFacts(sources, evidence, words)]),
      ...line(words.missing, [need && need.missing.length > 0 ? sentence(words.list(need.missing)) : null]),
    ],
  };
}

function customerFacts(ticket: Ticket, need: Need | null, words: HandOffWords): string | null {
  const tone = need?.tone === 'angry' || need?.tone === 'worried' ? words[need.tone] : null;
  const parts = [ticket.customer?.name ?? null, tone].filter((part) => part !== null);
  return parts.length > 0 ? sentence(parts.join(', ')) : null;
}

function orderFacts(order: Order, words: HandOffWords): string {
  const items = order.items.map(({ title, quantity }) => (quantity > 1 ? `${quantity} × ${title}` : title));
  const arrival = order.shipments.find(({ status }) => status === 'delivered')?.updatedAt;
  const total = order.total && [order.total, order.currency].filter(Boolean).join(' ');
  return sentence(
    [
      order.name,
      items.length > 0 ? words.list(items) : null,
      total,
      order.placedAt && words.ordered(words.day(order.placedAt)),
      arrival && words.delivered(words.day(arrival)),
    ]
      .filter(Boolean)
      .join(', '),
  );
}

function replyFacts({ messages }: Ticket, words: HandOffWords): string {
  const replies = messages.filter(
    ({ author, visibility }) => author.role === 'agent' && visibility === 'public',
  );
  const last = replies.at(-1)?.sentAt;
  return sentence(
    replies.length === 0 ? words.nothingTried : words.replies(replies.length, last ? words.day(last) : ''),
  );
}

function articleFacts(sources: readonly Source[], evidence: EvidenceLevel, words: HandOffWords): string {
  const titles = words.list(sources.slice(0, mostTitles).map(({ title }) => `“${title}”`));
  if (evidence === 'strong') return sentence(titles);
  return [sentence(words.noArticle), sources.length > 0 ? sentence(words.near(titles)) : ''].join(' ').trim();
}

function sentence(text: string): string {
  const words = text.trim().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return words === '' || /[.!?…。！？؟]["”»]?$/u.test(words) ? words : `${words}.`;
}
