import type { EvidenceSpan } from '../../claim';
import { findValues, isAmountOf, isSameValue, type Value } from '../../values';
import { fold, plain } from '../../words/fold';
import { isTentative } from '../clauses';
import { type Check, contradicted } from '../finding';
import { type Field, fieldValues } from '../records';
import { stemsOf } from '../said';
import { agrees, findTerms } from '../terms';

/** "Seats left: 4" or "Colour: grey", alone on its line. */
const labelled = /^[\s*•-]*(?<label>\p{L}[\p{L} /_-]{2,30}?)\**:\**\s+(?<value>[^\n:]{1,60}(?::\d\d)*)$/u;
/** A label that names a field of the thing must show what the field holds. */
export const checkLabels: Check = (sentence, context) => {
  const { label, value } = labelled.exec(sentence.text)?.groups ?? {};
  if (label === undefined || value === undefined || isTentative(label)) return [];
  const wanted = stemsOf(label);
  if (wanted.size === 0) return [];
  // The thing may be named before the line or after it, by an id or a price.
  const { things, inBlock } = sentence.around;
  const fields = [...new Set([...things, ...inBlock])].flatMap((record) =>
    [...record.fields, ...(record.parent?.fields ?? [])]
      .filter(({ path }) => isNamedBy(wanted, path))
      .map((field) => ({ field, record })),
  );
  const verdicts = fields.map(({ field }) => compare(value, field));
  if (verdicts.length === 0 || verdicts.some((same) => same !== false)) return [];
  const { field, record } = fields[0]!;
  const text = String(field.value);
  const place = (context.placeOf.get(record) ?? context.placeOf.get(record.parent!))!(field.path);
  const against: EvidenceSpan = { place, start: 0, end: text.length, text };
  const start = sentence.text.lastIndexOf(value);
  return [
    {
      start,
      end: start + value.length,
      key: `label:${fold(label)}:${fold(value)}`,
      citations: [],
      ...contradicted('name-of-another', against),
    },
  ];
};

/** All words of a label stand in the path, the last one in its last keys. */
function isNamedBy(label: ReadonlySet<string>, path: string): boolean {
  const keys = path.replace(/([a-z])([A-Z])/gu, '$1 $2').replace(/[._]/gu, ' ');
  const stems = stemsOf(keys);
  return [...label].every((stem) => stems.has(stem));
}

/** `null` where the two are not of one kind. */
function compare(said: string, { value }: Field): boolean | null {
  const bare = plain(said);
  const known = plain(String(value));
  if (bare === known || known.includes(bare)) return true;
  const saidValues = findValues(said);
  const knownValues = fieldValues({ value });
  const pairs = saidValues.flatMap((one) => knownValues.map((other) => [one, other] as const));
  if (pairs.some(([one, other]) => isSame(one, other))) return true;
  if (pairs.some(([one, other]) => isComparable(one, other))) return false;
  if (/^[A-Z]{3}$/u.test(said.trim()) && /^[A-Z]{3}$/u.test(String(value))) return false;
  const saidTerms = findTerms(said);
  const knownTerms = typeof value === 'string' ? findTerms(value) : [];
  const rivals = saidTerms.filter(({ kind }) => knownTerms.some((term) => term.kind === kind));
  if (rivals.length === 0) return null;
  return rivals.every((term) => knownTerms.some((other) => agrees(term.name, other.name)));
}

function isSame(said: Value, known: Value): boolean {
  return isSameValue(said, known) || isAmountOf(known, said);
}

/** Prices, times and ids of a thing are many; a count, a date or a length is one. */
function isComparable(said: Value, known: Value): boolean {
  return said.kind === known.kind && !['id', 'time', 'money'].includes(said.kind);
}
