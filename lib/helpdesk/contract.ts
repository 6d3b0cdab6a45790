import * as z from 'zod/mini';
import type { Result } from '@/lib/result';
import type { Ticket } from '@/lib/ticket/ticket';

/**
 * What the helpdesk's page shows right now. `ambiguous`: address, selected tab and visible pane disagree, so nothing
 * is read until one ticket is clear.
 */
export const openTicketSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ticket'),
    helpdesk: z.string(),
    account: z.string(),
    ticketId: z.string(),
    url: z.string(),
  }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('ambiguous'), found: z.array(z.string()) }),
]);
export type OpenTicket = z.infer<typeof openTicketSchema>;

export const composerModeSchema = z.enum(['public', 'internal', 'unknown']);
export type ComposerMode = z.infer<typeof composerModeSchema>;

/** The reply box of the open ticket as the page shows it. `text` is what it holds, paragraphs parted by `\n\n`. */
export const composerStateSchema = z.discriminatedUnion('found', [
  z.object({ found: z.literal(false), reason: z.enum(['missing', 'several', 'no-ticket', 'ambiguous']) }),
  z.object({
    found: z.literal(true),
    ticketId: z.string(),
    mode: composerModeSchema,
    /** What the helpdesk itself calls the mode, e.g. `Email` or `Interne Notiz`. */
    modeLabel: z.nullable(z.string()),
    format: z.enum(['rich', 'plain']),
    editor: z.string(),
    readOnly: z.boolean(),
    text: z.string(),
  }),
]);
export type ComposerState = z.infer<typeof composerStateSchema>;

export const placementSchema = z.enum(['replace', 'append', 'caret']);
export type Placement = z.infer<typeof placementSchema>;

export const insertRequestSchema = z.object({
  /** Unique per press; a repeated id is not inserted twice. */
  requestId: z.string(),
  ticketId: z.string(),
  html: z.string(),
  text: z.string(),
  placement: placementSchema,
  /** The mode the agent agreed to. A composer in another mode refuses. */
  expectedMode: composerModeSchema,
  /** What the composer held when the agent chose the placement; if it holds something else now, refuse. */
  expectedText: z.string(),
});
export type InsertRequest = z.infer<typeof insertRequestSchema>;

export const insertedSchema = z.object({
  ticketId: z.string(),
  mode: composerModeSchema,
  paragraphs: z.number(),
  /** What the composer holds after the insertion, read back. */
  text: z.string(),
  /** What it held before. */
  before: z.string(),
  /**
   * `kept`: bold, lists and links arrived. `plain`: the composer takes plain text only, and got it. `lost`: every
   * word arrived, but the composer dropped bold, lists or links.
   */
  formatting: z.enum(['kept', 'plain', 'lost']),
});
export type Inserted = z.infer<typeof insertedSchema>;

export const insertFailureSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('ticket-changed'), openTicketId: z.nullable(z.string()) }),
  z.object({ code: z.literal('composer-missing') }),
  z.object({ code: z.literal('composer-several') }),
  z.object({ code: z.literal('composer-read-only') }),
  z.object({ code: z.literal('composer-changed'), text: z.string() }),
  z.object({ code: z.literal('mode-mismatch'), mode: composerModeSchema, modeLabel: z.nullable(z.string()) }),
  z.object({ code: z.literal('composing') }),
  z.object({ code: z.literal('busy') }),
  /** Something arrived, but not what was meant. `found` is what the composer holds. */
  z.object({ code: z.literal('not-verified'), found: z.string(), arrived: z.number(), expected: z.number() }),
]);
export type InsertFailure = z.infer<typeof insertFailureSchema>;

/** A GET to the helpdesk's own API, made by its page with the agent's session. */
export const apiResponseSchema = z.object({
  status: z.number(),
  /** Parsed JSON, or `null` when the body was not JSON (login page, empty, cut off). */
  body: z.unknown(),
  contentType: z.string(),
  retryAfterSeconds: z.nullable(z.number()),
});
export type ApiResponse = z.infer<typeof apiResponseSchema>;

export type ReadFailure =
  | { code: 'signed-out' }
  | { code: 'forbidden' }
  | { code: 'not-found' }
  | { code: 'rate-limited'; retryAfterSeconds: number | null }
  | { code: 'server'; status: number }
  | { code: 'not-json'; status: number }
  | { code: 'unexpected-shape'; path: string; issue: string }
  | { code: 'page-gone' }
  /** The page could not reach the helpdesk, or no answer came in time. */
  | { code: 'network' }
  | { code: 'aborted' };

/** How the panel reaches the helpdesk's API through the content script. Paths start with `/api/`; GET only. */
export type ApiGet = (path: string, signal: AbortSignal) => Promise<Result<ApiResponse, ReadFailure>>;

/** One entry of the page as the DOM shows it: the marked fallback when the API is refused. */
export const pageMessageSchema = z.object({
  author: z.enum(['customer', 'agent', 'bot', 'unknown']),
  authorName: z.nullable(z.string()),
  visibility: z.enum(['public', 'internal']),
  sentAt: z.nullable(z.string()),
  html: z.string(),
});
export const pageSnapshotSchema = z.object({
  ticketId: z.string(),
  url: z.string(),
  subject: z.nullable(z.string()),
  customerName: z.nullable(z.string()),
  tags: z.array(z.string()),
  messages: z.array(pageMessageSchema),
  /** The page itself says that older messages are not loaded. */
  hasMore: z.boolean(),
});
export type PageSnapshot = z.infer<typeof pageSnapshotSchema>;

/** The panel's side of a helpdesk: turns API answers into a `Ticket`. At most six GETs per opened ticket. */
export interface HelpdeskReader {
  readonly id: string;
  readTicket(
    open: OpenTicket & { kind: 'ticket' },
    get: ApiGet,
    now: () => Date,
    signal: AbortSignal,
  ): Promise<Result<Ticket, ReadFailure>>;
  /** The same ticket from the page alone, every field marked `page`. */
  fromPage(open: OpenTicket & { kind: 'ticket' }, snapshot: PageSnapshot, now: () => Date): Ticket;
  /**
   * The newest reply of an agent written after `since` (ISO 8601), one GET; `null`: none yet. Used to learn what was
   * really sent.
   */
  findSentReply(
    open: OpenTicket & { kind: 'ticket' },
    since: string,
    get: ApiGet,
    signal: AbortSignal,
  ): Promise<Result<SentReply | null, ReadFailure>>;
}

export interface SentReply {
  messageId: string;
  text: string;
  visibility: 'public' | 'internal';
  sentAt: string;
}
