import type { Order, Ticket } from '@/lib/ticket/ticket';
import type { EvidencePlace } from '../../claim';
import { orderText, passageText } from '../../prompt/prompt-parts';
import type { Source } from '../../session/session-state';
import { messagesFor } from '../input';

/** A text that sentences are held against, as it is sent and as it stands here. */
export interface TextToReadBy {
  /** What an answer names it by: `P2`, `O1`, `M3`. */
  id: string;
  /** As sent, with the line that tells what it is. */
  written: string;
  /** Its words alone, as sent. */
  given: string;
  /** As it stands here. */
  original: string;
  place: EvidencePlace;
}

/** Makes a text when its turn comes: making it inert and masking it costs a millisecond or two. */
export type TextMaker = () => TextToReadBy;

/** Passages that a public reply may stand on: those cited, then, for sentences that cite none, the others by rank. */
export function passagesToReadBy(
  sources: readonly Source[],
  cited: ReadonlySet<number>,
  { withOthers, audience }: { withOthers: boolean; audience: 'public' | 'internal' },
  inert: (text: string) => string,
): TextMaker[] {
  const open = sources.filter((source) => audience === 'internal' || source.audience === 'public');
  const others = withOthers
    ? open.filter((source) => !cited.has(source.number) && source.inForce && !source.gone)
    : [];
  return [...open.filter(({ number }) => cited.has(number)), ...others].map((source) => () => {
    const id = `P${source.number}`;
    const shown = {
      ...source,
      title: inert(source.title),
      headingPath: source.headingPath.map(inert),
      text: inert(source.text).trim(),
    };
    return {
      id,
      written: passageText(shown, id),
      given: shown.text,
      original: source.text,
      place: { kind: 'source', number: source.number, field: 'text' },
    };
  });
}

export function ordersToReadBy(orders: readonly Order[], quote: (text: string) => string): TextMaker[] {
  return orders.map((order, index) => () => {
    const id = `O${index + 1}`;
    const original = orderText(order);
    const given = quote(original);
    const place = { kind: 'order', name: order.name, field: '' } as const;
    return { id, written: `[${id}] ${given}`, given, original, place };
  });
}

/** What was written in the ticket, newest first. */
export function messagesToReadBy(
  ticket: Ticket,
  audience: 'public' | 'internal',
  quote: (text: string) => string,
): TextMaker[] {
  return messagesFor({ ticket, audience })
    .filter(({ text }) => text.trim() !== '')
    .map((message, index) => () => {
      const id = `M${index + 1}`;
      const who = { agent: 'Agent', customer: 'Customer', bot: 'Bot', system: 'System', unknown: 'Someone' }[
        message.author.role
      ];
      const given = quote(message.text).trim();
      const place = { kind: 'message', id: message.id } as const;
      return { id, written: `[${id}] ${who}:\n${given}`, given, original: message.text, place };
    })
    .reverse();
}
