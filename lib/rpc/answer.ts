import { browser } from 'wxt/browser';
import type { Contract, Input, Method, Output } from './contract';
import {
  type CallReply,
  type CallRequest,
  type Sender,
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

type Handler<M extends Method> = Contract[M]['kind'] extends 'call'
  ? (input: Input<M>, context: CallContext) => Promise<Output<M>>
  : (input: Input<M>, context: CallContext) => AsyncIterable<Output<M>>;

/** One method as its server sees it: who may ask, what is taken, what is done. `parse` gives `null` for anything else. */
export interface Served<M extends Method = Method> {
  kind: Contract[M]['kind'];
  from: Contract[M]['from'];
  parse(input: unknown): Input<M> | null;
  handle: Handler<M>;
}

/** Methods are looked up by names from outside, where their types no longer fit each other. */
interface AnyServed {
  kind: string;
  from: string;
  parse(input: unknown): unknown;
  handle(input: unknown, context: CallContext): unknown;
}

export type ServedMethods = { readonly [M in Method]?: Served<M> };
type MessageSender = Sender & { tab?: { id?: number | undefined; windowId: number } | undefined };
type Port = ReturnType<typeof browser.runtime.connect>;

/**
 * Answers the other side of the extension until `signal` fires. Only the askers that the contract names are heard;
 * everything else is left without an answer. Registers its listeners at once, as a service worker needs it. A handler is
 * started in the same task as its message arrived, so that a click made on the page still counts for `sidePanel.open`.
 */
export function answerMethods(served: ServedMethods, signal: AbortSignal): void {
  const find = (method: unknown, kind: string, sender: MessageSender): AnyServed | null => {
    if (typeof method !== 'string' || !Object.hasOwn(served, method)) return null;
    const found = served[method as Method] as AnyServed | undefined;
    return found?.kind === kind && found.from === whoAsks(sender, browser.runtime) ? found : null;
  };

  const onMessage = (
    message: unknown,
    sender: MessageSender,
    reply: (answer: CallReply) => void,
  ): true | undefined => {
    const { footnote, method, input } = (message ?? {}) as Partial<CallRequest>;
    const found = footnote === 'call' ? find(method, 'call', sender) : null;
    if (!found) return undefined;
    void answer(found, input, contextOf(sender, signal)).then(reply);
    // Keeps the channel open for the later answer; a returned promise would not, in every browser.
    return true;
  };

  const onConnect = (port: Port): void => {
    const { sender } = port;
    if (port.name !== streamPortName || !sender) return;
    const closed = new AbortController();
    port.onDisconnect.addListener(() => closed.abort());
    port.onMessage.addListener((message: unknown) => {
      const { method, input } = (message ?? {}) as Partial<StreamRequest>;
      const found = find(method, 'stream', sender);
      if (found) void pump(port, found, input, contextOf(sender, AbortSignal.any([signal, closed.signal])));
      else port.disconnect();
    });
  };

  browser.runtime.onMessage.addListener(onMessage);
  browser.runtime.onConnect.addListener(onConnect);
  signal.addEventListener('abort', () => {
    // An updated extension takes `runtime` away from the script that it left behind.
    browser.runtime?.onMessage?.removeListener(onMessage);
    browser.runtime?.onConnect?.removeListener(onConnect);
  });
}

function contextOf({ tab }: MessageSender, signal: AbortSignal): CallContext {
  return { signal, tab: tab?.id === undefined ? null : { id: tab.id, windowId: tab.windowId } };
}

async function answer(served: AnyServed, input: unknown, context: CallContext): Promise<CallReply> {
  const parsed = served.parse(input);
  if (parsed === null) return { ok: false, code: 'malformed' };
  try {
    return { ok: true, value: await served.handle(parsed, context) };
  } catch (bug) {
    reportBug(bug);
    return { ok: false, code: 'failed' };
  }
}

async function pump(port: Port, served: AnyServed, input: unknown, context: CallContext): Promise<void> {
  const send = (part: StreamPart): void => port.postMessage(part);
  const parsed = served.parse(input);
  try {
    if (parsed === null) return send({ end: 'malformed' });
    for await (const part of served.handle(parsed, context) as AsyncIterable<unknown>) {
      if (context.signal.aborted) return;
      send({ part });
    }
    send({ end: 'done' });
  } catch (bug) {
    // `postMessage` on a port that has just closed throws before `onDisconnect` runs, and in a script that an update
    // left behind that never runs: nobody is left to be told.
    if (context.signal.aborted || browser.runtime?.id === undefined) return;
    reportBug(bug);
    port.disconnect();
  }
}

/** Bugs surface in the browser's own error list. */
function reportBug(bug: unknown): void {
  queueMicrotask(() => {
    throw bug;
  });
}
