import type { EvidenceSpan } from '../claim';
import { wordsOf } from '../words/fold';
import type { LedgerContext } from './evidence';
import { type LedgerInput, messagesFor } from './input';
import { type FactRecord, withParts } from './records';

/** Codes of places ("BOS", "LHR") and names of towns that the evidence holds. */
export interface KnownPlaces {
  /** Whether things go from place to place here: some field holds one three-letter code, another thing another. */
  hasCodes: boolean;
  /** Every three capitals of the evidence. */
  codes: ReadonlySet<string>;
  /** Codes of each thing with those of its parts; of a line of the conversation those that stand together. */
  routes: readonly { codes: ReadonlySet<string>; record: FactRecord | null }[];
  /** Code by folded name, where a text writes "Bergen (BGO)". */
  codeOf: ReadonlyMap<string, { code: string; span: EvidenceSpan }>;
  /** Regions that things name by two capitals ("CO"). */
  regions: ReadonlySet<string>;
  /** Folded words of things and messages. */
  words: ReadonlySet<string>;
}

/** "Bergen (BGO)": a name of up to three words and its code. */
export const namedCode = /(?<name>\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}) \((?<code>[A-Z]{3})\)/gu;
const code = /(?<![\p{L}\p{N}])[A-Z]{3}(?![\p{L}\p{N}])/gu;

export function readPlaces(
  input: LedgerInput,
  records: readonly FactRecord[],
  told: readonly { text: string; place: EvidenceSpan['place'] }[],
): KnownPlaces {
  const texts = [
    ...messagesFor(input).map(({ id, text }) => ({ text, place: { kind: 'message', id } as const })),
    ...input.sources.map(({ number, text }) => ({
      text,
      place: { kind: 'source', number, field: 'text' } as const,
    })),
    ...told,
  ];
  const codeOf = new Map<string, { code: string; span: EvidenceSpan }>();
  const codes = new Set<string>();
  const words = new Set<string>();
  for (const { text, place } of texts) {
    for (const word of wordsOf(text)) words.add(word);
    for (const [said] of text.matchAll(code)) codes.add(said);
    for (const match of text.matchAll(namedCode)) {
      const span = { place, start: match.index, end: match.index + match[0].length, text: match[0] };
      for (const name of endsOf(match.groups!.name!)) codeOf.set(name, { code: match.groups!.code!, span });
    }
  }
  const codesByKey = new Map<string, Set<string>>();
  const regions = new Set<string>();
  for (const { key, value } of records.flatMap(({ fields }) => fields)) {
    if (typeof value !== 'string') continue;
    for (const word of wordsOf(value)) words.add(word);
    for (const [said] of value.matchAll(code)) codes.add(said);
    if (/^[A-Z]{3}$/u.test(value)) codesByKey.set(key, (codesByKey.get(key) ?? new Set()).add(value));
    if (/^[A-Z]{2}$/u.test(value)) regions.add(value);
  }
  return {
    hasCodes: [...codesByKey.values()].filter(({ size }) => size > 0).length > 1,
    codes,
    routes: [
      ...records.map((record) => ({ codes: codesOf(record), record })),
      ...texts.flatMap(({ text }) =>
        text.split(/\n|(?<=[.!?])\s/u).map((line) => ({ codes: new Set(line.match(code)), record: null })),
      ),
    ].filter(({ codes: { size } }) => size > 1),
    codeOf,
    regions,
    words,
  };
}

/** "from A to B" with the codes of both. */
export const leg =
  /(?<![\p{L}\p{N}])(?<from>[A-Z]{3})(?:\)?\s*(?:to|nach|à|a|para|naar|→|->|-|–)\s*(?:\p{Lu}[\p{L}' ]+ \()?)(?<to>[A-Z]{3})(?![\p{L}\p{N}])/gu;

export function codesOf(record: FactRecord): Set<string> {
  return new Set(withParts(record).flatMap(({ fields }) => fields.flatMap(codeIn)));
}

/** Wholes that go from one place to the other as a text says last. */
export function thingsOfLegs(text: string, { places }: LedgerContext): FactRecord[] {
  if (!places.hasCodes) return [];
  const last = [...text.matchAll(leg)].at(-1)?.groups as { from: string; to: string } | undefined;
  if (last === undefined) return [];
  return places.routes.flatMap(({ codes, record }) =>
    record !== null && record.parent === null && codes.has(last.from) && codes.has(last.to) ? [record] : [],
  );
}

function codeIn({ value }: FactRecord['fields'][number]): string[] {
  return typeof value === 'string' && /^[A-Z]{3}$/u.test(value) ? [value] : [];
}

/** "New York" may stand behind other capitals ("From New York"): its last words name it too. Folded. */
export function endsOf(name: string): string[] {
  const words = name.split(' ').map((word) => wordsOf(word).join(''));
  return words.map((_, index) => words.slice(index).join(' ')).filter((end) => end !== '');
}
