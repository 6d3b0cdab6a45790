import type { Ask, Need } from '@/lib/ticket/need';
import type { Message, Ticket } from '@/lib/ticket/ticket';
import { findCautions } from '../safety/cautions';
import { wordsOf } from '../words/fold';
import { detectLanguage, isSmallWord, primaryLanguage } from '../words/language';
import {
  aboutOrder,
  angry,
  empty,
  happy,
  problem,
  questionStart,
  request,
  worried,
} from '../words/request-cues';
import { type Span, splitSentences } from '../words/sentences';
import { findOrderNames } from './order-names';

const mostAsks = 6;
const mostEarlier = 800;
/** A question with fewer words, none of them telling ("Is that possible?") is quoted with the sentence before it. */
const fewWords = 5;

/** What the latest burst of customer messages is about, each ask quoted at its exact place. */
export function deriveNeed(ticket: Ticket): Need {
  const bursts = customerBursts(ticket);
  const latest = bursts.at(-1) ?? [];
  let asks: Ask[] = [];
  // "Sure, it is Ann Lee, 19031" answers us and asks nothing: then the question before it is still open.
  for (let index = bursts.length - 1; index >= 0 && asks.length === 0; index -= 1)
    asks = findAsks(bursts[index]!, 'cued');
  if (asks.length === 0) asks = findAsks(latest, 'any');
  if (asks.length === 0 && ticket.subject.trim() !== '' && latest.length > 0) {
    asks = [{ text: ticket.subject.trim(), quote: null }];
  }
  const latestText = latest.map((message) => message.text).join('\n');
  const allText = bursts
    .flat()
    .map((message) => message.text)
    .join('\n');
  const orderNames = findOrderNames(ticket, bursts);
  const needsOrder =
    orderNames.length === 0 && ticket.orders.length === 0 && aboutOrder.test(`${ticket.subject}\n${allText}`);
  return {
    asks,
    language:
      detectLanguage(latestText) ??
      primaryLanguage(ticket.language) ??
      detectLanguage(allText) ??
      primaryLanguage(ticket.customer.locale),
    orderNames,
    missing: needsOrder ? ['order number'] : [],
    tone: toneOf(latestText),
    cautions: findCautions(ticket),
    edited: false,
  };
}

/** Runs of customer messages that no agent's public reply interrupts, oldest first. */
export function customerBursts(ticket: Pick<Ticket, 'messages'>): Message[][] {
  const bursts: Message[][] = [];
  let open: Message[] | null = null;
  for (const message of ticket.messages) {
    if (message.visibility === 'internal') continue;
    if (message.author.role === 'agent') open = null;
    if (message.author.role !== 'customer' && message.author.role !== 'unknown') continue;
    if (message.text.trim() === '') continue;
    if (open === null) {
      open = [];
      bursts.push(open);
    }
    open.push(message);
  }
  return bursts;
}

/** What the customer wrote before an agent's last answer: in a chat the matter was named some messages ago. */
export function earlierWords(ticket: Pick<Ticket, 'messages'>): string {
  const earlier = customerBursts(ticket).slice(0, -1).flat();
  return earlier
    .map((message) => message.text)
    .join('\n')
    .slice(-mostEarlier);
}

function findAsks(messages: readonly Message[], which: 'cued' | 'any'): Ask[] {
  const asks: Ask[] = [];
  for (const message of messages) {
    const sentences = joinWrapped(message.text, splitSentences(message.text));
    for (const [index, whole] of sentences.entries()) {
      const marker =
        /^(?:[-*•–]|\d{1,2}[.)])\s+/u.exec(message.text.slice(whole.start, whole.end))?.[0].length ?? 0;
      const sentence = { start: whole.start + marker, end: whole.end };
      const text = message.text.slice(sentence.start, sentence.end);
      if (empty.test(text) || !/\p{L}{2}/u.test(text)) continue;
      if (which === 'cued' && !isAsk(text)) continue;
      const before = sentences[index - 1];
      const short =
        before !== undefined && /[?？]/u.test(text) && wordCount(text) < fewWords && tellingWords(text) < 2;
      const start =
        short && !empty.test(message.text.slice(before.start, before.end)) ? before.start : sentence.start;
      const previous = asks.at(-1);
      if (previous?.quote?.messageId === message.id && previous.quote.end > start) asks.pop();
      const from =
        previous?.quote?.messageId === message.id && previous.quote.end > start
          ? previous.quote.start
          : start;
      asks.push({
        text: message.text.slice(from, sentence.end).replace(/\s+/gu, ' '),
        quote: { messageId: message.id, start: from, end: sentence.end },
      });
    }
  }
  // With no cue at all the first two sentences carry the matter.
  return which === 'any' ? asks.slice(0, 2) : prefer(asks);
}

/** Questions before wishes before complaints, when there are more than a reply can answer. */
function prefer(asks: readonly Ask[]): Ask[] {
  const questions = asks.filter(
    (ask) => /[?？]/u.test(ask.text) || questionStart.test(ask.text) || request.test(ask.text),
  );
  const kept = questions.length > 0 && asks.length > mostAsks ? questions : asks;
  return kept.slice(0, mostAsks);
}

function isAsk(sentence: string): boolean {
  const text = sentence.replaceAll('’', "'");
  return (
    /[?？؟]["'”’»)\]]*$/u.test(text) ||
    questionStart.test(afterCondition(text)) ||
    request.test(text) ||
    problem.test(text)
  );
}

/** "And if it is a return, until when?" asks after its comma. */
function afterCondition(text: string): string {
  return text.replace(/^(?:\p{L}+ )?(?:if|wenn|falls|si|se)(?!\p{L})[^,]{3,60},\s+(?=\p{L})/iu, '');
}

/** Mail clients break lines at 72 columns: a line that ends without a stop and goes on in small letters is one sentence. */
function joinWrapped(text: string, sentences: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const sentence of sentences) {
    const last = joined.at(-1);
    const gap = last === undefined ? '' : text.slice(last.end, sentence.start);
    const ended = last === undefined || /[.!?…:,;。？！]["'”’»)\]]*$/u.test(text.slice(last.start, last.end));
    const goesOn = /^[\p{Ll}(\d]/u.test(text.slice(sentence.start, sentence.start + 2));
    if (last !== undefined && !ended && !gap.includes('\n\n') && (goesOn || last.end - last.start > 55))
      last.end = sentence.end;
    else joined.push({ ...sentence });
  }
  return joined;
}

function wordCount(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  // Languages without spaces: count letters by twos.
  return /[\p{Script=Han}\u3040-\u30ff]/u.test(text) ? Math.max(words, Math.floor(text.length / 2)) : words;
}

function tellingWords(text: string): number {
  return wordsOf(text).filter((word) => !isSmallWord(word)).length;
}

function toneOf(text: string): Need['tone'] {
  const letters = text.replace(/\P{L}/gu, '');
  const shouting = letters.length > 20 && text.replace(/\P{Lu}/gu, '').length > letters.length * 0.6;
  if (angry.test(text) || shouting || /!{3,}/u.test(text)) return 'angry';
  if (worried.test(text)) return 'worried';
  return happy.test(text) && !problem.test(text) ? 'happy' : 'neutral';
}
