import type { EvidenceSpan } from '../claim';
import { type LedgerInput, messagesFor } from './input';
import type { FactRecord, PlaceOf } from './records';
import { findTerms, type TermKind } from './terms';

export interface KnownTerm {
  kind: TermKind;
  name: string;
  span: EvidenceSpan;
}

/** Terms of the evidence, by thing and by where else they stand. */
export interface KnownTerms {
  ofRecord: ReadonlyMap<FactRecord, readonly KnownTerm[]>;
  /** One of each. */
  ofRecords: readonly KnownTerm[];
  inMessages: readonly KnownTerm[];
  inSources: ReadonlyMap<number, readonly KnownTerm[]>;
  /** Facts in words. */
  told: readonly KnownTerm[];
  /** Kinds that some thing has: for the others nobody knows what is true. */
  kinds: ReadonlySet<TermKind>;
}

export function readTerms(
  input: LedgerInput,
  placeOf: ReadonlyMap<FactRecord, PlaceOf>,
  told: readonly { text: string; place: EvidenceSpan['place'] }[],
): KnownTerms {
  const ofRecord = new Map([...placeOf].map(([record, place]) => [record, termsOfRecord(record, place)]));
  const each = new Map([...ofRecord.values()].flat().map((term) => [`${term.kind} ${term.name}`, term]));
  return {
    ofRecord,
    ofRecords: [...each.values()],
    inMessages: messagesFor(input).flatMap(({ id, text }) => termsIn(text, { kind: 'message', id })),
    inSources: new Map(
      input.sources.map(({ number, title, text }) => [
        number,
        [
          ...termsIn(title, { kind: 'source', number, field: 'title' }),
          ...termsIn(text, { kind: 'source', number, field: 'text' }),
        ],
      ]),
    ),
    told: told.flatMap(({ text, place }) => termsIn(text, place)),
    kinds: new Set([...ofRecord.values()].flatMap((terms) => terms.map(({ kind }) => kind))),
  };
}

function termsIn(text: string, place: EvidenceSpan['place']): KnownTerm[] {
  return findTerms(text).map(({ kind, name, start, end }) => ({
    kind,
    name,
    span: { place, start, end, text: text.slice(start, end) },
  }));
}

/** Signora Rossi is not red, and Green Street is no colour. */
const personal =
  /(?:first|last|full|user|customer|family|given)_?name|surname|address|street|city|town|email/iu;

/** `gift_card_12` tells how someone pays; `anna_rossi_12` tells nothing. */
const idLike = /^\S*[_\d]\S*\d$/u;

/** A value is read behind its key, which tells a size "M" from a letter. */
function termsOfRecord(record: FactRecord, place: PlaceOf): KnownTerm[] {
  return record.fields.flatMap(({ key, value, path }) => {
    if (typeof value !== 'string' || personal.test(path)) return [];
    const label = `${key}: `;
    return termsIn(label + value, place(path))
      .filter(({ kind, span }) => span.start >= label.length && (kind === 'payment' || !idLike.test(value)))
      .map((term) => ({
        ...term,
        span: { ...term.span, start: term.span.start - label.length, end: term.span.end - label.length },
      }));
  });
}
