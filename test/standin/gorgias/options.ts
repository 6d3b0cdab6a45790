import * as z from 'zod/mini';
import { dateForms } from './dates';

const range = z.object({ min: z.number(), max: z.number() });

const composers = ['draft', 'draft-plain-paste', 'prosemirror', 'lexical', 'textarea'] as const;

/** What `standin.set(key, value)` takes. A page reads the options when it loads, the API at each request. */
const optionsSchema = z.strictObject({
  /** Which editor the reply box is; `draft-plain-paste` is Draft.js whose `handlePastedText` takes plain text only. */
  composer: z.enum(composers),
  /** What a fresh public reply box holds: the predicted macro, the agent's signature, or both. */
  prefill: z.enum(['none', 'macro', 'signature', 'both']),
  /** The reply box is a bar until it is clicked. */
  collapsed: z.boolean(),
  /** Reply and internal note are two editors on the page at the same time, and no switch. */
  twoEditors: z.boolean(),
  /** A remounted reply box holds what was written before (per ticket and channel). */
  keepDrafts: z.boolean(),
  /** Milliseconds between re-renders of the reply box by unrelated state; 0: none. */
  rerenderMs: z.number(),
  /** Buttons with `aria-pressed`, tabs with `aria-selected`, a menu button that names the channel, or no switch. */
  channelSwitch: z.enum(['toggle', 'tabs', 'menu', 'none']),
  /** How Send and Send & Close are named: by text, by `aria-label`, or as icons with a tooltip (`title`). */
  sendLabel: z.enum(['text', 'aria-label', 'icon']),
  /** Language of the agent's UI. */
  locale: z.enum(['en', 'de', 'pt', 'ja']),
  /** Bubbles drawn above and below what is visible; false: the whole thread is in the page. */
  windowing: z.union([z.literal(false), z.number()]),
  /** Bubbles of agents and notes carry a class of their own. */
  bubbleMarks: z.boolean(),
  /** Where the page goes after Send & Close. */
  afterClose: z.enum(['next', 'stay']),
  /** The page's own send takes this many milliseconds. */
  sendMs: z.number(),
  /** The signature is added to the sent body, not to the reply box. */
  signatureOnSend: z.boolean(),
  /** Another agent on a ticket; pushed to open pages. */
  presence: z.nullable(
    z.object({ ticketId: z.number(), name: z.string(), state: z.enum(['viewing', 'editing']) }),
  ),

  /** Milliseconds before an API answer. */
  latency: range,
  /** API requests that the leaky bucket holds; it drains in 20 s. */
  rateLimit: z.number(),
  /** `customer.integrations`: shop and http blob, shop only, two shops, http error blob, with 120 kB, `{}`, or absent. */
  integrations: z.enum(['mixed', 'shopify', 'several', 'http', 'large', 'empty', 'absent']),
  /** Form of dates in answers. */
  dates: z.enum(['rotate', ...dateForms]),
  /** The session has ended: the API answers 401 to the cookie, the page goes to the login. */
  signedOut: z.boolean(),
  /** Password of Basic authentication; the user is the agent's e-mail. */
  apiKey: z.string(),
  /** Milliseconds until a message gets its `sent_datetime`. */
  sendDelayMs: z.number(),
  /** What becomes of messages that are sent. */
  sendOutcome: z.enum(['sent', 'failed']),
  /** Adds tickets and macros for hard cases, see `extras.ts`. */
  extras: z.boolean(),
});

export type GorgiasOptions = z.infer<typeof optionsSchema>;

export function defaultOptions(locale: GorgiasOptions['locale']): GorgiasOptions {
  return {
    composer: 'draft',
    prefill: 'none',
    collapsed: false,
    twoEditors: false,
    keepDrafts: true,
    rerenderMs: 1000,
    channelSwitch: 'toggle',
    sendLabel: 'text',
    locale,
    windowing: 2,
    bubbleMarks: true,
    afterClose: 'next',
    sendMs: 150,
    signatureOnSend: false,
    presence: null,
    latency: { min: 0, max: 0 },
    rateLimit: 40,
    integrations: 'mixed',
    dates: 'rotate',
    signedOut: false,
    apiKey: 'standin-key',
    sendDelayMs: 300,
    sendOutcome: 'sent',
    extras: false,
  };
}

/** The options with one changed; throws with the schema's complaint when key or value do not fit. */
export function withOption(options: GorgiasOptions, key: string, value: unknown): GorgiasOptions {
  const parsed = optionsSchema.safeParse({ ...options, [key]: value });
  if (!parsed.success) throw new Error(`Gorgias stand-in option "${key}": ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
