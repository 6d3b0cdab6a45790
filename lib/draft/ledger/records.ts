import { findValues, type Value } from '../values';

/**
 * One thing that facts tell of (an order, an order line, a plan), with what is said of it directly. Objects that hold
 * nothing but plain values (`options`, `address`) belong to the thing around them.
 */
interface FactRecord {
  fields: readonly Field[];
}

interface Field {
  key: string;
  value: Plain;
}

type Plain = string | number | boolean;

/** Things of a JSON value, outer ones first. Plain values at the top are no things. */
export function toRecords(fact: unknown): FactRecord[] {
  if (Array.isArray(fact)) return fact.flatMap(toRecords);
  if (!isObject(fact)) return [];
  const fields: Field[] = [];
  const inner: unknown[] = [];
  const take = (object: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(object)) {
      for (const each of Array.isArray(value) ? value : [value]) {
        if (isPlain(each)) fields.push({ key, value: each });
        else if (isObject(each) && !Array.isArray(value) && Object.values(each).every(isPlain)) take(each);
        else inner.push(each);
      }
    }
  };
  take(fact);
  return [{ fields }, ...inner.flatMap(toRecords)];
}

/** Values of a field; a plain number is also an amount in whatever currency is spoken of. */
export function fieldValues({ value }: Field): Value[] {
  if (typeof value === 'boolean') return [];
  if (typeof value === 'number') return [numberValue(value)];
  const values = findValues(value);
  const id = value.replace(/[^\p{L}\d]/gu, '').toLowerCase();
  // A short name with a figure in it may be an id of any make: "L-1", "credit_card_12".
  if (/\d/u.test(value) && !/\s/u.test(value) && value.length <= 40)
    values.push({ kind: 'id', start: 0, end: value.length, text: value, key: `id:${id}`, unit: null });
  return values;
}

function numberValue(amount: number): Value {
  // Sums of decimals come as 30.180000000000007.
  const rounded = Math.round(amount * 100) / 100;
  return { kind: 'number', start: 0, end: 0, text: String(rounded), key: `number:${rounded}`, unit: null };
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
