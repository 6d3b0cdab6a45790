import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import {
  type CallMethod,
  type Contract,
  contract,
  type Input,
  type Method,
  type Output,
  type StreamMethod,
} from './contract';
import {
  type CallReply,
  type CallRequest,
  type StreamPart,
  type StreamRequest,
  streamPortName,
  whoAsks,
} from './wire';

export interface CallContext {
  /** Fires when this side stops serving, and for a stream when the other side leaves. */
  signal: AbortSignal;
  /** Tab and window of a content script that asks. */
  tab: { id: number; windowId: number } | null;
}

/** One function per method that this side answers; it answers no other. */
export type Handlers = {
  [M in CallMethod]?: (input: Input<M>, context: CallContext) => Promise<Output<M>>;
} & {
  [M in StreamMethod]?: (input: Input<M>, context: CallContext) => AsyncIterable<Output<M>>;
};

type AnyHandler = (input: unknown, context: CallContext) => Promise<unknown> | AsyncIterable<unknown>;
type Entry = {
  input: z.ZodMiniType;
  output: z.ZodMiniType;
  kind: Contract[Method]['kind'];
  from: Contract[Method]['from'];
};
type MessageSender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];
type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];

const callRequestSchema = z.object({ footnote: z.literal('call'), method: z.string(), input: z.unknown() });
const streamRequestSchema = z.object({ method: z.string(), input: z.unknown() });

/**
 * Answers the other side of the extension until `signal` fires. Only the askers that the contract names are heard;
 * everything else is left without an answer. Registers its listeners at once, as a service worker needs it.
 * A handler that calls `sidePanel.open` is started in the same task as the message arrived, so the gesture counts.
 */
export function serveRpc(handlers: Handlers, signal: AbortSignal): void {
  const find = (
    method: string,
    kind: Entry['kind'],
    sender: MessageSender,
  ): { entry: Entry; handler: AnyHandler } | null => {
    if (!Object.hasOwn(contract, method) || !Object.hasOwn(handlers, method)) return null;
    const entry: Entry = contract[method as Method];
    const handler = handlers[method as Method] as AnyHandler | undefined;
    if (!handler || entry.kind !== kind || whoAsks(sender, browser.runtime) !== entry.from) return null;
    return { entry, handler };
  };

  // `true` keeps the channel open for the later answer; a returned promise would not, in every browser.
  const onMessage = (
    message: unknown,
    sender: MessageSender,
    reply: (answer: CallReply) => void,
  ): true | undefined => {
    const request = z.safeParse(callRequestSchema, message);
    if (!request.success) return undefined;
    const { method, input } = request.data satisfies Pick<CallRequest, 'input'> & { method: string };
    const found = find(method, 'call', sender);
    if (!found) return undefined;
    void answer(found, input, contextOf(sender, signal)).then(reply);
    return true;
  };

  const onConnect = (port: Port): void => {
    if (port.name !== streamPortName || !port.sender) return;
    const sender = port.sender;
    const closed = new AbortController();
    port.onDisconnect.addListener(() => closed.abort());
    port.onMessage.addListener((message: unknown) => {
      const request = z.safeParse(streamRequestSchema, message);
      const { method, input } = request.success
        ? (request.data as StreamRequest)
        : { method: '', input: null };
      const found = find(method, 'stream', sender);
      if (!found) return port.disconnect();
      void pump(port, found, input, contextOf(sender, AbortSignal.any([signal, closed.signal])));
    });
  };

  browser.runtime.onMessage.addListener(onMessage);
  browser.runtime.onConnect.addListener(onConnect);
  signal.addEventListener('abort', () => {
    browser.runtime.onMessage.removeListener(onMessage);
    browser.runtime.onConnect.removeListener(onConnect);
  });
}

function contextOf(sender: MessageSender, signal: AbortSignal): CallContext {
  const { id, windowId } = sender.tab ?? {};
  return { signal, tab: id === undefined || windowId === undefined ? null : { id, windowId } };
}

async function answer(
  found: { entry: Entry; handler: AnyHandler },
  input: unknown,
  context: CallContext,
): Promise<CallReply> {
  const parsed = z.safeParse(found.entry.input, input);
  if (!parsed.success) return { ok: false, code: 'malformed' };
  try {
    const value = z.safeParse(found.entry.output, await found.handler(parsed.data, context));
    return value.success ? { ok: true, value: value.data } : { ok: false, code: 'failed' };
  } catch (bug) {
    reportBug(bug);
    return { ok: false, code: 'failed' };
  }
}

async function pump(
  port: Port,
  found: { entry: Entry; handler: AnyHandler },
  input: unknown,
  context: CallContext,
): Promise<void> {
  const parsed = z.safeParse(found.entry.input, input);
  let end: Extract<StreamPart, { end: string }>['end'] = parsed.success ? 'done' : 'malformed';
  try {
    if (parsed.success) {
      for await (const part of found.handler(parsed.data, context) as AsyncIterable<unknown>) {
        if (context.signal.aborted) return;
        port.postMessage({ part } satisfies StreamPart);
      }
    }
  } catch (bug) {
    // `postMessage` on a port that has just closed throws before `onDisconnect` runs: nobody is left to be told.
    if (context.signal.aborted) return;
    reportBug(bug);
    end = 'failed';
  }
  try {
    port.postMessage({ end } satisfies StreamPart);
    port.disconnect();
  } catch {
    // The port closed meanwhile; the asker has already seen the cut.
  }
}

/** Bugs surface in the browser's own error list, without the message's content. */
function reportBug(bug: unknown): void {
  queueMicrotask(() => {
    throw bug instanceof Error ? bug : new Error('An rpc handler threw something that is no error.');
  });
}
