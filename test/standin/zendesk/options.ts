import * as z from 'zod/mini';

const range = z.object({ min: z.number(), max: z.number() });

const skins = ['old-test-ids', 'div-tabs', 'no-is-active', 'no-channel', 'classic'] as const;

/** What `standin.set(key, value)` takes. A page reads the options when it loads. */
const optionsSchema = z.strictObject({
  /** How panes of inactive tickets are hidden. */
  hidingMode: z.enum(['display', 'visibility', 'opacity']),
  /** Deviations of the markup; empty: the current markup. */
  skin: z.array(z.enum(skins)),
  /** Language of the agent's UI. */
  locale: z.enum(['en', 'de', 'pt', 'ja']),
  logOrder: z.enum(['asc', 'desc']),
  editor: z.enum(['current', 'older']),
  /** What a fresh public composer holds. */
  prefill: z.enum(['none', 'signature', 'greeting', 'both']),
  /** A second CKEditor in each pane that is not the ticket's composer. */
  sideConversation: z.boolean(),
  /** Milliseconds from URL change to the mount of a new pane. */
  mountDelay: range,
  /** Milliseconds from URL change until another mounted pane is the shown one. */
  switchLag: range,
  /** Milliseconds from channel switch to the new editor. */
  switchDelay: range,
  /** Milliseconds between seeded re-renders; false: none. */
  rerender: z.union([z.literal(false), range]),
  /** Composers are read-only from the start. */
  readOnly: z.boolean(),
  /** Milliseconds the composer stays read-only while a submit is under way. */
  submitMs: z.number(),
  postSave: z.enum(['stay', 'next', 'close']),
  /** Tickets whose tabs are open at load; null: the first five. */
  openTickets: z.nullable(z.array(z.number())),
  /** What the "Stand-in AI" button makes of the draft: it is appended as a paragraph. */
  aiText: z.string(),

  /** Milliseconds before an API answer. */
  latency: range,
  /** API requests per minute and account. */
  rateLimit: z.number(),
  /** Updates per ten minutes, user and ticket. */
  updateLimit: z.number(),
  /** 429: as documented, without a body, without Retry-After, or one after the other. */
  limitAnswer: z.enum(['full', 'no-body', 'no-header', 'rotate']),
  /** The agent may only write internal notes. */
  lightAgent: z.boolean(),
  /** No session: the API answers as to a stranger, the page redirects to the login. */
  signedOut: z.boolean(),
  /** Milliseconds for which a changed ticket is not found by search. */
  searchLagMs: z.number(),
  /** Adds tickets and articles for hard cases: 160 comments, 100 kB mail, right-to-left, CJK, a draft article. */
  extras: z.boolean(),
});

export type ZendeskOptions = z.infer<typeof optionsSchema>;

export function defaultOptions(locale: ZendeskOptions['locale']): ZendeskOptions {
  return {
    hidingMode: 'display',
    skin: [],
    locale,
    logOrder: 'asc',
    editor: 'current',
    prefill: 'none',
    sideConversation: true,
    mountDelay: { min: 50, max: 800 },
    switchLag: { min: 0, max: 80 },
    switchDelay: { min: 30, max: 150 },
    rerender: false,
    readOnly: false,
    submitMs: 200,
    postSave: 'stay',
    openTickets: null,
    aiText: 'Let me know if there is anything else.',
    latency: { min: 0, max: 0 },
    rateLimit: 700,
    updateLimit: 30,
    limitAnswer: 'full',
    lightAgent: false,
    signedOut: false,
    searchLagMs: 0,
    extras: false,
  };
}

/** The options with one changed; throws with the schema's complaint when key or value do not fit. */
export function withOption(options: ZendeskOptions, key: string, value: unknown): ZendeskOptions {
  const parsed = optionsSchema.safeParse({ ...options, [key]: value });
  if (!parsed.success) {
    throw new Error(`Zendesk stand-in option "${key}": ${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}
