import { fold } from '@/lib/draft/words/fold';
import { lettered } from '@/lib/draft/words/letters';
import type { ReplyOrder } from '../contract';
import type { Section } from './sections';

/** Words of a heading or of a sentence's condition that say in which state of the order it counts. */
const afterSending = lettered(
  /(?<!\p{L})(?:after (?:dispatch|shipping|shipment|it (?:has )?(?:left|shipped))|once (?:the parcel|it|the order) (?:is|has)|too late|already (?:packed|shipped|sent|on its way)|packed or shipped|nach (?:dem )?versand|zu spat|bereits (?:verpackt|versendet|versandt|unterwegs)|apres (?:l'?)?expedition|trop tard|deja (?:expedie|parti|emballe)\p{L}*|despues del envio|demasiado tarde|ya (?:enviad|salid)\p{L}*|apos o envio|depois do envio|tarde demais|ja (?:enviad|expedid)\p{L}*)/iu,
);
const beforeSending = lettered(
  /(?<!\p{L})(?:before (?:dispatch|shipping|packing|it (?:ships|leaves))|until (?:packing|dispatch|it (?:ships|leaves))|not (?:yet )?(?:been )?(?:packed|shipped)|not yet|in the first (?:\d+|few) (?:minutes|hours)|pre-?orders?|vor (?:dem )?(?:versand|verpacken)|bis zum (?:verpacken|versand)|noch nicht (?:verpackt|versendet|versandt)|in den ersten \d+ (?:minuten|stunden)|avant (?:l'?)?(?:expedition|emballage)|pas encore (?:expedie|emballe)\p{L}*|antes del? envio|todavia no|aun no|antes do envio|ainda nao)/iu,
);
const within = lettered(
  /(?<!\p{L})(?:within|in the first|during the first|in den ersten|innerhalb (?:von|der ersten)|dans les|pendant les|durante los primeros|en los primeros|dentro de|nos primeiros)\D{0,12}(\d{1,3}) (?:days|tagen?|jours|dias)(?!\p{L})/iu,
);
const after = lettered(
  /(?<!\p{L})(?:after|later than|nach|apres|despues de|apos|depois de)\D{0,8}(\d{1,3}) (?:days|tagen?|jours|dias)(?!\p{L})/iu,
);

const otherSituation = 0.5;
const sameSituation = 1.08;

/** Below 1 when the section speaks of orders in another state than this one, above 1 when it speaks of its very state. */
export function situationFactor(section: Section, order: ReplyOrder | null | undefined): number {
  if (!order) return 1;
  const heading = fold(section.heading);
  const condition = fold(section.units[0]!.text.slice(0, 60));
  const isSent = order.state === 'sent' || order.state === 'delivered';
  let factor = 1;
  for (const text of [heading, condition]) {
    if (text === '') continue;
    if (afterSending.test(text) && !beforeSending.test(text)) {
      if (isSent) factor *= sameSituation;
      if (order.state === 'waiting') factor *= otherSituation;
    } else if (beforeSending.test(text)) {
      if (isSent) factor *= otherSituation;
      if (order.state === 'waiting') factor *= sameSituation;
    }
  }
  const days = order.daysSinceDelivery;
  if (days !== null) {
    const inside = within.exec(heading);
    if (inside && days > Number(inside[1])) factor *= otherSituation;
    const beyond = after.exec(heading);
    if (beyond && days <= Number(beyond[1])) factor *= otherSituation;
  }
  return factor;
}
