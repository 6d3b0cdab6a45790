import type { Value } from '../values';
import { fold } from '../words/fold';
import type { LedgerContext } from './evidence';
import { findEndOfId } from './ids';
import type { FactRecord } from './records';
import type { KnownValue } from './value-index';

/** Things by what a text calls them, where that is no figure. */
export interface ThingNames {
  /** Codes of capitals ("KQRTMZ"), which nothing tells from a word but that a thing has it. */
  byCode: ReadonlyMap<string, readonly FactRecord[]>;
  /** Folded titles of order lines, by first word. */
  byTitle: ReadonlyMap<string, readonly { title: string; record: FactRecord }[]>;
}

const shortestTitle = 4;

export function readThingNames(records: readonly FactRecord[]): ThingNames {
  const byCode = new Map<string, FactRecord[]>();
  const byTitle = new Map<string, { title: string; record: FactRecord }[]>();
  for (const record of records) {
    for (const { key, value } of record.fields) {
      if (typeof value !== 'string') continue;
      if (/^[A-Z]{5,}$/u.test(value)) byCode.set(value, [...(byCode.get(value) ?? []), record]);
      if (record.parent === null || record.parts.length > 0 || !/^(?:name|title|product_?name)$/iu.test(key))
        continue;
      const title = fold(value);
      const first = /[\p{L}\p{N}]+/u.exec(title)?.[0];
      if (first !== undefined && title.length >= shortestTitle)
        byTitle.set(first, [...(byTitle.get(first) ?? []), { title, record }]);
    }
  }
  return { byCode, byTitle };
}

/** Things that a text names by an id, or, without any, by the title of an order line. */
export function thingsNamed(text: string, context: LedgerContext): FactRecord[] {
  const byValue = context
    .valuesIn(text)
    .filter(({ kind, text: said }) => kind === 'id' || (kind === 'number' && /^\d{5,}$/u.test(said)))
    .flatMap((value) => ownersOf(context.recordValues.find(value)));
  const byCode = (text.match(/\b[A-Z]{5,}\b/gu) ?? []).flatMap(
    (code) => context.names.byCode.get(code) ?? [],
  );
  const things = new Set([...byValue, ...byCode]);
  return things.size > 0 ? [...things] : [...new Set(titled(text, context))];
}

/** Of the things that hold an id those that it names; an account that lists its orders by id is none of them. */
function ownersOf(known: readonly KnownValue[]): FactRecord[] {
  const holders = known.flatMap(({ record, span }) => (record === null ? [] : [{ record, span }]));
  const owners = holders.filter(({ record, span }) => {
    const first = record.fields[0]!.path;
    return 'field' in span.place && span.place.field === first;
  });
  return (owners.length > 0 ? owners : holders).map(({ record }) => record);
}

function titled(text: string, { names }: LedgerContext): FactRecord[] {
  if (names.byTitle.size === 0) return [];
  const folded = fold(text);
  const found: FactRecord[] = [];
  for (const { 0: word, index } of folded.matchAll(/[\p{L}\p{N}]+/gu))
    for (const { title, record } of names.byTitle.get(word) ?? [])
      if (folded.startsWith(title, index) && !/^\p{L}{2}/u.test(folded.slice(index + title.length)))
        found.push(record);
  return found;
}

/** Things of which one amount may still tell which is meant. */
const mostOfOneAmount = 2;

/** Things without parts that figures name: an order line by its price, an account by the end of its number. */
export function thingsOfFigures(text: string, context: LedgerContext): FactRecord[] {
  return [...new Set(context.valuesIn(text).flatMap((value) => thingsOfFigure(value, text, context)))];
}

function thingsOfFigure(value: Value, text: string, context: LedgerContext): FactRecord[] {
  // Days and bare counts stand in too many things to name one.
  if (value.kind !== 'id' && value.kind !== 'money' && !/^\d{4,}$/u.test(value.text)) return [];
  const known = [...context.recordValues.find(value), ...context.factValues.findAmounts(value)];
  const end = known.length === 0 ? findEndOfId(value, text, context) : undefined;
  const records = [...known, ...(end ? [end] : [])].flatMap(({ record }) =>
    record === null || record.parts.length > 0 ? [] : [record],
  );
  return value.kind === 'money' && records.length > mostOfOneAmount ? [] : records;
}
