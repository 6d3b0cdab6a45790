import type { EvidenceSpan } from '../claim';
import { fold } from '../fold';
import { findValues, numberWordsIn, type Value } from '../values';
import type { LedgerContext } from './evidence';
import { citationsOf, type SentenceCase } from './finding';
import { type FactRecord, fieldValues } from './records';

/** Beginnings of folded words by which a text says that it has reckoned, in the languages of the phrase table. */
const cues = {
  total:
    /(?<![a-z])(?:total|in all|altogether|overall|sum of|combined|for (?:both|all)|together|insgesamt|gesamt|zusammen|summe|en tout|somme|au total|ensemble|en conjunto|suma|soma|somma|totale|totaal|samen|complessiv|razem|lacznie)/u,
  difference:
    /(?<![a-z])(?:differen|less than|more than|cheaper|additional|extra|remaining|balance|refund|owe|save|saving|left over|unterschied|differenz|aufpreis|mehrpreis|restbetrag|erstatt|gunstiger|teurer|ecart|supplement|rembours|reste|moins|diferen|adicional|reembols|resta|ahorr|poupa|risparm|rimbors|supplemento|verschil|bijbetal|terugbetal)/u,
  each: /(?<![a-z])(?:per|each|apiece|times|pro|je|jeweils|par|chacun|chaque|por|cada|ciascun|ogni|cadauno|elk)(?![a-z])|[×x*]\s?\d/u,
};
/** Sums of more lines than this would hit any amount by chance. */
const mostLines = 9;
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
  const stated = statedAmounts(sentence.around.draft, wanted, context);
  const isDifference = cues.difference.test(words);
  const isTotal = cues.total.test(words);
  if (value.kind === 'money' && (isDifference || isTotal)) {
    const found =
      (isDifference ? differenceOf(wanted, stated, context) : null) ??
      sumOf(wanted, stated) ??
      linesOf(wanted, context);
    if (found !== null) return found;
  }
  return isTotal || cues.each.test(fold(sentence.around.line))
    ? productOf(wanted, value, sentence, stated, context)
    : null;
}

interface Amount {
  cents: number;
  span: EvidenceSpan;
  /** The thing whose amount it is, or `null` for an amount of a text. */
  record: FactRecord | null;
}

/** Amounts of money that the draft states and the evidence knows. */
function statedAmounts(draft: string, wanted: number, context: LedgerContext): Amount[] {
  const stated: Amount[] = [];
  for (const value of findValues(draft)) {
    if (value.kind !== 'money' || stated.length >= mostStated || cents(value) === wanted) continue;
    const known =
      context.recordValues.find(value)[0] ??
      context.factValues.findAmounts(value)[0] ??
      context.messageValues.find(value)[0];
    const amount = cents(value);
    if (stated.some((each) => each.cents === amount)) continue;
    // A difference that the draft has just reckoned may itself be an addend.
    const span = known?.span ?? differenceOf(amount, stated, context);
    if (span !== null) stated.push({ cents: amount, span, record: known?.record ?? null });
  }
  return stated;
}

function differenceOf(
  wanted: number,
  stated: readonly Amount[],
  context: LedgerContext,
): EvidenceSpan | null {
  for (const one of stated)
    if (stated.some((other) => Math.abs(one.cents - other.cents) === wanted)) return one.span;
  // Round amounts differ by round amounts everywhere; only odd ones tell that it was this pair of prices.
  return wanted % 100 === 0 ? null : pricesOf(wanted, context);
}

/**
 * "30.18 less than your first choice" names neither price: two prices of one product. Prices are put side by side by
 * product, so this stays linear for many products.
 */
function pricesOf(wanted: number, context: LedgerContext): EvidenceSpan | null {
  const byProduct = new Map<string, Amount[]>();
  for (const record of context.records) {
    const price = amountsOf(record, context)[0];
    if (price === undefined) continue;
    for (const name of productNames(record)) byProduct.set(name, [...(byProduct.get(name) ?? []), price]);
  }
  for (const prices of byProduct.values()) {
    const known = new Set(prices.map(({ cents }) => cents));
    const one = prices.find(({ cents }) => known.has(cents + wanted));
    if (one !== undefined) return one.span;
  }
  return null;
}

function productNames(record: FactRecord): Set<string> {
  const own = [...record.fields, ...(record.parent?.fields ?? [])];
  return new Set(own.filter(({ key }) => /name|title|product/iu.test(key)).map(({ value }) => String(value)));
}

/** All of the amounts stated, or two of them. */
function sumOf(wanted: number, stated: readonly Amount[]): EvidenceSpan | null {
  if (stated.length > 1 && stated.reduce((sum, { cents }) => sum + cents, 0) === wanted)
    return stated[0]!.span;
  for (const [index, one] of stated.entries())
    if (stated.slice(index + 1).some((other) => one.cents + other.cents === wanted)) return one.span;
  return null;
}

/** Some lines of one thing, each by an amount of the same name: prices of an order, fares of one class. */
function linesOf(wanted: number, context: LedgerContext): EvidenceSpan | null {
  for (const record of context.records) {
    const byName = new Map<string, Amount[]>();
    for (const amount of record.parts.flatMap((part) => amountsOf(part, context)))
      byName.set(amount.name, [...(byName.get(amount.name) ?? []), amount]);
    for (const amounts of byName.values()) {
      const lines = amounts.slice(0, mostLines);
      for (let chosen = 3; chosen < 1 << lines.length; chosen += 1) {
        const sum = lines.reduce((all, line, index) => (chosen & (1 << index) ? all + line.cents : all), 0);
        if (sum === wanted) return lines[Math.log2(chosen & -chosen)]!.span;
      }
    }
  }
  return null;
}

interface NamedAmount extends Amount {
  /** The field without its place in the thing: `price`, `prices economy`. */
  name: string;
}

function amountsOf(record: FactRecord, context: LedgerContext): NamedAmount[] {
  return record.fields.flatMap((field) => {
    const name = field.path.split('.').slice(-2).join(' ').replace(/\d+/gu, '').trim();
    const value = fieldValues(field)[0];
    const isAmount = value?.kind === 'money' || value?.kind === 'number';
    if (value === undefined || !isAmount || !/price|amount|cost|fare|total/iu.test(name)) return [];
    const text = String(field.value);
    const span = { place: context.placeOf.get(record)!(field.path), start: 0, end: text.length, text };
    return [{ cents: cents(value), span, record, name }];
  });
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

function cents(value: Value): number {
  return Math.round(Number(value.key.slice(value.key.lastIndexOf(':') + 1)) * 100);
}
