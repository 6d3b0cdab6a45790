import type { Claim } from './claim';
import { checks } from './ledger/checks';
import { citedBy } from './ledger/cited';
import { createLedgerContext, type LedgerContext } from './ledger/evidence';
import type { Finding, SentenceCase, Surroundings } from './ledger/finding';
import type { LedgerInput } from './ledger/input';
import { type Line, surroundingsOf } from './ledger/surroundings';
import { type DraftDocument, type TextUnit, textUnits } from './reply/document';
import type { ReplyProblem } from './reply/inline';
import { type Span, splitSentences } from './words/sentences';

export { createLedgerContext, type LedgerContext, type LedgerInput };

/** A whole draft. `kept` holds ids of claims the agent took on. */
export function checkDocument(
  document: DraftDocument,
  context: LedgerContext,
  problems: readonly ReplyProblem[] = [],
  kept: readonly string[] = [],
): Claim[] {
  const lines = textUnits(document).map((unit) => ({ unit, sentences: splitSentences(unit.text) }));
  const surroundings = surroundingsOf(lines, context);
  const counted = new Map<string, number>();
  return lines.flatMap((line, index) =>
    checkLine(line, surroundings[index]!, context, problems).map((claim) => {
      // Ids follow the words, not their place, so that a claim stays the same when a paragraph is put before it.
      const count = (counted.get(claim.id) ?? 0) + 1;
      counted.set(claim.id, count);
      const id = count === 1 ? claim.id : `${claim.id}~${count}`;
      return kept.includes(id) ? { ...claim, id, state: 'kept' as const } : { ...claim, id };
    }),
  );
}

/** One paragraph or list item. */
function checkLine(
  { unit, sentences }: Line,
  surroundings: readonly Surroundings[],
  context: LedgerContext,
  problems: readonly ReplyProblem[],
): Claim[] {
  const unknown = problems.flatMap((problem) =>
    problem.code === 'unknown-citation' && problem.block === unit.block && problem.item === unit.item
      ? [problem.offset]
      : [],
  );
  return sentences.flatMap((sentence, index) =>
    checkSentence(
      {
        text: unit.text.slice(sentence.start, sentence.end),
        ...citedBy(unit, sentences, index),
        hasUnknown: unknown.some((offset) => offset > sentence.start && offset <= sentence.end + 1),
        around: surroundings[index]!,
      },
      context,
    ).map((finding) => toClaim(finding, unit, sentence)),
  );
}

function checkSentence(sentence: SentenceCase, context: LedgerContext): Finding[] {
  const found: Finding[] = [];
  for (const check of checks) found.push(...check(sentence, context, found));
  return found;
}

function toClaim({ key, start, end, ...found }: Finding, unit: TextUnit, sentence: Span): Claim {
  const span = { start: sentence.start + start, end: sentence.start + end };
  return {
    id: key,
    block: unit.block,
    item: unit.item,
    ...span,
    text: unit.text.slice(span.start, span.end),
    ...found,
  };
}
