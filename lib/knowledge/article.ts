import * as z from 'zod/mini';

export const articleKinds = ['policy', 'product', 'faq', 'canned-reply', 'procedure', 'example'] as const;
export const articleKindSchema = z.enum(articleKinds);
export type ArticleKind = z.infer<typeof articleKindSchema>;

export const audienceSchema = z.enum(['public', 'internal', 'restricted']);
export type Audience = z.infer<typeof audienceSchema>;

/** Calendar date `YYYY-MM-DD` in the store's time zone. */
const dateSchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** Where an article came from; `externalId` is what makes a second import an update. */
export const sourceSchema = z.object({
  /** Id of the importer, e.g. `files`, `zendesk-guide`, `zendesk-macros`, `gorgias-macros`, `demo-shop`, `workspace`. */
  system: z.string(),
  externalId: z.string(),
  url: z.nullable(z.string()),
  updatedAt: z.nullable(z.string()),
  /** File, folder or account it came in with: an article is only "gone" when this was read again without it. */
  scope: z.optional(z.string()),
  /** What the last import wrote: hash of the incoming content, and the version it became. A higher version now means
   * that somebody edited the article here. */
  imported: z.optional(z.object({ hash: z.string(), version: z.number() })),
});
export type ArticleSource = z.infer<typeof sourceSchema>;

/** What an editor or an importer decides about an article: everything that a version freezes. */
export const articleContentSchema = z.object({
  kind: articleKindSchema,
  title: z.string(),
  /** Markdown. */
  body: z.string(),
  locale: z.string(),
  /** Empty: every market. */
  market: z.array(z.string()),
  brand: z.nullable(z.string()),
  /** Product names or SKUs it speaks of; empty: all. */
  productScope: z.array(z.string()),
  tags: z.array(z.string()),
  audience: audienceSchema,
  status: z.enum(['draft', 'published', 'archived']),
  owner: z.nullable(z.string()),
  /** In force from and until (inclusive); `null` is open. */
  validFrom: z.nullable(dateSchema),
  validUntil: z.nullable(dateSchema),
  /** Which date of a case is held against the two above. */
  dateBasis: z.enum(['today', 'order-date', 'delivery-date']),
  /** Examples only: good or bad, and why. */
  example: z.nullable(
    z.object({ verdict: z.enum(['good', 'bad']), reason: z.string(), replacement: z.nullable(z.string()) }),
  ),
  /** Canned replies only: what else the helpdesk's macro would do (set a status, add tags). Shown, never executed. */
  actions: z.optional(z.array(z.object({ name: z.string(), value: z.string() }))),
});
export type ArticleContent = z.infer<typeof articleContentSchema>;

/** The current version of an article. Ids are ULIDs; `hash` and `previousHash` chain its versions (SHA-256, hex). */
export const articleSchema = z.extend(articleContentSchema, {
  id: z.string(),
  version: z.number(),
  hash: z.string(),
  previousHash: z.nullable(z.string()),
  /** Who wrote this version and when (ISO 8601). */
  author: z.string(),
  updatedAt: z.string(),
  createdAt: z.string(),
  source: z.nullable(sourceSchema),
  verification: z.nullable(z.object({ at: z.string(), by: z.string(), everyDays: z.nullable(z.number()) })),
  /** What this version changed, in words; empty for an import. */
  summary: z.optional(z.string()),
  /** Masked questions that this article answered, newest first; search reads them as a field of their own. */
  askedAs: z.array(z.string()),
});
export type Article = z.infer<typeof articleSchema>;

/** A former version, kept whole, so that any citation can be opened as it stood. */
export const articleVersionSchema = z.object({
  articleId: z.string(),
  version: z.number(),
  hash: z.string(),
  previousHash: z.nullable(z.string()),
  content: articleContentSchema,
  author: z.string(),
  at: z.string(),
  summary: z.string(),
});
export type ArticleVersion = z.infer<typeof articleVersionSchema>;
