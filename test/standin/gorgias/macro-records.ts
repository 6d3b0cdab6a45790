import type { SeedMacro, SeedStore } from '../contract';
import { linesToHtml } from './markup';
import type { MacroRecord } from './records';

/** The neutral placeholders of a seed in Gorgias' words; note the alias `shopify` against the numeric key of the API. */
const variables: Record<string, string> = {
  'customer.first_name': 'ticket.customer.firstname',
  'customer.name': 'ticket.customer.name',
  'order.name': 'ticket.customer.integrations.shopify.orders[0].name',
  'order.tracking_number': 'ticket.customer.integrations.shopify.orders[0].fulfillments[0].tracking_number',
  'agent.name': 'current_user.name',
};

/** Gorgias has a fixed list of intents; what does not fit has none. */
const intents: Record<string, string> = {
  'shipping-status': 'shipping/status',
  'lost-parcel': 'shipping/delivery-issue',
  'return-request': 'return/request',
  'size-exchange': 'exchange/request',
  'faulty-item': 'order/damaged',
  'cancel-order': 'order/cancel',
  closing: 'other/thanks',
};

const createdAt = Date.parse('2025-01-07T13:00:00.123Z');

export function toMacros(store: SeedStore): MacroRecord[] {
  return store.macros.map((seed, index) => {
    const actions = [responseText(seed)];
    // Tags come as one string, before or after the text.
    if (seed.intent && index % 2 === 0) {
      actions.unshift({
        type: 'user',
        name: 'addTags',
        title: 'Add tags',
        arguments: { tags: `${seed.intent}, macro` },
      });
    }
    return {
      id: 23_453 + index * 3,
      name: seed.title,
      intent: (seed.intent && intents[seed.intent]) ?? null,
      language: seed.locale.slice(0, 2),
      usage: seed.usage,
      archivedAt: null,
      actions,
      createdAt: createdAt + index * 86_400_000,
    };
  });
}

function responseText(seed: SeedMacro): MacroRecord['actions'][number] {
  const text = seed.text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_whole, name: string) => {
    return `{{${variables[name] ?? name}}}`;
  });
  return {
    type: 'user',
    name: 'setResponseText',
    title: 'Add response text',
    arguments: { body_text: text, body_html: linesToHtml(text) },
  };
}
