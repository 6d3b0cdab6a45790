import type { Claim } from '../../claim';
import { claimedAction, isPromise } from '../../commitments';
import { fold } from '../../words/fold';
import { benefitsIn } from '../benefits';
import { isDenied } from '../clauses';
import { denialsIn } from '../denials';

/** What makes a sentence worth a second reading though no mark stands on it. */
export type Risk = 'promise' | 'action' | 'denial' | 'eligibility' | 'weak-figure';

/** Who may, must or need not do what, in the languages of the phrase table. Folded. */
const eligibility =
  /(?<![a-z])(?:eligib|entitle|qualif|cover(?:s|ed)|included|allow|permit|refundable|returnable|exchangeable|final sale|must(?![a-z])|required|only(?![a-z])|unless|except|berechtig|anspruch|zulassig|erlaub|erstattungsfahig|umtauschbar|muss(?:en|t)?(?![a-z])|nur(?![a-z])|abgedeckt|enthalten|inbegriffen|erforderlich|ausser(?![a-z])|ausgeschlossen|droit|couvert|inclus|autoris|permis|remboursable|echangeable|doit|devez|doivent|faut(?![a-z])|uniquement|seulement|sauf(?![a-z])|derecho|cubiert|incluid|permitid|reembolsable|deb(?:e|en)(?![a-z])|tiene que|unicamente|solo(?![a-z])|salvo(?![a-z])|direito|cobert|permitid|reembolsave|dev(?:e|em)(?![a-z])|tem (?:de|que)(?![a-z])|apenas|somente|exceto|diritto|copert|consentit|ammess|rimborsabil|dovete|deve(?![a-z])|soltanto|tranne|recht op|gedekt|inbegrepen|toegestaan|moet(?:en)?(?![a-z])|alleen(?![a-z])|verplicht|behalve)/u;
/** Courtesies that deny or offer and state nothing. Folded. */
const courtesy = /(?<![a-z])(?:hesit|zogern|zoger|aarzel|esit(?:are|i|ate)(?![a-z])|dude en|duvide em)/u;
/** Figures of the ledger that a customer could hold the shop to. */
const figure = /^(?:money|date|duration|percent|time):/u;

/** Risks of a sentence with the claims in it; `cites`: it has a footnote of its own. */
export function risksOf(text: string, claims: readonly Claim[], cites: boolean): Set<Risk> {
  const risks = new Set<Risk>();
  const folded = fold(text);
  if (/\?["'”’»)\]]*\s*$/u.test(text) || courtesy.test(folded)) return risks;
  if (isPromise(text) || benefitsIn(folded).length > 0) risks.add('promise');
  if (claimedAction(text) !== null) risks.add('action');
  if (isDenied(folded) || denialsIn(text).length > 0) risks.add('denial');
  if (eligibility.test(folded)) risks.add('eligibility');
  if (claims.some((claim) => figure.test(claim.id) && isWeak(claim, cites))) risks.add('weak-figure');
  return risks;
}

/** A figure that only the customer wrote, or that stands on the footnote of a later sentence. */
function isWeak({ state, from }: Claim, cites: boolean): boolean {
  return (state === 'ticket' && from === 'message') || (state === 'sourced' && !cites);
}
