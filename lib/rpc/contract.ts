import * as z from 'zod/mini';
import {
  apiResponseSchema,
  composerStateSchema,
  insertedSchema,
  insertFailureSchema,
  insertRequestSchema,
  openTicketSchema,
  pageSnapshotSchema,
} from '@/lib/helpdesk/contract';

/**
 * Everything that crosses between the extension's pages and a content script. Each entry: what goes in, what comes
 * out, whether it is one answer (`call`) or a run of them (`stream`), and who may ask. The worker answers what begins
 * with `panel.`, a page all else. Content scripts may ask for one thing only: to open the panel.
 */
export const contract = {
  /** The open ticket now and after each change, plus a hint when the conversation on screen changed. */
  'page.watch': {
    kind: 'stream',
    from: 'extension',
    input: z.object({}),
    output: z.discriminatedUnion('type', [
      z.object({ type: z.literal('open'), open: openTicketSchema }),
      z.object({ type: z.literal('activity'), ticketId: z.string() }),
      /** The agent pressed a helpdesk button that sends; seen passively. */
      z.object({ type: z.literal('submitted'), ticketId: z.string() }),
    ]),
  },
  /** One answer, as a stream of one part: a port that closes stops the page's request, which a message cannot. */
  'api.get': {
    kind: 'stream',
    from: 'extension',
    input: z.object({ path: z.string() }),
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), value: apiResponseSchema }),
      z.object({ ok: z.literal(false), error: z.enum(['refused-path', 'network']) }),
    ]),
  },
  'page.snapshot': {
    kind: 'call',
    from: 'extension',
    input: z.object({ ticketId: z.string() }),
    output: z.nullable(pageSnapshotSchema),
  },
  'composer.read': {
    kind: 'call',
    from: 'extension',
    input: z.object({}),
    output: composerStateSchema,
  },
  'composer.insert': {
    kind: 'call',
    from: 'extension',
    input: insertRequestSchema,
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), value: insertedSchema }),
      z.object({ ok: z.literal(false), error: insertFailureSchema }),
    ]),
  },
  /** Whether the keyboard is with the page. */
  'page.focused': {
    kind: 'call',
    from: 'extension',
    input: z.object({}),
    output: z.boolean(),
  },
  'panel.open': {
    kind: 'call',
    from: 'content-script',
    input: z.object({ draft: z.boolean() }),
    output: z.object({ opened: z.boolean() }),
  },
  /** Sent by a panel that closes itself, so that the page gets the keyboard. */
  'panel.closing': {
    kind: 'call',
    from: 'extension',
    input: z.object({ windowId: z.number() }),
    output: z.object({ given: z.boolean() }),
  },
} as const;

export type Contract = typeof contract;
export type Method = keyof Contract;
export type CallMethod = { [M in Method]: Contract[M]['kind'] extends 'call' ? M : never }[Method];
export type StreamMethod = { [M in Method]: Contract[M]['kind'] extends 'stream' ? M : never }[Method];
export type Input<M extends Method> = z.infer<Contract[M]['input']>;
export type Output<M extends Method> = z.infer<Contract[M]['output']>;

export type RpcFailure =
  /** No content script answers in that tab: not a helpdesk page, or it needs one reload. */
  | { code: 'unreachable' }
  /** The extension was updated under the page. */
  | { code: 'extension-updated' }
  | { code: 'malformed'; method: string }
  /** The other side threw: a bug there, caught once at this boundary. */
  | { code: 'failed'; method: string }
  | { code: 'closed' }
  | { code: 'aborted' };
