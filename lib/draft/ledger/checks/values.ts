import type { Value } from '../../values';
import { otherDay } from '../dates';
import { otherFigure } from '../disagreement';
import type { LedgerContext } from '../evidence';
import {
  type Check,
  citationsOf,
  contradicted,
  type Finding,
  fromTicket,
  noSource,
  type SentenceCase,
} from '../finding';
import { findEndOfId } from '../ids';
import { explainsAmount } from '../sums';
import { worstSource } from './standing';

/** Each figure or code of a sentence stands in a cited passage, in an order or fact, or in the conversation. */
export const checkValues: Check = (sentence, context) =>
  context
    .valuesIn(sentence.text)
    .filter((value) => !isListNumber(value, sentence.text))
    .map((value) => ({
      start: value.start,
      end: value.end,
      key: value.key,
      ...verdictOn(value, sentence, context),
    }));

/** "2." before an item, where a list was broken off and goes on as a paragraph. */
function isListNumber(value: Value, text: string): boolean {
  return value.kind === 'number' && value.start === 0 && /^\d{1,2}[.)](?:\s|$)/u.test(text);
}

type ValueVerdict = Omit<Finding, 'start' | 'end' | 'key'>;

function verdictOn(value: Value, sentence: SentenceCase, context: LedgerContext): ValueVerdict {
  const cited = citationsOf(sentence).flatMap((number) => {
    const known = context.valuesOf.get(number)?.find(value)[0];
    return known === undefined ? [] : [{ number, span: known.span }];
  });
  if (cited.length > 0) {
    const numbers = cited.map(({ number }) => number);
    const evidence = cited[0]!.span;
    const blocked = worstSource(numbers, context);
    if (blocked !== null) return { citations: numbers, ...blocked };
    const against = otherFigure(value, evidence, citationsOf(sentence), context);
    if (against !== null)
      return { citations: numbers, ...contradicted('sources-disagree', against), evidence };
    return { citations: numbers, state: 'sourced', reason: null, from: null, evidence };
  }
  const recorded =
    context.recordValues.find(value)[0] ??
    context.factValues.findAmounts(value)[0] ??
    findEndOfId(value, sentence.text, context);
  const written = context.messageValues.find(value)[0];
  if (recorded !== undefined) {
    const other = written === undefined ? otherDay(value, sentence, context) : null;
    return {
      citations: [],
      ...(other === null ? fromTicket('order', recorded.span) : contradicted('name-of-another', other)),
    };
  }
  const rival =
    value.unit === null
      ? undefined
      : sentence.own.map((number) => context.valuesOf.get(number)?.findRival(value.unit!)).find(Boolean);
  // A customer may have quoted the rule wrongly: for terms and rates the cited passage outweighs what they wrote.
  const isTerm = value.kind === 'duration' || value.kind === 'percent';
  if (written !== undefined && !(rival !== undefined && isTerm))
    return { citations: [], ...fromTicket('message', written.span) };
  const addend = explainsAmount(value, sentence, context);
  if (addend !== null) return { citations: [], ...fromTicket('order', addend) };
  if (rival !== undefined)
    return { citations: sentence.own, ...contradicted('value-not-in-source', rival.span) };
  if (sentence.hasUnknown && sentence.own.length === 0)
    return { citations: [], ...noSource('unknown-citation') };
  return sentence.own.length > 0
    ? { citations: sentence.own, ...noSource('value-not-in-source') }
    : { citations: [], ...noSource('no-citation') };
}
