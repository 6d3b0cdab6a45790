import type { EvidenceSpan } from '../claim';
import { isAmountOf, isSameValue, type Value } from '../values';
import type { FactRecord } from './records';

/** A value of the evidence, the words it was read from, and the thing it is said of. */
export interface KnownValue {
  value: Value;
  span: EvidenceSpan;
  record: FactRecord | null;
}

/** Values by what can make them equal, so that a look-up does not walk the evidence. */
export class ValueIndex {
  private readonly buckets = new Map<string, KnownValue[]>();
  readonly all: readonly KnownValue[];

  constructor(known: readonly KnownValue[]) {
    this.all = known;
    for (const each of known) {
      for (const key of keysOf(each.value)) {
        const bucket = this.buckets.get(key);
        if (bucket === undefined) this.buckets.set(key, [each]);
        else bucket.push(each);
      }
    }
  }

  /** Equal values, in the order of the evidence. */
  find(value: Value): KnownValue[] {
    return this.candidates(value).filter((known) => isSameValue(known.value, value));
  }

  /** Plain numbers that are this amount of money. */
  findAmounts(value: Value): KnownValue[] {
    return this.candidates(value).filter((known) => isAmountOf(known.value, value));
  }

  /** The first value of the same unit (another amount of euros, another number of days). */
  findRival(unit: string): KnownValue | undefined {
    return this.buckets.get(`unit ${unit}`)?.[0];
  }

  private candidates(value: Value): KnownValue[] {
    return this.buckets.get(tailOf(value)) ?? [];
  }
}

function keysOf(value: Value): string[] {
  return value.unit === null ? [tailOf(value)] : [tailOf(value), `unit ${value.unit}`];
}

/** What two equal values share whatever their kinds: day and month of a date, the figure of all else. */
function tailOf(value: Value): string {
  if (value.kind === 'date') return `date ${value.key.slice(-5)}`;
  return value.key.slice(value.key.lastIndexOf(':') + 1);
}
