import * as z from 'zod/mini';

const filterSchema = z.object({
  kinds: z.optional(z.readonly(z.array(z.string()))),
  audience: z.optional(z.readonly(z.array(z.string()))),
  locales: z.optional(z.readonly(z.array(z.string()))),
  market: z.optional(z.string()),
  brand: z.optional(z.string()),
  product: z.optional(z.string()),
  onDate: z.optional(z.string()),
  statuses: z.optional(z.readonly(z.array(z.enum(['published', 'archived', 'draft'])))),
  exclude: z.optional(z.readonly(z.array(z.string()))),
});

/** More hits than this are a mistake of the caller. */
const limitSchema = z.number().check(z.int(), z.minimum(1), z.maximum(1_000));

const meaningSchema = z.object({
  space: z.string(),
  whole: z.instanceof(Float32Array),
  questions: z.readonly(z.array(z.instanceof(Float32Array))),
});

export const searchRequestSchema = z.object({
  text: z.string(),
  questions: z.optional(z.readonly(z.array(z.string()))),
  language: z.optional(z.string()),
  filter: z.optional(filterSchema),
  meaning: z.optional(meaningSchema),
  limit: limitSchema,
});

export const suggestRequestSchema = z.object({
  text: z.string(),
  filter: z.optional(filterSchema),
  limit: limitSchema,
});

/** More passages than this are a mistake of the caller. */
const mostExplained = 100;

export const explainRequestSchema = z.object({
  passages: z.readonly(
    z
      .array(
        z.object({
          asked: z.string(),
          askedLanguage: z.optional(z.string()),
          unfinished: z.optional(z.boolean()),
          title: z.string(),
          headingPath: z.readonly(z.array(z.string())),
          text: z.string(),
          askedAs: z.readonly(z.array(z.string())),
          locale: z.string(),
        }),
      )
      .check(z.maxLength(mostExplained)),
  ),
});

export const explanationSchema = z.object({
  words: z.readonly(
    z.array(
      z.object({
        said: z.string(),
        written: z.string(),
        how: z.enum(['same', 'form', 'alike']),
        field: z.enum(['title', 'heading', 'body', 'askedAs']),
      }),
    ),
  ),
  marks: z.readonly(z.array(z.object({ start: z.number(), end: z.number() }))),
});

/** Page to worker. Every message but `cancel` is answered under its own `id`. */
export const toWorkerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('search'), id: z.number(), request: searchRequestSchema }),
  z.object({ type: z.literal('suggest'), id: z.number(), request: suggestRequestSchema }),
  z.object({ type: z.literal('explain'), id: z.number(), request: explainRequestSchema }),
  z.object({ type: z.literal('prepare-meaning'), id: z.number(), space: z.string() }),
  /** Builds the index anew and serves nothing of it: for a worker that then ends. */
  z.object({ type: z.literal('build'), id: z.number() }),
  /** Serves what another worker wrote. */
  z.object({ type: z.literal('refresh'), id: z.number() }),
  z.object({ type: z.literal('update'), id: z.number(), articleIds: z.readonly(z.array(z.string())) }),
  z.object({ type: z.literal('state'), id: z.number() }),
  z.object({ type: z.literal('cancel'), id: z.number() }),
]);
export type ToWorker = z.infer<typeof toWorkerSchema>;

const spanFields = {
  ordinal: z.number(),
  start: z.number(),
  end: z.number(),
  headingPath: z.readonly(z.array(z.string())),
  articleId: z.string(),
  articleVersion: z.number(),
};

export const searchHitSchema = z.object({
  ...spanFields,
  score: z.number(),
  meaningShare: z.optional(z.number()),
  question: z.nullable(z.number()),
});

export const searchResultSchema = z.object({
  hits: z.readonly(z.array(searchHitSchema)),
  evidence: z.enum(['strong', 'weak', 'none']),
  generation: z.number(),
  passagesSearched: z.number(),
});

export const indexStateSchema = z.object({
  /** 0: nothing was indexed yet. */
  generation: z.number(),
  articles: z.number(),
  passages: z.number(),
  bytes: z.number(),
  /** Stored segments that could not be read; their articles are missing until `reindex` has run. */
  damagedSegments: z.number(),
});
export type IndexState = z.infer<typeof indexStateSchema>;

export const indexFailureSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('aborted') }),
  /** The disk is full; the previous index still serves. */
  z.object({ code: z.literal('quota-exceeded') }),
  /** Storage refused; the previous index still serves. */
  z.object({ code: z.literal('write-failed') }),
  z.object({ code: z.literal('read-failed') }),
  z.object({ code: z.literal('malformed') }),
  /** The worker is gone or broke. */
  z.object({ code: z.literal('worker-failed') }),
]);
export type IndexFailure = z.infer<typeof indexFailureSchema>;

/** Worker to page. `generation` comes unasked, whenever another index serves from now on. */
export const toPageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('found'), id: z.number(), result: searchResultSchema }),
  z.object({
    type: z.literal('explained'),
    id: z.number(),
    explanations: z.readonly(z.array(explanationSchema)),
  }),
  z.object({ type: z.literal('state'), id: z.number(), state: indexStateSchema }),
  z.object({ type: z.literal('built'), id: z.number() }),
  z.object({ type: z.literal('progress'), id: z.number(), articles: z.number(), total: z.number() }),
  z.object({ type: z.literal('failed'), id: z.number(), failure: indexFailureSchema }),
  z.object({ type: z.literal('generation'), state: indexStateSchema }),
]);
export type ToPage = z.infer<typeof toPageSchema>;
