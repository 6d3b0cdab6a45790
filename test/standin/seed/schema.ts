import * as z from 'zod/mini';

const date = z.iso.datetime({ offset: true });
const money = z.string().check(z.regex(/^\d+\.\d{2}$/, 'money is a decimal string such as 59.90'));

const address = z.strictObject({
  line1: z.string(),
  line2: z.exactOptional(z.string()),
  city: z.string(),
  zip: z.string(),
  country: z.string(),
});

/** The JSON files of the demo form, one schema per file. */
export const storeFileSchema = z.strictObject({
  name: z.string(),
  domain: z.string(),
  agent: z.strictObject({ name: z.string(), email: z.string() }),
});

export const customersFileSchema = z.array(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    phone: z.exactOptional(z.string()),
    locale: z.string(),
    address: z.exactOptional(address),
    note: z.exactOptional(z.string()),
  }),
);

export const ordersFileSchema = z.array(
  z.strictObject({
    name: z.string(),
    customerId: z.string(),
    placedAt: date,
    currency: z.string(),
    total: money,
    financial: z.enum(['paid', 'pending', 'refunded', 'partially_refunded']),
    fulfilment: z.enum(['fulfilled', 'partial', 'unfulfilled', 'cancelled']),
    cancelledAt: z.exactOptional(date),
    items: z.array(
      z.strictObject({
        title: z.string(),
        variant: z.exactOptional(z.string()),
        sku: z.string(),
        quantity: z.number(),
        price: money,
      }),
    ),
    shipments: z.array(
      z.strictObject({
        status: z.enum(['in_transit', 'out_for_delivery', 'delivered', 'failure']),
        carrier: z.string(),
        number: z.string(),
        url: z.exactOptional(z.string()),
        updatedAt: date,
      }),
    ),
    refunds: z.array(z.strictObject({ at: date, amount: money, note: z.exactOptional(z.string()) })),
    shippingAddress: z.exactOptional(address),
  }),
);

export const ticketsFileSchema = z.array(
  z.strictObject({
    id: z.number().check(z.int(), z.positive()),
    subject: z.string(),
    channel: z.enum(['email', 'chat', 'messaging', 'web']),
    status: z.enum(['new', 'open', 'pending', 'solved', 'closed']),
    customerId: z.string(),
    order: z.exactOptional(z.string()),
    tags: z.array(z.string()),
    messages: z
      .array(
        z.strictObject({
          from: z.enum(['customer', 'agent', 'bot']),
          visibility: z.enum(['public', 'internal']),
          at: date,
          text: z.string(),
          html: z.exactOptional(z.string()),
          quoted: z.exactOptional(z.string()),
          signature: z.exactOptional(z.string()),
          attachments: z.exactOptional(
            z.array(z.strictObject({ name: z.string(), contentType: z.string(), sizeBytes: z.number() })),
          ),
        }),
      )
      .check(z.minLength(1)),
  }),
);

export const macrosFileSchema = z.array(
  z.strictObject({
    title: z.string(),
    text: z.string(),
    locale: z.string(),
    intent: z.exactOptional(z.string()),
    usage: z.number(),
  }),
);

/** Only what the helpdesks need of an article's front matter; the rest is the knowledge room's. */
export const frontMatterSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['policy', 'product', 'faq', 'canned-reply', 'procedure', 'example']),
  locale: z.string(),
  audience: z.enum(['public', 'internal', 'restricted']),
  labels: z.optional(z.array(z.string())),
  updatedAt: z.union([z.string(), z.date()]),
});
