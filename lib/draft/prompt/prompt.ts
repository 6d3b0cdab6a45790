import type { PromptMessage } from '@/lib/model/contract';
import type { Need } from '@/lib/ticket/need';
import type { Message, Ticket } from '@/lib/ticket/ticket';
import type { Source } from '../session/session-state';
import { fence, messageText, orderText, passageText } from './prompt-parts';
import { systemRules } from './rules';
import { estimateTokens, keepEnd, keepStart } from './tokens';

export interface PromptInput {
  ticket: Ticket;
  need: Need;
  sources: readonly Source[];
  /** What the agent typed before drafting. */
  hint: string;
  /** What to change about `previous`; `null` for a plain draft. */
  instruction: string | null;
  /** Reply text of the draft to change. */
  previous: string | null;
  /** Where the reply goes. Internal notes enter only the prompt of an internal note. */
  audience: 'public' | 'internal';
  /** Tokens for the whole prompt. */
  budgetTokens: number;
  /** Unguessable by the ticket's author; parts that are data stand between two lines that carry it. */
  delimiter: string;
  /** `YYYY-MM-DD`. */
  today: string;
  /** Stands among the rules and nowhere else: a reply that holds it repeats them. */
  canary: string;
  /** Takes personal data out; called on every piece of ticket and agent text that goes in. */
  mask: (text: string) => string;
  /** Makes text of the ticket inert and masks it; called on all of it. */
  quote: (text: string) => string;
}

export interface BuiltPrompt {
  messages: readonly PromptMessage[];
  estimatedTokens: number;
  /** What did not fit, for the outbound preview. */
  left: { messagesTrimmed: number; messagesDropped: number; passagesDropped: number };
  /** Passage numbers that are in the prompt: only these may be cited. */
  numbers: readonly number[];
}

/** Shares of what the rules and the need leave over; what one does not use goes to the other. */
const shareOfPassages = 0.6;
const olderMessageTokens = 160;

/**
 * The request to a model. Budget rule: rules, need, instruction and the newest customer messages whole (they are cut
 * only when they alone exceed the budget); then passages by rank, whole or not at all except the first; then older
 * messages from new to old, each trimmed to 160 tokens.
 */
export function buildPrompt(input: PromptInput): BuiltPrompt {
  const { need, quote, delimiter } = input;
  const system = systemRules(input);
  const change = changeText(input);
  const facts = factsText(input);
  const messages = input.ticket.messages.filter(
    (message) => input.audience === 'internal' || message.visibility === 'public',
  );
  const newest = newestBurst(messages);
  const older = messages
    .slice(0, messages.length - newest.length)
    .filter((message) => message.text.trim() !== '');
  const frame = 160;
  const fixed = estimateTokens(system) + estimateTokens(change) + estimateTokens(facts) + frame;
  let left = Math.max(200, input.budgetTokens - fixed);

  const newestText = keepEnd(newest.map((message) => messageText(message, quote)).join('\n\n'), left);
  left -= estimateTokens(newestText);

  const passages: string[] = [];
  const numbers: number[] = [];
  let forPassages = older.length === 0 ? left : Math.ceil(left * shareOfPassages);
  for (const source of input.sources) {
    let text = passageText(source);
    if (numbers.length === 0) text = keepStart(text, forPassages);
    const tokens = estimateTokens(text) + 2;
    if (tokens > forPassages || text === '') break;
    passages.push(text);
    numbers.push(source.number);
    forPassages -= tokens;
    left -= tokens;
  }

  const history: string[] = [];
  let trimmed = 0;
  for (const message of [...older].reverse()) {
    const whole = messageText(message, quote);
    const text = keepStart(whole, olderMessageTokens);
    const tokens = estimateTokens(text) + 2;
    if (tokens > left) break;
    if (text !== whole) trimmed += 1;
    history.unshift(text === whole ? text : `${text} …`);
    left -= tokens;
  }

  const content = [
    facts,
    fence('CONVERSATION', [...history, newestText].join('\n\n'), delimiter),
    fence('PASSAGES', passages.length > 0 ? passages.join('\n\n') : '(none)', delimiter),
    change,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  const built: PromptMessage[] = [
    { role: 'system', content: system },
    { role: 'user', content },
  ];
  return {
    messages: built,
    estimatedTokens: built.reduce((sum, message) => sum + estimateTokens(message.content) + 4, 0),
    left: {
      messagesTrimmed: trimmed,
      messagesDropped: older.length - history.length,
      passagesDropped: input.sources.length - numbers.length,
    },
    numbers,
  };

  function factsText({ ticket, today }: PromptInput): string {
    const lines = [
      `Today: ${today}`,
      `Channel: ${ticket.channel}`,
      ticket.subject === '' ? '' : `Subject: ${quote(ticket.subject)}`,
      need.asks.length > 0
        ? `The customer asks:\n${need.asks.map((ask, index) => `${index + 1}. ${quote(ask.text)}`).join('\n')}`
        : '',
      need.missing.length > 0 ? `Not known and needed: ${need.missing.join(', ')}` : '',
      ...ticket.orders.map((order) => quote(orderText(order))),
    ];
    return fence('TICKET', lines.filter((line) => line !== '').join('\n'), delimiter);
  }
}

function changeText({ hint, instruction, previous, mask, delimiter }: PromptInput): string {
  const parts: string[] = [];
  if (hint.trim() !== '') parts.push(`The agent adds: ${mask(hint.trim())}`);
  if (previous !== null) parts.push(fence('PREVIOUS DRAFT', mask(previous), delimiter));
  if (instruction !== null) {
    parts.push(
      `Rewrite the previous draft. Change only this, keep facts and numbers in brackets: ${mask(instruction)}`,
    );
  }
  return parts.join('\n\n');
}

function newestBurst(messages: readonly Message[]): readonly Message[] {
  let start = messages.length;
  while (start > 0 && messages[start - 1]!.author.role !== 'agent') start -= 1;
  // Nothing new from the customer: the last exchange is the matter.
  return start === messages.length ? messages.slice(-2) : messages.slice(start);
}
