import type { Claim } from '../../claim';
import { type DraftDocument, textUnits } from '../../reply/document';
import { splitSentences } from '../../words/sentences';
import { citedBy } from '../cited';
import { risksOf } from './risks';

/** A sentence that a second reading is worth its cost for. */
export interface SentenceToRead {
  block: number;
  item: number | null;
  start: number;
  end: number;
  text: string;
  /** Numbers of the passages it stands on, by its own footnotes, those of its run, and its claims. */
  citations: readonly number[];
}

/** One request judges them all: more would cost an answer that small models do not get right. */
const mostSentences = 12;

/**
 * Sentences that carry an open mark, and those that promise, deny, grant, tell of something done, or hold a figure that
 * stands on little. Past the limit unmarked ones go first, the riskiest before the others: a new mark is worth more than
 * a note beside a mark. In reading order.
 */
export function sentencesToRead(document: DraftDocument, claims: readonly Claim[]): SentenceToRead[] {
  const found = textUnits(document).flatMap((unit) => {
    const spans = splitSentences(unit.text);
    return spans.flatMap((span, index) => {
      const text = unit.text.slice(span.start, span.end);
      const within = claims.filter(
        (claim) =>
          claim.block === unit.block &&
          claim.item === unit.item &&
          claim.start < span.end &&
          span.start < claim.end,
      );
      const { own, inherited } = citedBy(unit, spans, index);
      const isMarked = within.some(({ state }) => state === 'no-source' || state === 'contradicted');
      const risks = risksOf(text, within, own.length > 0).size;
      if (!isMarked && risks === 0) return [];
      const numbers = [...own, ...inherited, ...within.flatMap((claim) => claim.citations)];
      const sentence: SentenceToRead = {
        block: unit.block,
        item: unit.item,
        ...span,
        text,
        citations: [...new Set(numbers)],
      };
      return [{ sentence, weight: isMarked ? 0 : risks }];
    });
  });
  const chosen = found.toSorted((a, b) => b.weight - a.weight).slice(0, mostSentences);
  return found.filter((each) => chosen.includes(each)).map(({ sentence }) => sentence);
}
