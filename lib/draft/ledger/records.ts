import type { EvidencePlace } from '../claim';
import { findValues, type Value } from '../values';

/**
 * One thing that facts tell of (an order, an order line, a plan), with what is said of it directly. Objects that hold
 * nothing but plain values (`options`, `address`) belong to the thing around them.
 */
export interface FactRecord {
  fields: readonly Field[];
  /** The thing that it is a part of, and its own parts. */
  parent: FactRecord | null;
  parts: readonly FactRecord[];
}

export interface Field {
  key: string;
  value: Plain;
  /** Where it stands in its fact: `items.0.price`. */
  path: string;
}

type Plain = string | number | boolean;

/** Where a field of a fact stands, for the eyes of the agent. */
export type PlaceOf = (path: string) => EvidencePlace;

/** Things of a JSON value, outer ones first. Plain values at the top are no things. */
export function toRecords(fact: unknown): FactRecord[] {
  return collect(fact, '', null);
}

function collect(fact: unknown, path: string, parent: FactRecord | null): FactRecord[] {
  if (Array.isArray(fact))
    return fact.flatMap((each, index) => collectListed(each, join(path, index), parent));
  if (!isObject(fact)) return [];
  const entries = Object.entries(fact);
  // `{"A-1": {…}, "A-2": {…}}` is a list by another name.
  if (entries.length > 0 && entries.every(([, value]) => isObject(value)))
    return entries.flatMap(([key, value]) => collect(value, join(path, key), parent));
  const fields: Field[] = [];
  const inner: [string, unknown][] = [];
  const take = (object: Record<string, unknown>, prefix: string) => {
    for (const [key, value] of Object.entries(object)) {
      const at = join(prefix, key);
      if (isPlain(value)) fields.push({ key, value, path: at });
      else if (Array.isArray(value)) {
        for (const [index, each] of value.entries()) {
          if (isPlain(each)) fields.push({ key, value: each, path: join(at, index) });
          else inner.push([join(at, index), each]);
        }
      } else if (isObject(value) && Object.values(value).every(isPlain)) take(value, at);
      else inner.push([at, value]);
    }
  };
  take(fact, path);
  const parts: FactRecord[] = [];
  const record: FactRecord = { fields, parent, parts };
  const below = inner.flatMap(([at, value]) => collect(value, at, record));
  parts.push(...below.filter((each) => each.parent === record));
  return [record, ...below];
}

/** A list within a list (the legs of one way of several) is a thing of its own that only has parts. */
function collectListed(each: unknown, path: string, parent: FactRecord | null): FactRecord[] {
  if (!Array.isArray(each)) return collect(each, path, parent);
  const parts: FactRecord[] = [];
  const record: FactRecord = { fields: [], parent, parts };
  const below = each.flatMap((inner, index) => collectListed(inner, join(path, index), record));
  parts.push(...below.filter((inner) => inner.parent === record));
  return [record, ...below];
}

/** A thing and all its parts. */
export function withParts(record: FactRecord): FactRecord[] {
  return [record, ...record.parts.flatMap(withParts)];
}

/** The whole that a thing belongs to. */
export function wholeOf(record: FactRecord): FactRecord {
  return record.parent === null ? record : wholeOf(record.parent);
}

/** Values of a field; a plain number is also an amount in whatever currency is spoken of. */
export function fieldValues({ value }: Pick<Field, 'value'>): Value[] {
  if (typeof value === 'boolean') return [];
  if (typeof value === 'number') return [numberValue(value)];
  const values = findValues(value);
  const id = value.replace(/[^\p{L}\d]/gu, '').toLowerCase();
  // A short name with a figure in it may be an id of any make: "L-1", "credit_card_12".
  if (/\d/u.test(value) && !/\s/u.test(value) && value.length <= 40)
    values.push({ kind: 'id', start: 0, end: value.length, text: value, key: `id:${id}`, unit: null });
  return values;
}

/** What is owed is told as a negative amount, and spoken of without the sign. */
function numberValue(amount: number): Value {
  // Sums of decimals come as 30.180000000000007.
  const rounded = Math.abs(Math.round(amount * 100) / 100);
  const text = String(amount);
  return { kind: 'number', start: 0, end: text.length, text, key: `number:${rounded}`, unit: null };
}

function join(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}.${key}`;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
