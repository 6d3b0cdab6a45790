import type { Order } from '@/lib/ticket/ticket';
import type { EvidencePlace } from '../claim';
import type { Source } from '../session/session-state';
import { findValues, type Value } from '../values';
import { fold, wordsOf } from '../words/fold';
import { type LedgerInput, messagesFor } from './input';
import { type KnownPlaces, readPlaces } from './known-places';
import { type KnownTerms, readTerms } from './known-terms';
import { type FactRecord, fieldValues, type PlaceOf, toRecords } from './records';
import { remembered } from './remembered';
import { type KnownSaid, readSaid } from './said';
import { findTerms, type Term } from './terms';
import { readThingNames, type ThingNames } from './things';
import { type KnownValue, ValueIndex } from './value-index';

/** What drafts are held against, read once and used for every sentence. */
export interface LedgerContext extends LedgerInput {
  valuesOf: ReadonlyMap<number, ValueIndex>;
  wordsIn: ReadonlyMap<number, ReadonlySet<string>>;
  /** Values and terms of a sentence of the draft, read once. */
  valuesIn: (text: string) => readonly Value[];
  termsIn: (text: string) => readonly Term[];
  /** Orders and facts as things. */
  records: readonly FactRecord[];
  /** Where the fields of a thing stand. */
  placeOf: ReadonlyMap<FactRecord, PlaceOf>;
  recordValues: ValueIndex;
  /** Of the facts alone: in an order a plain number counts pieces, it is no money. */
  factValues: ValueIndex;
  messageValues: ValueIndex;
  names: ThingNames;
  terms: KnownTerms;
  places: KnownPlaces;
  said: KnownSaid;
  /** Facts as folded words, to look for a word in. */
  factWords: readonly string[];
  /** Facts in words. */
  told: readonly { text: string; place: EvidencePlace }[];
}

export function createLedgerContext(input: LedgerInput): LedgerContext {
  const { ticket } = input;
  const facts = input.facts ?? [];
  const told = facts.flatMap((fact, index) =>
    typeof fact === 'string' ? [{ text: fact, place: { kind: 'fact', index, field: '' } as const }] : [],
  );
  const placeOf = new Map<FactRecord, PlaceOf>();
  const read = (thing: unknown, place: PlaceOf): FactRecord[] => {
    const records = toRecords(thing);
    for (const record of records) placeOf.set(record, place);
    return records;
  };
  const ofOrders = ticket.orders.flatMap((order) =>
    read(orderFacts(order), (field) => ({ kind: 'order', name: order.name, field })),
  );
  const ofFacts = facts.flatMap((fact, index) => read(fact, (field) => ({ kind: 'fact', index, field })));
  const inRecords = (records: readonly FactRecord[]) =>
    records.flatMap((record) => valuesOfRecord(record, placeOf.get(record)!));
  const factValues = [
    ...inRecords(ofFacts),
    ...facts.flatMap((fact, index) =>
      typeof fact === 'number' ? plainValues(fact, { kind: 'fact', index, field: '' }) : [],
    ),
    ...told.flatMap(({ text, place }) => valuesIn(text, place)),
  ];
  return {
    ...input,
    valuesOf: new Map(input.sources.map((source) => [source.number, new ValueIndex(sourceValues(source))])),
    wordsIn: new Map(input.sources.map((source) => [source.number, new Set(wordsOf(source.text))])),
    valuesIn: remembered(findValues),
    termsIn: remembered(findTerms),
    records: [...ofOrders, ...ofFacts],
    placeOf,
    recordValues: new ValueIndex([...inRecords(ofOrders), ...factValues]),
    factValues: new ValueIndex(factValues),
    messageValues: new ValueIndex([
      ...valuesIn(ticket.subject, { kind: 'ticket', field: 'subject' }),
      ...valuesIn(ticket.customer.email ?? '', { kind: 'ticket', field: 'email' }),
      ...valuesIn(ticket.customer.phone ?? '', { kind: 'ticket', field: 'phone' }),
      ...messagesFor(input).flatMap((message) => valuesIn(message.text, { kind: 'message', id: message.id })),
    ]),
    names: readThingNames([...placeOf.keys()]),
    places: readPlaces(input, [...placeOf.keys()], told),
    said: readSaid(input),
    factWords: [
      ...told.map(({ text }) => fold(text)),
      ...[...placeOf.keys()].flatMap(({ fields }) => fields.map(({ key, value }) => fold(`${key} ${value}`))),
    ],
    terms: readTerms(input, placeOf, told),
    told,
  };
}

function sourceValues({ number, title, text, url }: Source): KnownValue[] {
  return [
    ...valuesIn(title, { kind: 'source', number, field: 'title' }),
    ...valuesIn(text, { kind: 'source', number, field: 'text' }),
    ...valuesIn(url ?? '', { kind: 'source', number, field: 'url' }),
  ];
}

function valuesIn(text: string, place: EvidencePlace): KnownValue[] {
  return findValues(text).map((value) => ({
    value,
    span: { place, start: value.start, end: value.end, text: value.text },
    record: null,
  }));
}

function plainValues(plain: number, place: EvidencePlace): KnownValue[] {
  return fieldValues({ value: plain }).map((value) => ({
    value,
    span: { place, start: 0, end: value.end, text: value.text },
    record: null,
  }));
}

function valuesOfRecord(record: FactRecord, place: PlaceOf): KnownValue[] {
  return record.fields.flatMap((field) =>
    fieldValues(field).map((value) => ({
      value,
      span: { place: place(field.path), start: value.start, end: value.end, text: value.text },
      record,
    })),
  );
}

/** An order as facts: money carries the currency, times of day are left out. */
function orderFacts(order: Order): unknown {
  const money = (amount: string | null) =>
    amount === null ? null : `${amount} ${order.currency ?? ''}`.trim();
  const day = (date: string | null) => date?.slice(0, 10) ?? null;
  return {
    ...order,
    total: money(order.total),
    placedAt: day(order.placedAt),
    cancelledAt: day(order.cancelledAt),
    items: order.items.map((item) => ({ ...item, price: money(item.price) })),
    shipments: order.shipments.map((shipment) => ({ ...shipment, updatedAt: day(shipment.updatedAt) })),
    refunds: order.refunds.map((refund) => ({ ...refund, amount: money(refund.amount), at: day(refund.at) })),
  };
}
