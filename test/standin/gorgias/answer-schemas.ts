import * as z from 'zod/mini';

/**
 * The true field names of the API's answers, as recorded by others; used by the tests of the stand-in. Loose, because
 * real answers carry more fields than anybody documents.
 */
const date = z.string().check(z.regex(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{6})?(\+00:00)?$/));
const maybeDate = z.nullable(date);

const person = z.looseObject({
  id: z.int(),
  name: z.string(),
  firstname: z.string(),
  lastname: z.string(),
  email: z.nullable(z.string()),
  meta: z.null(),
});

const address = z.looseObject({ name: z.string(), address: z.nullable(z.string()) });

export const messageAnswer = z.looseObject({
  id: z.int(),
  uri: z.string(),
  ticket_id: z.int(),
  message_id: z.nullable(z.string()),
  external_id: z.nullable(z.string()),
  public: z.boolean(),
  channel: z.string(),
  via: z.string(),
  from_agent: z.boolean(),
  source: z.looseObject({ type: z.string(), from: address, to: z.array(address) }),
  sender: person,
  receiver: z.nullable(person),
  integration_id: z.nullable(z.int()),
  rule_id: z.nullable(z.int()),
  subject: z.nullable(z.string()),
  body_text: z.string(),
  body_html: z.string(),
  stripped_text: z.nullable(z.string()),
  stripped_html: z.nullable(z.string()),
  stripped_signature: z.nullable(z.string()),
  attachments: z.array(
    z.looseObject({
      url: z.url(),
      name: z.string(),
      size: z.int(),
      content_type: z.string(),
      public: z.boolean(),
    }),
  ),
  intents: z.array(z.looseObject({ name: z.string() })),
  mention_ids: z.array(z.int()),
  meta: z.nullable(z.looseObject({ current_page: z.string() })),
  created_datetime: date,
  sent_datetime: maybeDate,
  opened_datetime: maybeDate,
  failed_datetime: maybeDate,
  deleted_datetime: maybeDate,
  last_sending_error: z.nullable(z.looseObject({ error: z.string() })),
});

const order = z.looseObject({
  id: z.int(),
  name: z.string(),
  order_number: z.int(),
  created_at: z.string(),
  cancelled_at: z.nullable(z.string()),
  financial_status: z.string(),
  fulfillment_status: z.nullable(z.string()),
  currency: z.string(),
  total_price: z.string(),
  total_tax: z.string(),
  contact_email: z.nullable(z.string()),
  order_status_url: z.url(),
  referring_site: z.string(),
  line_items: z.array(
    z.looseObject({
      id: z.int(),
      product_id: z.int(),
      variant_id: z.int(),
      sku: z.string(),
      title: z.string(),
      name: z.string(),
      quantity: z.int(),
      price: z.string(),
      requires_shipping: z.boolean(),
    }),
  ),
  fulfillments: z.array(
    z.looseObject({
      status: z.string(),
      shipment_status: z.string(),
      tracking_company: z.string(),
      tracking_number: z.string(),
      tracking_urls: z.array(z.string()),
      updated_at: z.string(),
    }),
  ),
  refunds: z.array(z.looseObject({ processed_at: z.string(), note: z.string() })),
});

const integration = z.union([
  z.looseObject({
    __integration_type__: z.literal('shopify'),
    customer: z.looseObject({ id: z.int(), first_name: z.string(), orders_count: z.int() }),
    orders: z.array(order),
  }),
  z.looseObject({ __integration_type__: z.literal('http') }),
]);

export const customerAnswer = z.looseObject({
  ...person.shape,
  external_id: z.nullable(z.string()),
  language: z.string(),
  timezone: z.string(),
  note: z.string(),
  channels: z.array(
    z.looseObject({ id: z.int(), type: z.string(), address: z.string(), preferred: z.boolean() }),
  ),
  created_datetime: date,
  updated_datetime: date,
  integrations: z.optional(z.record(z.string().check(z.regex(/^\d+$/)), integration)),
});

export const ticketRowAnswer = z.looseObject({
  id: z.int(),
  uri: z.string(),
  external_id: z.nullable(z.string()),
  status: z.enum(['open', 'closed']),
  priority: z.enum(['critical', 'high', 'normal', 'low']),
  channel: z.string(),
  via: z.string(),
  from_agent: z.boolean(),
  spam: z.boolean(),
  is_unread: z.boolean(),
  language: z.string(),
  subject: z.string(),
  customer: z.looseObject({ id: z.int() }),
  assignee_user: person,
  assignee_team: z.looseObject({ id: z.int(), name: z.string() }),
  assignee_team_id: z.int(),
  tags: z.array(z.looseObject({ id: z.int(), name: z.string() })),
  messages_count: z.int(),
  excerpt: z.string(),
  created_datetime: date,
  opened_datetime: maybeDate,
  last_received_message_datetime: maybeDate,
  last_message_datetime: maybeDate,
  updated_datetime: date,
  closed_datetime: maybeDate,
  trashed_datetime: maybeDate,
  snooze_datetime: maybeDate,
});

export const ticketAnswer = z.looseObject({
  ...ticketRowAnswer.shape,
  customer: customerAnswer,
  requester: customerAnswer,
  messages: z.array(messageAnswer),
  events: z.array(z.unknown()),
  reply_options: z.record(z.string(), z.looseObject({ answerable: z.boolean() })),
});

export const macroAnswer = z.looseObject({
  id: z.int(),
  uri: z.string(),
  name: z.string(),
  intent: z.nullable(z.string()),
  language: z.string(),
  usage: z.int(),
  archived_datetime: maybeDate,
  actions: z.array(
    z.looseObject({
      type: z.string(),
      name: z.string(),
      title: z.string(),
      arguments: z.record(z.string(), z.unknown()),
    }),
  ),
  created_datetime: date,
  updated_datetime: date,
});

export const errorAnswer = z.strictObject({
  error: z.strictObject({
    msg: z.string(),
    data: z.optional(z.record(z.string(), z.array(z.string()))),
  }),
});

export function listAnswer<T extends z.core.$ZodType>(row: T) {
  return z.strictObject({
    object: z.literal('list'),
    uri: z.string(),
    data: z.array(row),
    meta: z.strictObject({
      prev_cursor: z.nullable(z.string()),
      next_cursor: z.nullable(z.string()),
    }),
  });
}
