import { join } from 'node:path';
import * as z from 'zod/mini';
import type { SeedCustomer, SeedStore } from '../contract';
import {
  guidelineArticles,
  guidelinesSchema,
  policyArticles,
  productArticles,
  productsSchema,
} from './retail-articles';
import { conversationSchema, toTicket } from './retail-conversations';
import { ordersSchema, toOrder } from './retail-orders';
import { parseJson, parseSeed, readSeedJson, readSeedText } from './seed-file';

const customersSchema = z.record(
  z.string(),
  z.object({
    name: z.object({ first_name: z.string(), last_name: z.string() }),
    address: z.object({
      address1: z.string(),
      address2: z.optional(z.string()),
      city: z.string(),
      country: z.string(),
      state: z.string(),
      zip: z.string(),
    }),
    email: z.string(),
  }),
);

/**
 * The retail form. It names no store, no agent and no dates of orders: those are made here, always the same
 * (see `retail-orders.ts`). It has no canned replies, so there are no macros.
 */
export function loadRetailFolder(dir: string): SeedStore {
  const customers = readSeedJson(join(dir, 'customers.json'), customersSchema);
  const orders = readSeedJson(join(dir, 'orders.json'), ordersSchema);
  const conversationFile = join(dir, 'conversations.jsonl');
  const lines = readSeedText(conversationFile)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const conversations = lines.map((line, index) => {
    const place = `${conversationFile}:${index + 1}`;
    return parseSeed(place, parseJson(place, line), conversationSchema);
  });
  return {
    name: 'Retail Store',
    domain: 'retailstore.example',
    agent: { name: 'Sam Carter', email: 'sam@retailstore.example' },
    customers: Object.entries(customers).map(
      ([id, { name, address, email }]): SeedCustomer => ({
        id,
        name: `${name.first_name} ${name.last_name}`,
        email,
        locale: 'en',
        address: {
          line1: address.address1,
          ...(address.address2 !== undefined && { line2: address.address2 }),
          city: `${address.city}, ${address.state}`,
          zip: address.zip,
          country: address.country === 'USA' ? 'US' : address.country,
        },
      }),
    ),
    orders: Object.values(orders).map(toOrder),
    tickets: conversations.map((conversation, index) => toTicket(conversation, index, Object.keys(orders))),
    articles: [
      ...policyArticles(readSeedText(join(dir, 'policy.md'))),
      ...productArticles(readSeedJson(join(dir, 'products.json'), productsSchema)),
      ...guidelineArticles(readSeedJson(join(dir, 'guidelines.json'), guidelinesSchema)),
    ],
    macros: [],
  };
}
