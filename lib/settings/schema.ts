import * as z from 'zod/mini';
import { defaultRetention, type RetainedStore } from '@/lib/privacy/retention';
import { companyPolicySchema } from './company-policy';

/** Where replies are written: by nobody's model, by the browser's own, or by one endpoint of the team's choice. */
export const providerIds = ['extractive', 'on-device', 'openai'] as const;

function days(store: RetainedStore) {
  return z._default(z.nullable(z.number().check(z.positive())), defaultRetention[store]);
}

/** Of a million tokens sent, as the endpoint asks for them; ISO 4217. `null`: not told. */
const priceSchema = z._default(z.nullable(z.object({ perMillion: z.number(), currency: z.string() })), null);

/** Finding articles by meaning, with vectors that the endpoint makes. */
const meaningSchema = z.object({
  isOn: z.boolean(),
  /** As the endpoint names it; empty: none was chosen. */
  model: z.string(),
  /** Numbers a vector, for models that can shorten theirs; `null`: as the model makes them. */
  dimensions: z.nullable(z.number()),
  price: priceSchema,
});
const meaningOff = { isOn: false, model: '', dimensions: null, price: null };

/** Everything a person can set. The API key is not here: it has a home of its own (`lib/store/keyring`). */
export const settingsSchema = z.object({
  provider: z.enum(providerIds),
  /** First switch on the settings page: with it on, only `extractive` and `on-device` may write. */
  nothingLeaves: z.boolean(),
  /** Names of orders become placeholders in requests as well. */
  maskOrders: z.boolean(),
  /** Each request to the endpoint is shown and waits for one press. */
  askBefore: z.boolean(),
  /** The model judges the risky sentences of each finished draft: one more request. */
  secondReading: z.boolean(),
  endpoint: z.object({
    preset: z.string(),
    baseUrl: z.string(),
    model: z.string(),
    /** Tokens the model takes in all; `null`: ask the endpoint. */
    contextTokens: z.nullable(z.number()),
    stallSeconds: z.number(),
    price: priceSchema,
  }),
  meaning: z._default(meaningSchema, meaningOff),
  /** A key under a passphrase locks itself after so long without use. */
  lockAfterMinutes: z.number(),
  agentName: z.nullable(z.string()),
  afterInsert: z.enum(['keep-open', 'close']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Days that each is kept; `null`: until somebody deletes it. */
  retention: z.object({
    drafts: days('drafts'),
    outcomes: days('outcomes'),
    questions: days('questions'),
    audit: days('audit'),
  }),
  /** What the company set, which goes before what a person set; `null`: nothing. Never saved with the rest. */
  company: z._default(z.nullable(companyPolicySchema), null),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  provider: 'extractive',
  nothingLeaves: false,
  maskOrders: false,
  askBefore: false,
  secondReading: false,
  endpoint: {
    preset: 'openai',
    baseUrl: 'https://api.openai.com/v1',
    model: '',
    contextTokens: null,
    stallSeconds: 20,
    price: null,
  },
  meaning: meaningOff,
  lockAfterMinutes: 30,
  agentName: null,
  afterInsert: 'close',
  theme: 'system',
  retention: defaultRetention,
  company: null,
};
