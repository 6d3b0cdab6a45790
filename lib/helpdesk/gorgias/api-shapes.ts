import * as z from 'zod/mini';
import { flag, loose, number, optional, text } from '../api';

const person = optional(loose({ id: number(), name: text(), firstname: text(), email: text() }));

export const messageShape = loose({
  id: number(),
  public: flag(),
  channel: text(),
  from_agent: flag(),
  rule_id: number(),
  via: text(),
  source: optional(loose({ type: text() })),
  sender: person,
  body_text: text(),
  body_html: text(),
  stripped_text: text(),
  stripped_html: text(),
  stripped_signature: text(),
  attachments: optional(z.array(loose({ name: text(), content_type: text(), size: number() }))),
  created_datetime: text(),
  sent_datetime: text(),
  failed_datetime: text(),
  deleted_datetime: text(),
});
export type GorgiasMessage = z.output<typeof messageShape>;

const customer = optional(
  loose({
    id: number(),
    name: text(),
    firstname: text(),
    email: text(),
    language: text(),
    note: text(),
    channels: optional(z.array(loose({ type: text(), address: text() }))),
    // Anything may stand here: shops, other tools, error bodies of their requests.
    integrations: optional(z.unknown()),
  }),
);

export const ticketShape = loose({
  id: z.number(),
  status: text(),
  channel: text(),
  language: text(),
  subject: text(),
  customer,
  requester: customer,
  assignee_user: person,
  tags: optional(z.array(loose({ name: text() }))),
  messages: optional(z.array(messageShape)),
  messages_count: number(),
  custom_fields: optional(z.unknown()),
  updated_datetime: text(),
  snooze_datetime: text(),
});
export type GorgiasTicket = z.output<typeof ticketShape>;

/** The current envelope, or the bare list of older answers. */
export const messagesShape = z.union([
  z.array(messageShape),
  loose({ data: z.array(messageShape), meta: optional(loose({ next_cursor: text() })) }),
]);
