import * as z from 'zod/mini';

/** One thing the customer wants, quoted from the message that says so. `start`/`end` are UTF-16 offsets into its text. */
export const askSchema = z.object({
  text: z.string(),
  quote: z.nullable(z.object({ messageId: z.string(), start: z.number(), end: z.number() })),
});
export type Ask = z.infer<typeof askSchema>;

/** Words of the customer that the agent should know of. Offsets as in `Ask`; `messageId` is `null` for the subject. */
export const cautionSchema = z.object({
  /** Whom the words speak to, or what was told that nobody should tell. */
  about: z.enum(['machine', 'password', 'key', 'card']),
  messageId: z.nullable(z.string()),
  start: z.number(),
  end: z.number(),
});
export type Caution = z.infer<typeof cautionSchema>;

/** What the latest burst of customer messages is about. The agent may correct it; then `edited` is true. */
export const needSchema = z.object({
  asks: z.array(askSchema),
  language: z.nullable(z.string()),
  /** Names of the orders the customer speaks of, best first. */
  orderNames: z.array(z.string()),
  /** Facts an answer needs and the ticket lacks, in words for the agent. */
  missing: z.array(z.string()),
  tone: z.enum(['angry', 'worried', 'neutral', 'happy']),
  /** In reading order; missing in drafts that an older build kept. */
  cautions: z._default(z.array(cautionSchema), []),
  edited: z.boolean(),
});
export type Need = z.infer<typeof needSchema>;
