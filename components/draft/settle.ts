import type { Claim } from '@/lib/draft/claim';
import { type DraftDocument, type Inline, isCitation } from '@/lib/draft/reply/document';
import type { Source } from '@/lib/draft/session/session-state';
import { findValues, isSameValue, type Value } from '@/lib/draft/values';
import { splitSentences } from '@/lib/draft/words/sentences';

/** One figure of the draft and what the source says instead. */
export interface Offer {
  instead: Value;
  words: string;
}

/** An offer is made only where it is plain: one figure is wrong, and the source holds one figure of the same unit. */
export function offerFor(claim: Claim, source: Source | null): Offer | null {
  if (!source || claim.state !== 'contradicted') return null;
  const known = findValues(source.text);
  const wrong = findValues(claim.text).filter((value) => !known.some((each) => isSameValue(each, value)));
  const [instead] = wrong;
  if (wrong.length !== 1 || !instead || instead.unit === null) return null;
  const candidates = known.filter((value) => value.unit === instead.unit);
  const keys = new Set(candidates.map((value) => value.key));
  return keys.size === 1 && candidates[0] ? { instead, words: candidates[0].text } : null;
}

/** The draft with the offer's words in the claim's place. */
export function withOffer(document: DraftDocument, claim: Claim, offer: Offer): DraftDocument {
  const start = claim.start + offer.instead.start;
  return changeLine(document, claim, (line) =>
    splice(line, start, start + offer.instead.text.length, offer.words),
  );
}

/** The draft without the sentence that makes the claim, its footnotes included. A line left empty goes too. */
export function withoutSentence(document: DraftDocument, claim: Claim): DraftDocument {
  const changed = changeLine(document, claim, (line) => {
    const text = textOf(line);
    const sentence =
      splitSentences(text).find((span) => span.start <= claim.start && claim.end <= span.end) ?? claim;
    const spaceAfter = /^[ \t]*/u.exec(text.slice(sentence.end))?.[0].length ?? 0;
    return splice(line, sentence.start, sentence.end + spaceAfter, '');
  });
  const isEmpty = (line: readonly Inline[]) => textOf(line).trim() === '';
  const blocks = changed.blocks.flatMap((block, index) => {
    if (index !== claim.block) return [block];
    if (block.type === 'paragraph') return isEmpty(block.content) ? [] : [block];
    const items = block.items.filter((item, at) => at !== claim.item || !isEmpty(item));
    return items.length > 0 ? [{ ...block, items }] : [];
  });
  return { blocks };
}

function changeLine(
  document: DraftDocument,
  claim: Claim,
  change: (line: readonly Inline[]) => Inline[],
): DraftDocument {
  const blocks = document.blocks.map((block, index) => {
    if (index !== claim.block) return block;
    if (block.type === 'paragraph') return { ...block, content: change(block.content) };
    return { ...block, items: block.items.map((item, at) => (at === claim.item ? change(item) : item)) };
  });
  return { blocks };
}

/** Replaces a stretch of a line's words; what a removed stretch cited goes with it. */
function splice(line: readonly Inline[], start: number, end: number, words: string): Inline[] {
  const out: Inline[] = [];
  let offset = 0;
  let isPlaced = false;
  for (const inline of line) {
    if (isCitation(inline)) {
      const isInside = words === '' && offset > start && offset <= end;
      if (!isInside) out.push(inline);
      continue;
    }
    const to = offset + inline.text.length;
    const before = inline.text.slice(0, Math.max(0, start - offset));
    const after = inline.text.slice(Math.max(0, end - offset));
    const touches = start < to && offset < end;
    const middle = touches && !isPlaced ? words : '';
    if (touches) isPlaced = true;
    const text = touches ? before + middle + after : inline.text;
    if (text !== '') out.push({ ...inline, text });
    offset = to;
  }
  return out;
}

function textOf(line: readonly Inline[]): string {
  return line.map((inline) => (isCitation(inline) ? '' : inline.text)).join('');
}
