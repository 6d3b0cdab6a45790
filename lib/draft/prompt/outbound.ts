import type { PromptMessage } from '@/lib/model/contract';
import { type MaskType, neverRestored } from '@/lib/privacy/finding';
import { placeholderPattern, straightened } from '@/lib/privacy/placeholder';
import { estimateTokens } from './tokens';

/** A run of a request: words as they leave, or a placeholder; `value` is `null` where nobody may see it again. */
export type OutboundPiece = { text: string } | { placeholder: string; value: string | null };

export interface OutboundSection {
  kind: 'question' | 'system' | 'ticket' | 'passages' | 'change' | 'draft';
  tokens: number;
  pieces: readonly OutboundPiece[];
}

/** The exact request of one draft, or of its second reading, as it was or will be sent. */
export interface OutboundRequest {
  purpose: 'draft' | 'second-reading';
  /** Who writes, and the hosts that get the request; none: nothing is sent. */
  writer: string;
  hosts: readonly string[];
  /** ISO 8601; `null`: not sent yet. */
  sentAt: string | null;
  sections: readonly OutboundSection[];
  /** Of all messages together, as sent. */
  characters: number;
  /** Estimated, as the prompt's budget is. */
  tokens: number;
  /** Values that stayed here, by type. */
  masked: Partial<Record<MaskType, number>>;
}

/** `question`: what was sent before it, to be told what it means; empty: nothing. */
export function describeRequest(
  messages: readonly PromptMessage[],
  about: Pick<OutboundRequest, 'purpose' | 'writer' | 'hosts' | 'sentAt'>,
  valueBehind: (placeholder: string) => string | null,
  question: readonly string[] = [],
): OutboundRequest {
  const asked = question.join('\n');
  const sections = messages.flatMap(({ role, content }) =>
    role === 'system'
      ? [sectionOf('system', content, valueBehind)]
      : partsOf(content, about.purpose).map(({ kind, text }) => sectionOf(kind, text, valueBehind)),
  );
  if (asked !== '') sections.unshift(sectionOf('question', asked, valueBehind));
  const masked: Partial<Record<MaskType, number>> = {};
  const seen = new Set<string>();
  for (const piece of sections.flatMap(({ pieces }) => pieces)) {
    if (!('placeholder' in piece) || seen.has(piece.placeholder)) continue;
    seen.add(piece.placeholder);
    const type = straightened(piece.placeholder)?.type;
    // The rules explain placeholders by an example, which may stand for nothing.
    if (type && (piece.value !== null || neverRestored.includes(type)))
      masked[type] = (masked[type] ?? 0) + 1;
  }
  return {
    ...about,
    sections,
    characters: messages.reduce((sum, { content }) => sum + content.length, asked.length),
    tokens: messages.reduce((sum, { content }) => sum + estimateTokens(content), estimateTokens(asked)),
    masked,
  };
}

/** Ticket, passages and what is to change or judge stand between fences; what stands before the passages is the ticket's. */
function partsOf(
  content: string,
  purpose: OutboundRequest['purpose'],
): { kind: OutboundSection['kind']; text: string }[] {
  const passages = /^=== PASSAGES (\S+)\n[\s\S]*?^=== END PASSAGES \1$/mu.exec(content);
  if (!passages) return [{ kind: 'ticket', text: content }];
  const end = passages.index + passages[0].length;
  const parts = [
    { kind: 'ticket', text: content.slice(0, passages.index) },
    { kind: 'passages', text: passages[0] },
    { kind: purpose === 'draft' ? 'change' : 'draft', text: content.slice(end) },
  ] as const;
  return parts
    .filter(({ text }) => text.trim() !== '')
    .map(({ kind, text }) => ({ kind, text: text.trim() }));
}

function sectionOf(
  kind: OutboundSection['kind'],
  text: string,
  valueBehind: (placeholder: string) => string | null,
): OutboundSection {
  const pieces: OutboundPiece[] = [];
  let at = 0;
  for (const { index, 0: placeholder } of text.matchAll(placeholderPattern)) {
    if (index > at) pieces.push({ text: text.slice(at, index) });
    pieces.push({ placeholder, value: valueBehind(placeholder) });
    at = index + placeholder.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return { kind, tokens: estimateTokens(text), pieces };
}
