import type { EvidenceSpan } from '../claim';
import type { Value } from '../values';
import type { LedgerContext } from './evidence';
import { type FactRecord, fieldValues } from './records';

export interface Amount {
  cents: number;
  span: EvidenceSpan;
  /** The thing whose amount it is, or `null` for an amount of a text. */
  record: FactRecord | null;
}

/** What can be reckoned from the amounts of things, read when a draft first reckons. */
interface Reckoned {
  /** By product, its prices. */
  prices: readonly { all: readonly Amount[]; cents: ReadonlySet<number> }[];
  /** By sum in cents, the first of the lines that make it. */
  sums: ReadonlyMap<number, EvidenceSpan>;
}

/** Sums of more lines than this would hit any amount by chance. */
const mostLines = 9;
const reckoned = new WeakMap<LedgerContext, Reckoned>();

/** "30.18 less than your first choice" names neither price: two prices of one product. */
export function differenceOfPrices(wanted: number, context: LedgerContext): EvidenceSpan | null {
  for (const { all, cents } of reckonedOf(context).prices) {
    const one = all.find((price) => cents.has(price.cents + wanted));
    if (one !== undefined) return one.span;
  }
  return null;
}

/** Some lines of one thing, each by an amount of the same name: prices of an order, fares of one class. */
export function sumOfLines(wanted: number, context: LedgerContext): EvidenceSpan | null {
  return reckonedOf(context).sums.get(wanted) ?? null;
}

export function cents(value: Value): number {
  return Math.round(Number(value.key.slice(value.key.lastIndexOf(':') + 1)) * 100);
}

function reckonedOf(context: LedgerContext): Reckoned {
  const known = reckoned.get(context);
  if (known !== undefined) return known;
  const read = { prices: pricesByProduct(context), sums: sumsOfLines(context) };
  reckoned.set(context, read);
  return read;
}

function pricesByProduct(context: LedgerContext): Reckoned['prices'] {
  const byProduct = new Map<string, Amount[]>();
  for (const record of context.records) {
    const [price] = amountsOf(record, context);
    if (price === undefined) continue;
    for (const name of productNames(record)) {
      const prices = byProduct.get(name);
      if (prices === undefined) byProduct.set(name, [price]);
      else prices.push(price);
    }
  }
  return [...byProduct.values()].map((all) => ({ all, cents: new Set(all.map(({ cents }) => cents)) }));
}

function productNames(record: FactRecord): Set<string> {
  const own = [...record.fields, ...(record.parent?.fields ?? [])];
  return new Set(own.filter(({ key }) => /name|title|product/iu.test(key)).map(({ value }) => String(value)));
}

function sumsOfLines(context: LedgerContext): Map<number, EvidenceSpan> {
  const sums = new Map<number, EvidenceSpan>();
  for (const record of context.records) {
    const byName = new Map<string, Amount[]>();
    for (const amount of record.parts.flatMap((part) => amountsOf(part, context)))
      byName.set(amount.name, [...(byName.get(amount.name) ?? []), amount]);
    for (const amounts of byName.values()) addSums(amounts.slice(0, mostLines), sums);
  }
  return sums;
}

/** Each choice of two lines and more, as the bits of a number. */
function addSums(lines: readonly Amount[], sums: Map<number, EvidenceSpan>): void {
  for (let chosen = 3; chosen < 1 << lines.length; chosen += 1) {
    if ((chosen & (chosen - 1)) === 0) continue;
    const sum = lines.reduce((all, line, index) => (chosen & (1 << index) ? all + line.cents : all), 0);
    if (!sums.has(sum)) sums.set(sum, lines[Math.log2(chosen & -chosen)]!.span);
  }
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
