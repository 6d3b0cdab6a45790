import { findPlaceholders } from '@/lib/privacy/placeholder';
import type { Claim, ClaimState } from './claim';
import { claimedAction, isActionKnown, isPromise } from './commitments';
import { type DraftDocument, type TextUnit, textUnits } from './document';
import { fold, wordsOf } from './fold';
import type { ReplyProblem } from './inline';
import { createLedgerContext, type LedgerContext, type LedgerInput } from './ledger/evidence';
import { type Span, splitSentences } from './sentences';
import { findValues, isAmountOf, isSameValue, type Value } from './values';

export { createLedgerContext, type LedgerContext, type LedgerInput };

/** A whole draft. `kept` holds ids of claims the agent took on. */
export function checkDocument(
  document: DraftDocument,
  context: LedgerContext,
  problems: readonly ReplyProblem[] = [],
  kept: readonly string[] = [],
): Claim[] {
  const counted = new Map<string, number>();
  return textUnits(document).flatMap((unit) =>
    checkUnit(unit, context, problems).map((claim) => {
      // Ids follow the words, not their place, so that a claim stays the same when a paragraph is put before it.
      const count = (counted.get(claim.id) ?? 0) + 1;
      counted.set(claim.id, count);
      const id = count === 1 ? claim.id : `${claim.id}~${count}`;
      return kept.includes(id) ? { ...claim, id, state: 'kept' as const } : { ...claim, id };
    }),
  );
}

/** One paragraph or list item. */
export function checkUnit(
  unit: TextUnit,
  context: LedgerContext,
  problems: readonly ReplyProblem[] = [],
): Claim[] {
  const unknown = problems.filter(
    (problem) =>
      problem.code === 'unknown-citation' && problem.block === unit.block && problem.item === unit.item,
  ) as Extract<ReplyProblem, { code: 'unknown-citation' }>[];
  const sentences = splitSentences(unit.text);
  return sentences.flatMap((sentence, index) => {
    const text = unit.text.slice(sentence.start, sentence.end);
    const own = numbersWithin(unit, sentence, sentences[index + 1]?.start ?? unit.text.length);
    // A footnote at the end of a run of sentences stands for the run, as on a printed page.
    const inherited = own.length > 0 ? [] : nextNumbers(unit, sentence.end);
    const hasUnknown = unknown.some(
      (problem) => problem.offset > sentence.start && problem.offset <= sentence.end + 1,
    );
    return checkSentence({ unit, sentence, text, own, inherited, hasUnknown }, context);
  });
}

interface SentenceCase {
  unit: TextUnit;
  sentence: Span;
  text: string;
  own: readonly number[];
  inherited: readonly number[];
  hasUnknown: boolean;
}

function checkSentence(found: SentenceCase, context: LedgerContext): Claim[] {
  const { text, own, inherited, hasUnknown, sentence } = found;
  const claims = findValues(text)
    .filter((value) => !isListNumber(value, text))
    .map((value) => checkValue(value, found, context));
  for (const left of findPlaceholders(text)) {
    const key = `placeholder:${text.slice(left.start, left.end)}`;
    claims.push(
      claimOf(found, left, key, [], { state: 'no-source', reason: 'placeholder-left', from: null }),
    );
  }
  const covering = [...own, ...inherited];
  const action = claimedAction(text);
  if (action !== null) {
    const isKnown = isActionKnown(action.kind, context.ticket, context.order);
    const verdict = isKnown
      ? ({ state: 'ticket', reason: null, from: context.order === null ? 'message' : 'order' } as const)
      : ({ state: 'no-source', reason: 'action-not-in-ticket', from: null } as const);
    claims.push(
      claimOf(found, { start: action.start, end: action.end }, `action:${action.kind}`, [], verdict),
    );
  }
  const whole = { start: 0, end: sentence.end - sentence.start };
  const key = `words:${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 120)}`;
  const blocked = worstSource(own.length > 0 ? own : inherited, context);
  if (blocked !== null && covering.length > 0 && claims.length === 0) {
    claims.push(claimOf(found, whole, key, covering, blocked));
  } else if (claims.length === 0 && isPromise(text) && covering.length === 0) {
    claims.push(
      claimOf(found, whole, key, [], {
        state: 'no-source',
        reason: hasUnknown ? 'unknown-citation' : 'promise-without-source',
        from: null,
      }),
    );
  } else if (claims.length === 0 && hasUnknown && own.length === 0) {
    claims.push(
      claimOf(found, whole, key, [], { state: 'no-source', reason: 'unknown-citation', from: null }),
    );
  } else if (claims.length === 0 && own.length > 0) {
    claims.push(claimOf(found, whole, key, own, { state: 'sourced', reason: null, from: null }));
  } else if (claims.length === 0 && inherited.length > 0 && overlap(text, inherited, context) >= 0.6) {
    claims.push(claimOf(found, whole, key, inherited, { state: 'sourced', reason: null, from: null }));
  }
  return claims;
}

/** "2." before an item, where a list was broken off and goes on as a paragraph. */
function isListNumber(value: Value, text: string): boolean {
  return value.kind === 'number' && value.start === 0 && /^\d{1,2}[.)](?:\s|$)/u.test(text);
}

interface Verdict {
  state: ClaimState;
  reason: Claim['reason'];
  from: Claim['from'];
}

function checkValue(value: Value, found: SentenceCase, context: LedgerContext): Claim {
  const covering = found.own.length > 0 ? found.own : found.inherited;
  const supporting = covering.filter((number) =>
    context.valuesOf.get(number)?.some((known) => isSameValue(known, value)),
  );
  const make = (citations: readonly number[], verdict: Verdict) =>
    claimOf(found, value, value.key, citations, verdict);
  if (supporting.length > 0)
    return make(
      supporting,
      worstSource(supporting, context) ?? { state: 'sourced', reason: null, from: null },
    );
  if (
    context.recordValues.some((known) => isSameValue(known, value)) ||
    context.factValues.some((known) => isAmountOf(known, value))
  )
    return make([], { state: 'ticket', reason: null, from: 'order' });
  const rival =
    value.unit !== null &&
    found.own.some((number) => context.valuesOf.get(number)?.some((known) => known.unit === value.unit));
  const inMessages = context.messageValues.some((known) => isSameValue(known, value));
  // A customer may have quoted the rule wrongly: for terms and rates the cited passage outweighs what they wrote.
  const isTerm = value.kind === 'duration' || value.kind === 'percent';
  if (inMessages && !(rival && isTerm)) return make([], { state: 'ticket', reason: null, from: 'message' });
  if (rival) return make(found.own, { state: 'contradicted', reason: 'value-not-in-source', from: null });
  if (found.hasUnknown && found.own.length === 0)
    return make([], { state: 'no-source', reason: 'unknown-citation', from: null });
  return found.own.length > 0
    ? make(found.own, { state: 'no-source', reason: 'value-not-in-source', from: null })
    : make([], { state: 'no-source', reason: 'no-citation', from: null });
}

/** Why these sources must not stand alone under a public sentence today, or `null` when they may. */
function worstSource(numbers: readonly number[], context: LedgerContext): Verdict | null {
  const sources = context.sources.filter((source) => numbers.includes(source.number));
  if (context.audience === 'public' && sources.some((source) => source.audience !== 'public')) {
    return { state: 'contradicted', reason: 'internal-source', from: null };
  }
  if (sources.length > 0 && sources.every((source) => !source.inForce)) {
    return { state: 'no-source', reason: 'source-not-in-force', from: null };
  }
  return null;
}

function claimOf(
  found: SentenceCase,
  span: Span,
  key: string,
  citations: readonly number[],
  verdict: Verdict,
): Claim {
  const start = found.sentence.start + span.start;
  const end = found.sentence.start + span.end;
  return {
    id: key,
    block: found.unit.block,
    item: found.unit.item,
    start,
    end,
    text: found.unit.text.slice(start, end),
    citations,
    ...verdict,
  };
}

function numbersWithin(unit: TextUnit, sentence: Span, nextStart: number): number[] {
  const within = unit.citations.filter(
    ({ offset }) => offset > sentence.start && offset <= Math.max(sentence.end, nextStart - 1),
  );
  return [...new Set(within.map(({ number }) => number))];
}

function nextNumbers(unit: TextUnit, from: number): number[] {
  const next = unit.citations.find(({ offset }) => offset >= from);
  if (next === undefined) return [];
  return unit.citations.filter(({ offset }) => offset === next.offset).map(({ number }) => number);
}

function overlap(text: string, numbers: readonly number[], context: LedgerContext): number {
  const words = wordsOf(text);
  if (words.length === 0) return 0;
  const best = numbers.map(
    (number) => words.filter((word) => context.wordsIn.get(number)?.has(word)).length / words.length,
  );
  return Math.max(0, ...best);
}
