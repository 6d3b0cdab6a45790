import * as z from 'zod/mini';

/** How the conversation runs. Decides the shape of a reply: rich mail or short plain text. */
export const channels = ['email', 'web', 'chat', 'messaging', 'sms', 'social', 'voice', 'other'] as const;
export const channelSchema = z.enum(channels);
export type Channel = z.infer<typeof channelSchema>;

export const ticketStatusSchema = z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed']);
export type TicketStatus = z.infer<typeof ticketStatusSchema>;

/** Where a field's value came from: the helpdesk's API, its page (a marked fallback), or worked out by us. */
export const provenanceSchema = z.enum(['api', 'page', 'derived', 'absent']);

export const attachmentSchema = z.object({
  name: z.string(),
  contentType: z.string(),
  sizeBytes: z.nullable(z.number()),
});

export const messageSchema = z.object({
  id: z.string(),
  author: z.object({
    role: z.enum(['customer', 'agent', 'bot', 'system', 'unknown']),
    name: z.nullable(z.string()),
  }),
  visibility: z.enum(['public', 'internal']),
  /** ISO 8601 with offset, or `null` when the page did not tell. */
  sentAt: z.nullable(z.string()),
  /** What this author wrote now, as plain text; quoted history and signature are kept apart. */
  text: z.string(),
  quoted: z.nullable(z.string()),
  signature: z.nullable(z.string()),
  attachments: z.array(attachmentSchema),
  /** Characters of it that no reader sees (hidden by style, or invisible by themselves) and that were taken out. */
  hidden: z.optional(z.number()),
});
export type Message = z.infer<typeof messageSchema>;

export const customerSchema = z.object({
  id: z.nullable(z.string()),
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  /** BCP 47 as the helpdesk tells it. */
  locale: z.nullable(z.string()),
  note: z.nullable(z.string()),
});

/** Money as a decimal string in `currency`, never a float. */
export const orderSchema = z.object({
  /** As people say it, e.g. `#1042`. */
  name: z.string(),
  placedAt: z.nullable(z.string()),
  currency: z.nullable(z.string()),
  total: z.nullable(z.string()),
  financialStatus: z.nullable(z.string()),
  fulfilmentStatus: z.nullable(z.string()),
  cancelledAt: z.nullable(z.string()),
  items: z.array(
    z.object({
      title: z.string(),
      variant: z.nullable(z.string()),
      sku: z.nullable(z.string()),
      quantity: z.number(),
      price: z.nullable(z.string()),
    }),
  ),
  shipments: z.array(
    z.object({
      status: z.nullable(z.string()),
      carrier: z.nullable(z.string()),
      trackingNumber: z.nullable(z.string()),
      url: z.nullable(z.string()),
      updatedAt: z.nullable(z.string()),
    }),
  ),
  refunds: z.array(
    z.object({ at: z.nullable(z.string()), amount: z.nullable(z.string()), note: z.nullable(z.string()) }),
  ),
  statusUrl: z.nullable(z.string()),
  /** Where it goes; never part of a request, known only so that it can be masked. */
  shippingAddress: z.optional(
    z.object({
      name: z.nullable(z.string()),
      phone: z.nullable(z.string()),
      /** Street, post code, town and so on, parted by line breaks. */
      lines: z.string(),
    }),
  ),
});
export type Order = z.infer<typeof orderSchema>;

export const customFieldSchema = z.object({
  id: z.string(),
  label: z.nullable(z.string()),
  value: z.string(),
});

/** One value for both helpdesks. Provenance tells per field group where it came from. */
export const ticketSchema = z.object({
  helpdesk: z.string(),
  /** Host of the account, e.g. `acme.zendesk.com`. */
  account: z.string(),
  id: z.string(),
  url: z.string(),
  subject: z.string(),
  channel: channelSchema,
  status: z.nullable(ticketStatusSchema),
  /** BCP 47 of what the customer writes; `null` when it could not be told. */
  language: z.nullable(z.string()),
  brand: z.nullable(z.string()),
  customer: customerSchema,
  /** Name of the agent who has the ticket open, for the closing line. */
  agentName: z.nullable(z.string()),
  messages: z.array(messageSchema),
  orders: z.array(orderSchema),
  tags: z.array(z.string()),
  customFields: z.array(customFieldSchema),
  updatedAt: z.nullable(z.string()),
  readAt: z.string(),
  provenance: z.object({
    subject: provenanceSchema,
    messages: provenanceSchema,
    customer: provenanceSchema,
    orders: provenanceSchema,
    language: provenanceSchema,
    status: provenanceSchema,
    tags: provenanceSchema,
  }),
  /** What could not be read, in words for the agent ("12 older messages"). Empty when nothing is missing. */
  gaps: z.array(z.string()),
});
export type Ticket = z.infer<typeof ticketSchema>;

/** Identifies a ticket across tabs, windows and sessions. */
export function ticketKey(ticket: Pick<Ticket, 'helpdesk' | 'account' | 'id'>): string {
  return `${ticket.helpdesk}:${ticket.account}:${ticket.id}`;
}
