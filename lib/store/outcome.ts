import * as z from 'zod/mini';

/** What became of one draft: what was proposed, what was put into the reply box, what the customer was sent. */
export const outcomeSchema = z.object({
  /** ULID. */
  id: z.string(),
  ticketKey: z.string(),
  /** When the sent reply was seen, or when looking for it was given up. ISO 8601. */
  at: z.string(),
  /** Label of the provider that wrote the draft. */
  writtenBy: z.string(),
  /** As the provider wrote it, before the agent's hand. */
  draftText: z.string(),
  insertedText: z.nullable(z.string()),
  sentText: z.nullable(z.string()),
  visibility: z.nullable(z.enum(['public', 'internal'])),
  /** Levenshtein distance in characters between draft and sent text. */
  editDistance: z.nullable(z.number()),
  /** Milliseconds from asking for the draft to inserting it. */
  tookMs: z.nullable(z.number()),
  /** The agent's answer to "Was the draft useful?"; `null`: none, also in rows older than the question. */
  useful: z._default(z.nullable(z.boolean()), null),
  /** The question that it taught to the articles, without personal data; `null`: none, also in rows older than this. */
  taught: z._default(z.nullable(z.object({ question: z.string(), articleIds: z.array(z.string()) })), null),
  sources: z.array(
    z.object({
      articleId: z.string(),
      articleVersion: z.number(),
      /** As the draft numbered it. */
      number: z.number(),
      /** Still cited in what was inserted. */
      cited: z.boolean(),
    }),
  ),
});
export type Outcome = z.infer<typeof outcomeSchema>;
