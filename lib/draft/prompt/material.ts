import { slotValuesFor } from '@/lib/knowledge/slot-values';
import { fillSlots } from '@/lib/knowledge/slots';
import { daysBetween } from '@/lib/knowledge/validity';
import type { NumberedPassage, ReplyMaterial, ReplyOrder } from '@/lib/model/contract';
import type { SearchHit } from '@/lib/search/contract';
import type { Need } from '@/lib/ticket/need';
import type { Order, Ticket } from '@/lib/ticket/ticket';
import { statesOnlyWhatIs } from '../commitments';
import { givenName } from '../names';
import { customerBursts, earlierWords } from '../need/need';
import type { Source } from '../session/session-state';
import { marketOf } from '../words/markets';
import { validityText } from './prompt-parts';

export interface MaterialInput {
  ticket: Ticket;
  need: Need;
  sources: readonly Source[];
  hits: readonly SearchHit[];
  evidence: ReplyMaterial['evidence'];
  order: Order | null;
  audience: 'public' | 'internal';
  hint: string;
  instruction: string | null;
  previous: string | null;
  /** The agent's own name, when the helpdesk does not tell it. */
  agentName: string | null;
  asksBack: boolean;
}

/**
 * What a provider without a model arranges. A public reply gets no passage of an internal source and none that is not
 * in force: nobody would be there to read the warning before quoting it.
 */
export function toMaterial(input: MaterialInput): ReplyMaterial {
  const { ticket, need, order } = input;
  const agentName = ticket.agentName ?? input.agentName;
  const values = slotValuesFor({ ...ticket, agentName }, order);
  const usable = input.sources.filter(
    (source) =>
      source.inForce && !source.gone && (input.audience === 'internal' || source.audience === 'public'),
  );
  const canned = usable
    .filter((source) => source.kind === 'canned-reply')
    .map((source) => ({ number: source.number, ...fillSlots(source.text, values) }))
    // "Your order has been cancelled" is only said when it has: a text made for one case must not state it of another.
    .filter((reply) => statesOnlyWhatIs(reply.text, ticket, order));
  const questionOf = new Map(input.hits.map((hit) => [hit.articleId, hit.question]));
  return {
    language: need.language,
    customerFirstName: givenName(ticket.customer.name),
    agentName,
    channel: ticket.channel,
    asks: need.asks.map((ask, index) => ({
      text: ask.text,
      passages: [
        ...usable.filter((source) => questionOf.get(source.articleId) === index),
        ...usable.filter((source) => questionOf.get(source.articleId) !== index),
      ].map((source) => source.number),
    })),
    passages: usable.map(
      (source): NumberedPassage => ({
        number: source.number,
        title: source.title,
        kind: source.kind,
        text: source.text,
        validity: validityText(source),
        verified: source.verified.state,
        isSpecial: source.validFrom !== null && source.validUntil !== null,
      }),
    ),
    cannedReplies: canned,
    missing: need.missing,
    order: order === null ? null : toReplyOrder(order, ticket.readAt.slice(0, 10)),
    market: marketOf(order),
    context: [ticket.subject, newestWords(ticket), input.hint].join('\n\n'),
    earlier: earlierWords(ticket),
    tone: need.tone,
    evidence: input.evidence,
    asksBack: input.asksBack,
    instruction: input.instruction,
    previous: input.previous,
  };
}

function newestWords(ticket: Ticket): string {
  const burst = customerBursts(ticket).at(-1) ?? [];
  return burst.map((message) => message.text).join('\n\n');
}

function toReplyOrder(order: Order, today: string): ReplyOrder {
  const deliveredOn =
    order.shipments.findLast((candidate) => candidate.status === 'delivered')?.updatedAt?.slice(0, 10) ??
    null;
  return {
    name: order.name,
    state: stateOf(order),
    daysSinceDelivery: deliveredOn === null ? null : daysBetween(deliveredOn, today),
    items: order.items.map((item) => item.title),
  };
}

function stateOf(order: Order): ReplyOrder['state'] {
  if (order.cancelledAt !== null) return 'cancelled';
  if (order.shipments.some((shipment) => shipment.status === 'delivered')) return 'delivered';
  if (order.shipments.length > 0 || order.fulfilmentStatus === 'fulfilled') return 'sent';
  // "partial": some of it has left; nothing is said of it.
  return /^(?:unfulfilled|unshipped|not[ _-]?(?:fulfilled|shipped)|pending|processing|open)$/iu.test(
    order.fulfilmentStatus ?? '',
  )
    ? 'waiting'
    : 'unknown';
}
