import * as z from 'zod/mini';
import { flag, loose, number, optional, text } from '../api';

export const userShape = loose({
  id: number(),
  name: text(),
  email: text(),
  role: text(),
  phone: text(),
  locale: text(),
  notes: text(),
  user_fields: optional(z.record(z.string(), z.unknown())),
});
export type ZendeskUser = z.output<typeof userShape>;

const via = optional(loose({ channel: optional(z.union([z.string(), z.number()])) }));

export const ticketShape = loose({
  ticket: loose({
    id: z.number(),
    subject: text(),
    status: text(),
    via,
    requester_id: number(),
    brand_id: number(),
    tags: optional(z.array(z.string())),
    custom_fields: optional(z.array(loose({ id: z.number(), value: z._default(z.unknown(), null) }))),
    from_messaging_channel: flag(),
    updated_at: text(),
  }),
  users: optional(z.array(userShape)),
});

const attachment = loose({ file_name: text(), content_type: text(), size: number() });

export const commentsShape = loose({
  comments: z.array(
    loose({
      id: z.number(),
      author_id: number(),
      body: text(),
      html_body: text(),
      plain_body: text(),
      public: flag(),
      created_at: text(),
      attachments: optional(z.array(attachment)),
    }),
  ),
  users: optional(z.array(userShape)),
  meta: optional(loose({ has_more: flag(), after_cursor: text() })),
});
export type ZendeskComment = z.output<typeof commentsShape>['comments'][number];

export const conversationLogShape = loose({
  events: z.array(
    loose({
      id: z.union([z.string(), z.number()]),
      type: text(),
      created_at: text(),
      author: optional(loose({ type: text(), display_name: text(), 'zen:support:user_id': number() })),
      content: optional(loose({ type: text(), text: text(), body: text() })),
      attachments: optional(z.array(attachment)),
      metadata: optional(loose({ public: flag() })),
    }),
  ),
  meta: optional(loose({ has_more: flag(), after_cursor: text() })),
});
export type ZendeskEvent = z.output<typeof conversationLogShape>['events'][number];

export const fieldsShape = loose({
  ticket_fields: z.array(
    loose({
      id: z.number(),
      title: text(),
      type: text(),
      custom_field_options: optional(z.array(loose({ name: text(), value: text() }))),
    }),
  ),
});
export type ZendeskField = z.output<typeof fieldsShape>['ticket_fields'][number];

export const meShape = loose({ user: userShape });
