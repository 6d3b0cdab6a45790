import * as z from 'zod/mini';
import type { DraftSession } from '@/lib/draft/session/session-state';
import {
  composerModeSchema,
  insertedSchema,
  insertFailureSchema,
  placementSchema,
} from '@/lib/helpdesk/contract';
import { needSchema } from '@/lib/ticket/need';
import { ticketSchema } from '@/lib/ticket/ticket';

/** The draft session as it is stored. It mirrors `lib/draft/session/session-state`; the check at the end keeps the two equal. */
const textRunSchema = z.object({
  text: z.string(),
  bold: z.optional(z.literal(true)),
  italic: z.optional(z.literal(true)),
  href: z.optional(z.string()),
});
const inlineSchema = z.union([z.object({ citation: z.number() }), textRunSchema]);
const documentSchema = z.object({
  blocks: z.array(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('paragraph'), content: z.array(inlineSchema) }),
      z.object({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(inlineSchema)) }),
    ]),
  ),
});

const evidenceSpanSchema = z.object({
  place: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('source'), number: z.number(), field: z.enum(['title', 'text', 'url']) }),
    z.object({ kind: z.literal('message'), id: z.string() }),
    z.object({ kind: z.literal('ticket'), field: z.enum(['subject', 'email', 'phone']) }),
    z.object({ kind: z.literal('order'), name: z.string(), field: z.string() }),
    z.object({ kind: z.literal('fact'), index: z.number(), field: z.string() }),
  ]),
  start: z.number(),
  end: z.number(),
  text: z.string(),
});

const opinionFields = {
  says: z.enum(['supported', 'contradicted', 'not-stated']),
  words: z.nullable(evidenceSpanSchema),
};

const claimSchema = z.object({
  id: z.string(),
  block: z.number(),
  item: z.nullable(z.number()),
  start: z.number(),
  end: z.number(),
  text: z.string(),
  state: z.enum(['sourced', 'ticket', 'no-source', 'contradicted', 'doubted', 'kept']),
  citations: z.array(z.number()),
  from: z.nullable(z.enum(['message', 'order'])),
  reason: z.nullable(
    z.enum([
      'no-citation',
      'unknown-citation',
      'placeholder-left',
      'value-not-in-source',
      'source-not-in-force',
      'internal-source',
      'sources-disagree',
      'promise-without-source',
      'action-not-in-ticket',
      'name-not-known',
      'name-of-another',
      'opposite-of-evidence',
      'opposite-in-draft',
    ]),
  ),
  evidence: z.optional(evidenceSpanSchema),
  against: z.optional(evidenceSpanSchema),
  opinion: z.optional(z.object(opinionFields)),
});

const sourceSchema = z.object({
  number: z.number(),
  articleId: z.string(),
  articleVersion: z.number(),
  title: z.string(),
  kind: z.string(),
  audience: z.enum(['public', 'internal', 'restricted']),
  headingPath: z.array(z.string()),
  text: z.string(),
  start: z.number(),
  end: z.number(),
  marks: z.array(z.object({ start: z.number(), end: z.number() })),
  verified: z.object({
    state: z.enum(['verified', 'due', 'never']),
    at: z.nullable(z.string()),
    by: z.nullable(z.string()),
  }),
  validFrom: z.nullable(z.string()),
  validUntil: z.nullable(z.string()),
  market: z.optional(z.array(z.string())),
  productScope: z.optional(z.array(z.string())),
  inForce: z.boolean(),
  pinned: z.boolean(),
  gone: z.boolean(),
  url: z.nullable(z.string()),
  found: z.optional(
    z.array(
      z.object({
        said: z.string(),
        written: z.string(),
        how: z.enum(['same', 'form', 'alike']),
        field: z.enum(['title', 'heading', 'body', 'askedAs']),
      }),
    ),
  ),
  byMatter: z.optional(z.boolean()),
  isNear: z.optional(z.boolean()),
});

const codes = <const C extends string>(...all: readonly C[]) =>
  all.map((code) => z.object({ code: z.literal(code) }));

const modelFailureSchema = z.union([
  ...codes(
    'unreachable',
    'offline',
    'key-refused',
    'key-locked',
    'key-gone',
    'not-allowed',
    'not-an-answer',
    'too-long',
    'unavailable',
    'empty',
  ),
  z.object({ code: z.literal('model-missing'), model: z.string(), others: z.nullable(z.number()) }),
  z.object({ code: z.literal('rate-limited'), retryAfterSeconds: z.nullable(z.number()) }),
  z.object({ code: z.literal('server'), status: z.number(), tries: z.number() }),
  z.object({ code: z.literal('stalled'), seconds: z.number() }),
  z.object({ code: z.literal('rejected'), status: z.number() }),
  z.object({ code: z.literal('host-blocked'), host: z.string() }),
]);

const secondReadingSchema = z.object({
  state: z.enum(['waiting', 'reading', 'read', 'failed', 'unavailable']),
  sentences: z.number(),
  opinions: z.array(
    z.object({
      block: z.number(),
      item: z.nullable(z.number()),
      start: z.number(),
      end: z.number(),
      sentence: z.string(),
      ...opinionFields,
    }),
  ),
  failure: z.nullable(
    z.union([
      modelFailureSchema,
      ...codes('busy', 'not-understood', 'cut'),
      z.object({ code: z.literal('timed-out'), seconds: z.number() }),
    ]),
  ),
  usage: z.nullable(z.object({ inputTokens: z.number(), outputTokens: z.number() })),
});

const alternativeSchema = z.object({
  id: z.string(),
  document: documentSchema,
  instruction: z.nullable(z.string()),
  writtenBy: z.string(),
  finished: z.enum(['complete', 'length', 'stopped', 'cut', 'writing']),
  editedByAgent: z.boolean(),
  written: z.optional(documentSchema),
  startedAt: z.string(),
  tookMs: z.number(),
  usage: z.nullable(z.object({ inputTokens: z.number(), outputTokens: z.number() })),
  claims: z.array(claimSchema),
  kept: z.array(z.string()),
  sources: z.array(sourceSchema),
  warnings: z.array(z.string()),
  audience: z.optional(z.literal('internal')),
  // An opinion that this build cannot read must not cost the agent the draft.
  secondReading: z.catch(z.optional(secondReadingSchema), undefined),
});

const insertionSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({
    state: z.literal('asking'),
    composerText: z.string(),
    mode: composerModeSchema,
    modeLabel: z.nullable(z.string()),
    reason: z.enum(['not-empty', 'mode', 'stale']),
  }),
  z.object({ state: z.literal('inserting') }),
  z.object({
    state: z.literal('verified'),
    at: z.string(),
    lastMessageAt: z.string(),
    result: insertedSchema,
    placement: placementSchema,
  }),
  z.object({
    state: z.literal('failed'),
    failure: z.union([insertFailureSchema, z.object({ code: z.literal('unreachable') })]),
    copied: z.boolean(),
  }),
  z.object({
    state: z.literal('sent'),
    at: z.string(),
    text: z.string(),
    changes: z.number(),
    distance: z.number(),
  }),
]);

const readFailureSchema = z.union([
  ...codes('signed-out', 'forbidden', 'not-found', 'page-gone', 'network', 'aborted'),
  z.object({ code: z.literal('rate-limited'), retryAfterSeconds: z.nullable(z.number()) }),
  z.object({ code: z.literal('server'), status: z.number() }),
  z.object({ code: z.literal('not-json'), status: z.number() }),
  z.object({ code: z.literal('unexpected-shape'), path: z.string(), issue: z.string() }),
]);

const failureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('model'), failure: modelFailureSchema }),
  z.object({ kind: z.literal('ticket'), failure: readFailureSchema }),
  z.object({ kind: z.literal('no-knowledge') }),
  z.object({ kind: z.literal('nothing-to-read'), attachments: z.array(z.string()) }),
  z.object({ kind: z.literal('search') }),
]);

export const draftSessionSchema = z.object({
  ticketKey: z.nullable(z.string()),
  ticket: z.nullable(ticketSchema),
  phase: z.enum(['idle', 'searching', 'writing', 'ready', 'partial', 'failed']),
  need: z.nullable(needSchema),
  evidence: z.nullable(
    z.object({ level: z.enum(['strong', 'weak', 'none']), tookMs: z.number(), passagesSearched: z.number() }),
  ),
  sources: z.array(sourceSchema),
  alternatives: z.array(alternativeSchema),
  current: z.number(),
  hint: z.string(),
  pinned: z.array(z.string()),
  excluded: z.array(z.string()),
  // A failure that this build does not know must not cost the agent the draft.
  failure: z.catch(z.nullable(failureSchema), null),
  stale: z.nullable(
    z.object({ authorName: z.nullable(z.string()), at: z.nullable(z.string()), text: z.string() }),
  ),
  insertion: insertionSchema,
  startedAt: z.nullable(z.string()),
});

/** `null`: written by a build that this one cannot read. */
export function parseDraftSession(stored: unknown): DraftSession | null {
  const parsed = z.safeParse(draftSessionSchema, stored);
  // zod types an optional property as `T | undefined`; storage never holds such a key, so the two are equal here.
  return parsed.success ? (parsed.data as DraftSession) : null;
}

type Stored = z.infer<typeof draftSessionSchema>;
/** Fails to compile when the session gains, loses or changes a field that the schema above does not follow. */
type Follows = [DraftSession] extends [DeepReadonly<Stored>]
  ? [keyof Stored] extends [keyof DraftSession]
    ? true
    : never
  : never;
type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;
// Fails to compile when the schema and the session drift apart.
true satisfies Follows;
