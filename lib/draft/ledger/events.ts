import { type ActionKind, hasDone, isShownByOrder } from '../commitments';
import { findValues } from '../values';
import { wordsOf } from '../words/fold';
import type { LedgerContext } from './evidence';
import { fromTicket, type SentenceCase, type Verdict } from './finding';
import { messagesFor } from './input';
import { type FactRecord, type Field, wholeOf, withParts } from './records';

/** Words by which facts show an event, in keys and in values ("transaction_type": "refund", "status": "cancelled"). */
const shows: Record<ActionKind, RegExp> = {
  refund: /refund|reimburs|credited|chargeback/u,
  cancel: /cancel|void/u,
  ship: /ship|dispatch|deliver|fulfil|tracking|in[ _-]transit/u,
  approve: /approv|authori[sz]|granted/u,
  change: /modif|chang|updat|exchang|upgrad|replac/u,
};
/** Beginnings of values that deny it: "not shipped", "unfulfilled". */
const denies = /^(?:not|un|non|never|no)(?![a-z]?ote)/u;
const eventKeys = /status|state|type|event|action|kind|note/u;

/** Where an order, a fact or an earlier message knows of such an event, or `null`. */
export function actionEvidence(
  kind: ActionKind,
  sentence: SentenceCase,
  context: LedgerContext,
): Verdict | null {
  if (isShownByOrder(kind, context.order)) return fromTicket('order');
  // Things that the sentence is about, when it names any: another order's refund is none of this one.
  const things = sentence.around.things.length > 0 ? sentence.around.things : context.records;
  for (const record of new Set(things.map(wholeOf).flatMap(withParts))) {
    const field = record.fields.find((each) => isEvent(kind, each, record));
    if (field === undefined) continue;
    const text = String(field.value);
    const place = context.placeOf.get(record)!(field.path);
    return fromTicket('order', { place, start: 0, end: text.length, text });
  }
  const isVague = sentence.around.here.length === 0;
  const changed =
    kind === 'change'
      ? (changedField(things, context) ?? (isVague ? changedField(context.records, context) : null))
      : null;
  return changed ?? inMessages(kind, context) ?? inToldFacts(sentence, context);
}

function isEvent(kind: ActionKind, { key, value, path }: Field, record: FactRecord): boolean {
  const name = key.toLowerCase();
  if (typeof value === 'string') {
    const said = value.toLowerCase();
    if (eventKeys.test(name) && shows[kind].test(said) && !denies.test(said)) return true;
    // A date or an id beside "cancelled_at", "tracking_id".
    return shows[kind].test(path.toLowerCase()) && /\d/u.test(said) && kind !== 'change';
  }
  // Money that went back is booked below zero.
  if (kind === 'refund' && typeof value === 'number' && value < 0 && isMoneyOut(record, name)) return true;
  return kind === 'change' && typeof value === 'number' && /difference/u.test(name);
}

function isMoneyOut(record: FactRecord, name: string): boolean {
  return /amount|difference|total|balance/u.test(name) || record.fields.some(({ key }) => /pay/iu.test(key));
}

/** A thing that facts tell of twice, otherwise the second time, has been changed between. */
function changedField(things: readonly FactRecord[], context: LedgerContext): Verdict | null {
  const seen = new Map<string, Map<string, string>>();
  const ids = new Set(things.map(wholeOf).map(idOf));
  for (const whole of context.records.filter(({ parent }) => parent === null)) {
    const id = idOf(whole);
    if (id === null || !ids.has(id)) continue;
    const before = seen.get(id);
    const now = new Map<string, string>();
    for (const part of withParts(whole)) {
      for (const { path, value } of part.fields) {
        const text = String(value);
        now.set(path, text);
        if (before !== undefined && before.get(path) !== text)
          return fromTicket('order', {
            place: context.placeOf.get(part)!(path),
            start: 0,
            end: text.length,
            text,
          });
      }
    }
    seen.set(id, now);
  }
  return null;
}

/** What a thing is told by: its first field. */
function idOf({ fields: [first] }: FactRecord): string | null {
  return first === undefined ? null : `${first.key}: ${first.value}`;
}

function inMessages(kind: ActionKind, context: LedgerContext): Verdict | null {
  for (const message of messagesFor(context)) {
    if (message.author.role !== 'agent') continue;
    const span = hasDone(kind, message.text);
    if (span === null) continue;
    const text = message.text.slice(span.start, span.end);
    return fromTicket('message', { place: { kind: 'message', id: message.id }, ...span, text });
  }
  return null;
}

/** A tool's answer in words that shares a figure and a word with the sentence: "Voucher V-1 added, 50". */
function inToldFacts({ text }: SentenceCase, context: LedgerContext): Verdict | null {
  const words = new Set(wordsOf(text).filter((word) => word.length > 3 && !/\d/u.test(word)));
  const figures = findValues(text).map((value) => value.key.split(':').at(-1));
  for (const { text: said, place } of context.told) {
    const sharesWord = wordsOf(said).some((word) => words.has(word));
    const sharesFigure = findValues(said).some((value) => figures.includes(value.key.split(':').at(-1)));
    if (sharesWord && sharesFigure)
      return fromTicket('order', { place, start: 0, end: said.length, text: said });
  }
  return null;
}
