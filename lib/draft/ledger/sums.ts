import type { EvidenceSpan } from '../claim';
import { findValues, numberWordsIn, type Value } from '../values';
import { fold } from '../words/fold';
import { type Amount, cents, differenceOfPrices, sumOfLines } from './amounts';
import type { LedgerContext } from './evidence';
import { citationsOf, type SentenceCase } from './finding';

/** Beginnings of folded words by which a text says that it has reckoned, in the languages of the phrase table. */
const cues = {
  total:
    /(?<![a-z])(?:total|in all|altogether|overall|sum of|combined|for (?:both|all)|together|insgesamt|gesamt|zusammen|summe|en tout|somme|au total|ensemble|en conjunto|suma|soma|somma|totale|totaal|samen|complessiv|razem|lacznie)/u,
  difference:
    /(?<![a-z])(?:differen|less than|more than|cheaper|additional|extra|remaining|balance|refund|owe|save|saving|left over|unterschied|differenz|aufpreis|mehrpreis|restbetrag|erstatt|gunstiger|teurer|ecart|supplement|rembours|reste|moins|diferen|adicional|reembols|resta|ahorr|poupa|risparm|rimbors|supplemento|verschil|bijbetal|terugbetal)/u,
  each: /(?<![a-z])(?:per|each|apiece|times|pro|je|jeweils|par|chacun|chaque|por|cada|ciascun|ogni|cadauno|elk)(?![a-z])|[×x*]\s?\d/u,
};
/** Amounts of a draft beyond these are not paired. */
const mostStated = 24;

/**
 * Whether an amount that stands nowhere is reckoned from amounts that do: the sentence must say that it reckons, and all
 * addends must stand in the draft or in one thing (lines of one order, prices of the same kind). Answers with where one
 * of the addends stands.
 */
export function explainsAmount(
  value: Value,
  sentence: SentenceCase,
  context: LedgerContext,
): EvidenceSpan | null {
  if (value.kind !== 'money' && value.kind !== 'number') return null;
  const wanted = cents(value);
  if (wanted === 0) return null;
  const words = fold(sentence.text);
  const isDifference = cues.difference.test(words);
  const isTotal = cues.total.test(words);
  const isEach = isTotal || cues.each.test(fold(sentence.around.line));
  if (!isDifference && !isEach) return null;
  const stated = statedAmounts(sentence.around.draft, context).filter((amount) => amount.cents !== wanted);
  if (value.kind === 'money' && (isDifference || isTotal)) {
    const found =
      (isDifference ? differenceOf(wanted, stated, context) : null) ??
      sumOf(wanted, stated) ??
      sumOfLines(wanted, context);
    if (found !== null) return found;
  }
  return isEach ? productOf(wanted, value, sentence, stated, context) : null;
}

/** Of the draft last looked at: it is one for all its sentences. */
const lastStated = new WeakMap<LedgerContext, { draft: string; amounts: readonly Amount[] }>();

/** Amounts of money that the draft states and the evidence knows, or that are reckoned from such. */
function statedAmounts(draft: string, context: LedgerContext): readonly Amount[] {
  const last = lastStated.get(context);
  if (last?.draft === draft) return last.amounts;
  const amounts: Amount[] = [];
  for (const value of findValues(draft)) {
    const amount = value.kind === 'money' ? cents(value) : null;
    if (amount === null || amounts.length >= mostStated || amounts.some((each) => each.cents === amount))
      continue;
    const known =
      context.recordValues.find(value)[0] ??
      context.factValues.findAmounts(value)[0] ??
      context.messageValues.find(value)[0];
    const span = known?.span ?? differenceOf(amount, amounts, context);
    if (span !== null) amounts.push({ cents: amount, span, record: known?.record ?? null });
  }
  lastStated.set(context, { draft, amounts });
  return amounts;
}

function differenceOf(
  wanted: number,
  stated: readonly Amount[],
  context: LedgerContext,
): EvidenceSpan | null {
  for (const one of stated)
    if (stated.some((other) => Math.abs(one.cents - other.cents) === wanted)) return one.span;
  // Round amounts differ by round amounts everywhere; only odd ones tell that it was this pair of prices.
  return wanted % 100 === 0 ? null : differenceOfPrices(wanted, context);
}

/** All of the amounts stated, or two of them. */
function sumOf(wanted: number, stated: readonly Amount[]): EvidenceSpan | null {
  if (stated.length > 1 && stated.reduce((sum, { cents }) => sum + cents, 0) === wanted)
    return stated[0]!.span;
  for (const [index, one] of stated.entries())
    if (stated.slice(index + 1).some((other) => one.cents + other.cents === wanted)) return one.span;
  return null;
}

/** "3 bags for each of two passengers, 6 in total": one factor stands in the draft, the other there or in the evidence. */
function productOf(
  wanted: number,
  value: Value,
  sentence: SentenceCase,
  stated: readonly Amount[],
  context: LedgerContext,
): EvidenceSpan | null {
  const counts = countsIn(sentence.around.line).filter((count) => count > 1 && count * 100 !== wanted);
  for (const count of counts) {
    if (wanted % count !== 0) continue;
    const factor = wanted / count;
    const amount = stated.find(({ cents }) => cents === factor);
    if (amount !== undefined) return amount.span;
    const known = { ...value, key: `${value.unit ?? 'number'}:${factor / 100}` };
    const cited = citationsOf(sentence).flatMap((number) => context.valuesOf.get(number)?.find(known) ?? []);
    const found =
      cited[0] ??
      context.messageValues.find(known)[0] ??
      (value.kind === 'money' ? context.factValues.findAmounts(known)[0] : undefined);
    if (found !== undefined) return found.span;
  }
  return null;
}

/** Small whole numbers of a text, in figures and in words. */
function countsIn(text: string): number[] {
  const figures = [...text.matchAll(/(?<![\d.,])\d{1,2}(?![\d.,]*\d)/gu)].map((match) => Number(match[0]));
  return [...figures, ...numberWordsIn(fold(text))];
}
