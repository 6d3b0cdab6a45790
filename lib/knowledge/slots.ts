/**
 * Places in a canned reply that the ticket fills, written `{{customer.first_name}}`. Both helpdesks' own placeholders
 * are aliases of these; what none of them means stays as it is and is shown.
 */
export const slotNames = [
  'customer.first_name',
  'customer.last_name',
  'customer.name',
  'customer.email',
  'customer.phone',
  'agent.name',
  'agent.first_name',
  'agent.email',
  'ticket.id',
  'ticket.subject',
  'ticket.url',
  'brand.name',
  'order.name',
  'order.placed_at',
  'order.total',
  'order.currency',
  'order.financial_status',
  'order.fulfilment_status',
  'order.status_url',
  'order.items',
  'shipment.carrier',
  'shipment.tracking_number',
  'shipment.tracking_url',
  'shipment.status',
] as const;
/** A custom field of the ticket, by its number; Zendesk's own way to write one. */
type FieldSlot = `ticket.ticket_field_${string}`;
export type SlotName = (typeof slotNames)[number] | FieldSlot;
export type SlotValues = Partial<Record<SlotName, string>>;

/**
 * Names in the helpdesks. Zendesk: its list of placeholders for macros. Gorgias: the variables that its help pages
 * name, where `shopify` stands for the shop whatever its number is.
 */
const aliases: Record<string, SlotName> = {
  'ticket.requester.first_name': 'customer.first_name',
  'ticket.requester.last_name': 'customer.last_name',
  'ticket.requester.name': 'customer.name',
  'ticket.requester.email': 'customer.email',
  'ticket.requester.phone': 'customer.phone',
  'ticket.assignee.name': 'agent.name',
  'ticket.assignee.first_name': 'agent.first_name',
  'ticket.assignee.email': 'agent.email',
  'current_user.first_name': 'agent.first_name',
  'ticket.title': 'ticket.subject',
  'ticket.link': 'ticket.url',
  'ticket.brand.name': 'brand.name',
  'ticket.customer.firstname': 'customer.first_name',
  'ticket.customer.lastname': 'customer.last_name',
  'ticket.customer.name': 'customer.name',
  'ticket.customer.email': 'customer.email',
  'ticket.customer.phone': 'customer.phone',
  'ticket.sender.email': 'customer.email',
  'ticket.assignee_user.name': 'agent.name',
  'ticket.assignee_user.firstname': 'agent.first_name',
  'ticket.assignee_user.email': 'agent.email',
  'current_user.name': 'agent.name',
  'current_user.firstname': 'agent.first_name',
  'current_user.email': 'agent.email',
  'ticket.account.domain': 'brand.name',
  'order.tracking_number': 'shipment.tracking_number',
  'order.tracking_url': 'shipment.tracking_url',
  'order.carrier': 'shipment.carrier',
};

const shopifyCustomer: Record<string, SlotName> = {
  first_name: 'customer.first_name',
  last_name: 'customer.last_name',
  email: 'customer.email',
  phone: 'customer.phone',
};

const shopifyOrder: Record<string, SlotName> = {
  name: 'order.name',
  order_number: 'order.name',
  created_at: 'order.placed_at',
  total_price: 'order.total',
  currency: 'order.currency',
  financial_status: 'order.financial_status',
  fulfillment_status: 'order.fulfilment_status',
  order_status_url: 'order.status_url',
  'fulfillments[0].tracking_company': 'shipment.carrier',
  'fulfillments[0].tracking_number': 'shipment.tracking_number',
  'fulfillments[0].tracking_url': 'shipment.tracking_url',
  'fulfillments[0].tracking_urls[0]': 'shipment.tracking_url',
  'fulfillments[0].shipment_status': 'shipment.status',
};

/** `{{ name | filter }}`; also Liquid tags `{% … %}`, which nothing here fills. */
const placeholder = /\{\{\s*([^{}|]*?)\s*(\|[^{}]*)?\}\}|\{%[^%]*%\}/g;

/** The slot that a placeholder's name means, or `null`. Only the newest order (`orders[0]`) is known. */
export function slotOf(name: string): SlotName | null {
  const bare = name.trim();
  if ((slotNames as readonly string[]).includes(bare)) return bare as SlotName;
  const shopify = /^ticket\.customer\.integrations\.shopify\.(customer|orders\[0\])\.(.+)$/.exec(bare);
  if (shopify) {
    const table = shopify[1] === 'customer' ? shopifyCustomer : shopifyOrder;
    return Object.hasOwn(table, shopify[2]!) ? table[shopify[2]!]! : null;
  }
  const field = /^ticket\.ticket_field_(?:option_title_)?(\d+)$/.exec(bare)?.[1];
  if (field !== undefined) return `ticket.ticket_field_${field}`;
  return Object.hasOwn(aliases, bare) ? aliases[bare]! : null;
}

/** Writes the helpdesks' placeholders as slots. A filter is dropped with a known name: values come ready to read. */
export function normaliseSlots(text: string): string {
  return text.replace(placeholder, (whole: string, name: string | undefined) => {
    const slot = name === undefined ? null : slotOf(name);
    return slot === null ? whole : `{{${slot}}}`;
  });
}

export interface FoundSlot {
  readonly start: number;
  readonly end: number;
  /** As written, without braces. */
  readonly name: string;
  readonly slot: SlotName | null;
}

/** Every placeholder of a text in order, known or not. Offsets are UTF-16, `end` exclusive. */
export function findSlots(text: string): FoundSlot[] {
  return [...text.matchAll(placeholder)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[1] ?? match[0],
    slot: match[1] === undefined ? null : slotOf(match[1]),
  }));
}

/**
 * Fills what the ticket can fill. An empty value fills nothing: a greeting without its name is worse than one that
 * shows what is missing. `unfilled` names each gap once, in order; the text still holds it in braces.
 */
export function fillSlots(text: string, values: SlotValues): { text: string; unfilled: string[] } {
  const unfilled = new Set<string>();
  const filled = text.replace(placeholder, (whole: string, name: string | undefined) => {
    const slot = name === undefined ? null : slotOf(name);
    const value = slot === null ? undefined : values[slot];
    if (value) return value;
    unfilled.add(slot ?? name ?? whole);
    return whole;
  });
  return { text: filled, unfilled: [...unfilled] };
}
