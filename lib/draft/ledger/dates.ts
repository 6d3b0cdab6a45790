import type { EvidenceSpan } from '../claim';
import { isSameValue, type Value } from '../values';
import { lettered } from '../words/letters';
import type { LedgerContext } from './evidence';
import type { SentenceCase } from './finding';
import { thingsOfLegs } from './known-places';
import { wholeOf } from './records';

/** What the customer did or said, asked back. */
const askedBack = lettered(
  /(?<!\p{L})(?:you (?:booked|mentioned|said|ordered|placed|sent|bought|requested|asked|received|returned|paid)|sie[^.?]{0,40}(?:gebucht|erwähnt|bestellt|geschickt|gekauft|bezahlt)|vous avez (?:réservé|mentionné|commandé|envoyé|acheté|reçu|payé)|(?:reservó|mencionó|pidió|compró|envió|pagó)|(?:reservou|mencionou|pediu|comprou|enviou|pagou)|ha (?:prenotato|menzionato|ordinato|comprato|inviato|pagato)|u[^.?]{0,40}(?:geboekt|genoemd|besteld|gekocht|gestuurd|betaald))(?!\p{L})/iu,
);

/**
 * A day that stands in some fact, but not in what the sentence is about: the thing that it names knows other days, or
 * the customer, asked what they meant by it, wrote another.
 */
export function otherDay(value: Value, sentence: SentenceCase, context: LedgerContext): EvidenceSpan | null {
  if (value.kind !== 'date') return null;
  return dayOfThings(value, sentence, context) ?? dayAskedBack(sentence, context);
}

function dayOfThings(
  value: Value,
  { text, around }: SentenceCase,
  context: LedgerContext,
): EvidenceSpan | null {
  const legs = thingsOfLegs(text.slice(0, value.start), context);
  const wholes = new Set((around.here.length > 0 ? around.here : legs).map(wholeOf));
  if (wholes.size === 0) return null;
  const dates = context.recordValues.all.filter(
    (known) => known.value.kind === 'date' && known.record !== null && wholes.has(wholeOf(known.record)),
  );
  return dates.some((known) => isSameValue(known.value, value)) ? null : (dates.at(-1)?.span ?? null);
}

function dayAskedBack({ text, around }: SentenceCase, context: LedgerContext): EvidenceSpan | null {
  if (around.here.length > 0 || !/\?\s*$/u.test(text) || !askedBack.test(text)) return null;
  const lastByCustomer = context.ticket.messages.findLast(({ author }) => author.role === 'customer');
  const days = context.messageValues.all.filter(
    ({ value, span: { place } }) =>
      value.kind === 'date' && place.kind === 'message' && place.id === lastByCustomer?.id,
  );
  return days.at(-1)?.span ?? null;
}
