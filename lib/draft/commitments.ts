import type { Order, Ticket } from '@/lib/ticket/ticket';
import { lettered } from './words/letters';

/** What a sentence says has been done, by kind of event. First person or passive, perfect or past. */
const done: readonly [ActionKind, RegExp][] = [
  [
    'refund',
    lettered(
      /(?<!\p{L})(?:(?:i|we)(?:'ve| have)? (?:just |already )?(?:issued|processed|initiated|made|refunded|credited)[^.]{0,30}(?:refund|money|amount|payment)?|(?:has|have) (?:now |already |successfully )*been (?:successfully )?(?:refunded|credited|reimbursed)|(?:ist|wurde|haben|habe)[^.]{0,40}(?:erstattet|zurückgezahlt|gutgeschrieben)|(?:avons|ai)[^.]{0,20}remboursé|a été remboursé\p{L}*|(?:hemos|he)[^.]{0,20}(?:reembolsado|devuelto)|ha sido reembolsad\p{L}+|(?:reembolsámos|reembolsamos|reembolsei)|foi reembolsad\p{L}+|(?:ho|abbiamo)[^.]{0,20}(?:rimborsato|riaccreditato)|(?:è|sono) stat\p{L} (?:rimborsat|riaccreditat)\p{L}+|(?:heb|hebben|is|zijn)[^.]{0,40}(?:terugbetaald|gecrediteerd))(?!\p{L})/iu,
    ),
  ],
  [
    'cancel',
    lettered(
      /(?<!\p{L})(?:(?:i|we)(?:'ve| have)? (?:just |already )?cancell?ed|(?:has|have|was) (?:now |already |successfully )*(?:been )?(?:successfully )?cancell?ed|(?:wurde|ist|habe|haben)[^.]{0,40}storniert|(?:avons|ai)[^.]{0,20}annulé|a été annulé\p{L}*|(?:hemos|he)[^.]{0,20}cancelado|ha sido cancelad\p{L}+|(?:cancelámos|cancelamos|cancelei)|foi cancelad\p{L}+|(?:ho|abbiamo)[^.]{0,20}annullato|(?:è|sono) stat\p{L} annullat\p{L}+|(?:heb|hebben|is|zijn)[^.]{0,40}geannuleerd)(?!\p{L})/iu,
    ),
  ],
  [
    'ship',
    lettered(
      /(?<!\p{L})(?:(?:i|we)(?:'ve| have)? (?:just |already )?(?:sent|shipped|dispatched|posted)(?! you (?:an?|the) (?:e-?mail|link))[^.]{0,20}(?:replacement|parcel|package|order|item|label)|(?:has|have|was) (?:now |already |successfully )*(?:been )?(?:successfully )?(?:shipped|dispatched|replaced)|(?:wurde|ist|habe|haben)[^.]{0,40}(?:versendet|versandt|verschickt|ersetzt)|a été (?:expédié|envoyé|remplacé)\p{L}*|ha sido (?:enviad|reemplazad)\p{L}+|foi (?:enviad|substituíd)\p{L}+|(?:ho|abbiamo)[^.]{0,20}(?:spedito|sostituito)|(?:è|sono) stat\p{L} (?:spedit|sostituit)\p{L}+|(?:heb|hebben|is|zijn)[^.]{0,40}(?:verzonden|verstuurd|vervangen))(?!\p{L})/iu,
    ),
  ],
  [
    'change',
    lettered(
      /(?<!\p{L})(?:(?:i|we)(?:'ve| have)? (?:just |already )?(?:updated|changed|corrected|applied|added|extended|activated|removed|upgraded)|(?:has|have) (?:now |already |successfully )*been (?:successfully )?(?:updated|changed|corrected|applied|extended|activated|upgraded)|(?:wurde|habe|haben)[^.]{0,40}(?:geändert|aktualisiert|verlängert|freigeschaltet)|a été (?:modifié|mis)\p{L}*|ha sido (?:cambiad|actualizad|modificad)\p{L}+|foi (?:alterad|atualizad)\p{L}+|(?:ho|abbiamo)[^.]{0,20}(?:modificato|aggiornato|cambiato|prorogato)|(?:è|sono) stat\p{L} (?:modificat|aggiornat|cambiat|prorogat)\p{L}+|(?:heb|hebben|is|zijn)[^.]{0,40}(?:gewijzigd|bijgewerkt|aangepast|verlengd|geactiveerd))(?!\p{L})/iu,
    ),
  ],
  [
    'approve',
    lettered(
      /(?<!\p{L})(?:(?:supervisor|manager|management|team ?lead|department|director|boss|(?:i|we)(?:'ve| have)?|(?:has|have) (?:now |already )?been)[^.]{0,24}?(?:approved|authori[sz]ed|signed off)|(?:wurde|hat|haben|habe)[^.]{0,40}(?:genehmigt|bewilligt)|(?:a|ont|avons|ai)(?: déjà)? (?:approuvé|autorisé|accordé)\p{L}*|(?:ha|han|hemos|he)(?: sido)?(?: ya)? (?:aprobad|autorizad)\p{L}+|(?:já )?(?:aprovou|autorizou|aprovámos|autorizámos)|foi(?: já)? (?:aprovad|autorizad)\p{L}+|(?:ha|hanno|è stat[oa])(?: già)? (?:approvat|autorizzat)\p{L}+|(?:heeft|hebben|is)[^.]{0,40}goedgekeurd)(?!\p{L})/iu,
    ),
  ],
];
export type ActionKind = 'refund' | 'cancel' | 'ship' | 'change' | 'approve';

const commits = lettered(
  /(?<!\p{L})(?:(?:i|we)(?:'ll| will| can| are happy to| are able to|'re happy to| shall| guarantee| promise)|you(?:'ll| will| are entitled to| are eligible| can (?:return|exchange|cancel|get|have|claim|expect))|wir (?:werden|erstatten|übernehmen|schicken|senden|ersetzen|garantieren)|ich (?:werde|erstatte|schicke|sende)|(?:sie|du) (?:erhalten|bekommen|erhältst|bekommst|können|haben anspruch)|nous (?:allons|vous (?:rembours|envoy|offr)\p{L}*|rembours\p{L}+|prenons)|vous (?:recevrez|pouvez|avez droit|serez)|(?:le |les |te )?(?:enviaremos|reembolsaremos|devolveremos|ofrecemos|garantizamos)|(?:recibirá|puede (?:devolver|cambiar|cancelar))\p{L}*|(?:vamos|iremos|enviaremos|reembolsaremos|oferecemos|garantimos)|(?:receberá|pode (?:devolver|trocar|cancelar))\p{L}*|(?:rimborseremo|invieremo|spediremo|sostituiremo|rimborsiamo|garantiamo|offriamo|riceverà|ha diritto|può (?:restituire|rendere|cambiare|annullare))|(?:wij|we|ik) (?:zullen|zal|sturen|stuur|vergoeden|vervangen|garanderen|betalen)|(?:u|je) (?:ontvangt|krijgt|kunt|kan|hebt recht))(?!\p{L})/iu,
);
const benefits = lettered(
  /(?<!\p{L})(?:refund\p{L}*|replac\p{L}*|free|discount\p{L}*|credit\p{L}*|voucher\p{L}*|compensat\p{L}*|reimburs\p{L}*|warranty|guarantee\p{L}*|return\p{L}*|exchange\p{L}*|cancel\p{L}*|deliver\p{L}*|arriv\p{L}*|ship\p{L}*|waive\p{L}*|label|kostenlos\p{L}*|gratis|erstatt\p{L}*|rückerstatt\p{L}*|ersatz\p{L}*|ersetz\p{L}*|gutschein\p{L}*|rabatt\p{L}*|garantie\p{L}*|gutschrift\p{L}*|umtausch\p{L}*|rückgabe\p{L}*|liefer\p{L}*|rembours\p{L}*|remplac\p{L}*|gratuit\p{L}*|remise|avoir|échang\p{L}*|livr\p{L}*|reembols\p{L}*|reemplaz\p{L}*|descuento\p{L}*|vale|garantía|envío|devol\p{L}*|substitu\p{L}*|desconto\p{L}*|garantia|troca\p{L}*|entreg\p{L}*|envi\p{L}*|rimbors\p{L}*|sostitu\p{L}*|sconto|buono|garanzia|reso|restitu\p{L}*|spedi\p{L}*|consegn\p{L}*|terugbeta\p{L}*|vergoed\p{L}*|vervang\p{L}*|korting\p{L}*|tegoed\p{L}*|retour\p{L}*|ruil\p{L}*|lever\p{L}*|verzend\p{L}*|bezorg\p{L}*)(?!\p{L})/iu,
);

/** Before what is done: it has not happened, or only may. */
const unmet = lettered(
  /(?<!\p{L})(?:if|once|when|after|as soon as|until|unless|wenn|sobald|nachdem|falls|bis|si|dès que|lorsque|après|cuando|una vez|quando|assim que|depois|(?:non )?appena|dopo che|se (?:il|la|l'|lo|i|gli|le|non|viene)|als (?:u|je|het|de|uw|wij|we)|zodra|nadat|indien|tenzij|niet|not|nicht|pas|no|não|non)(?!\p{L})[^.;]*$/iu,
);
/** Before a state: it is one of several. */
const conditional = lettered(
  /(?<!\p{L})(?:if|once|when|until|as soon as|after|unless|wenn|sobald|falls|si|dès|lorsque|quand|cuando|quando|assim que|(?:non )?appena|als (?:u|je|het|de|uw|wij|we)|zodra|indien|tenzij)(?!\p{L})/iu,
);

export function isPromise(sentence: string): boolean {
  const text = sentence.replaceAll('’', "'");
  return !text.trimEnd().endsWith('?') && commits.test(text) && benefits.test(text);
}

/** Kind of event a sentence claims to have happened, or `null`. Conditions ("once it has been …") claim nothing. */
export function claimedAction(sentence: string): { kind: ActionKind; start: number; end: number } | null {
  const text = sentence.replaceAll('’', "'");
  if (text.trimEnd().endsWith('?')) return null;
  for (const [kind, pattern] of done) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const before = text.slice(0, match.index);
    if (unmet.test(before)) continue;
    return { kind, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** Where a text tells that such an event has happened, or `null`. */
export function hasDone(kind: ActionKind, text: string): { start: number; end: number } | null {
  const match = done.find(([known]) => known === kind)![1].exec(text.replaceAll('’', "'"));
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}

/** Whether an order or agents' messages know of such an event. */
function isActionKnown(kind: ActionKind, ticket: Pick<Ticket, 'messages'>, order: Order | null): boolean {
  if (isShownByOrder(kind, order)) return true;
  return ticket.messages.some(
    (message) => message.author.role === 'agent' && hasDone(kind, message.text) !== null,
  );
}

/** Whether the order itself shows such an event. */
export function isShownByOrder(kind: ActionKind, order: Order | null): boolean {
  if (order === null) return false;
  switch (kind) {
    case 'refund':
      return order.refunds.length > 0 || /refunded/iu.test(order.financialStatus ?? '');
    case 'cancel':
      return order.cancelledAt !== null;
    case 'ship':
      return order.shipments.length > 0 || order.fulfilmentStatus === 'fulfilled';
    case 'change':
    case 'approve':
      return false;
  }
}

const orderNoun = `(?:(?:your|the) (?:order|parcel|package|delivery|return|refund)|(?:ihre?|die|das) (?:bestellung|paket|sendung|lieferung|rücksendung|erstattung)|(?:votre|le|la) (?:commande|colis|retour|remboursement)|(?:su|el|la) (?:pedido|paquete|envío|devolución|reembolso)|(?:a |o )?(?:sua|seu) (?:encomenda|pedido|devolução|reembolso))`;
/** What a text says the order is in, and how an order shows it. */
const states: readonly [RegExp, (order: Order) => boolean][] = [
  [/cancel|storniert|annulée?|anulad[oa]/iu, (order) => order.cancelledAt !== null],
  [
    /already packed|packed|shipped|dispatched|on its way|in transit|left|versandt|versendet|unterwegs|verpackt|expédiée?|en route|enviad[oa]|en camino|a caminho/iu,
    isSent,
  ],
  [
    /delivered|zugestellt|livrée?|entregad[oa]|entregue/iu,
    (order) => order.shipments.some((shipment) => shipment.status === 'delivered'),
  ],
  [/refunded|erstattet|remboursée?|reembolsad[oa]/iu, (order) => order.refunds.length > 0],
  [
    /lost|verloren|perdue?|perdid[oa]|extraviad[oa]/iu,
    (order) => order.shipments.some((shipment) => shipment.status === 'failure'),
  ],
];
const stateClaim = lettered(
  new RegExp(
    `(?<!\\p{L})${orderNoun}[^.!?\\n]{0,40}?(?<!\\p{L})(?:is|has|was|are|ist|wurde|hat|est|a été|está|ha sido|fue|foi|já)(?!\\p{L})([^.!?\\n]{0,60})`,
    'giu',
  ),
);

/**
 * Whether a canned reply states only what the order shows: no done action and no state of the order that it is not in.
 * Conditions ("if your order is already packed") state nothing.
 */
export function statesOnlyWhatIs(
  text: string,
  ticket: Pick<Ticket, 'messages'>,
  order: Order | null,
): boolean {
  for (const sentence of text.split(/(?<=[.!?])\s+|\n+/u)) {
    const action = claimedAction(sentence);
    if (action !== null && !isActionKnown(action.kind, ticket, order)) return false;
    for (const match of sentence.matchAll(stateClaim)) {
      if (conditional.test(sentence.slice(0, match.index))) continue;
      const claimed = states.find(([pattern]) => pattern.test(match[1]!));
      if (claimed !== undefined && (order === null || !claimed[1](order))) return false;
    }
  }
  return true;
}

function isSent(order: Order): boolean {
  return (
    order.shipments.some((shipment) => shipment.status !== 'failure') ||
    order.fulfilmentStatus === 'fulfilled'
  );
}
