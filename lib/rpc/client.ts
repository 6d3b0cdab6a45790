import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { err, ok, type Result } from '@/lib/result';
import {
  type CallMethod,
  contract,
  type Input,
  type Output,
  type RpcFailure,
  type StreamMethod,
} from './contract';
import {
  type CallReply,
  type CallRequest,
  type StreamPart,
  type StreamRequest,
  streamPortName,
} from './wire';

/** Asks the content script of one tab. */
export interface TabClient {
  /** One answer, or why there is none. Never throws for an expected reason; `signal` stops the waiting. */
  call<M extends CallMethod>(
    method: M,
    input: Input<M>,
    signal: AbortSignal,
  ): Promise<Result<Output<M>, RpcFailure>>;
  /**
   * A run of answers. A failure is yielded once, as the last value; a run that ends without one was complete.
   * Leaving the loop, or `signal`, closes the connection and stops the other side.
   */
  open<M extends StreamMethod>(
    method: M,
    input: Input<M>,
    signal: AbortSignal,
  ): AsyncIterable<Result<Output<M>, RpcFailure>>;
}

export function createTabClient(tabId: number): TabClient {
  return {
    call: (method, input, signal) =>
      call((request) => browser.tabs.sendMessage(tabId, request), method, input, signal),
    open: (method, input, signal) =>
      open(() => browser.tabs.connect(tabId, { name: streamPortName, frameId: 0 }), method, input, signal),
  };
}

const replySchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), code: z.enum(['malformed', 'failed']) }),
]);
const partSchema = z.union([
  z.object({ part: z.unknown() }),
  z.object({ end: z.enum(['done', 'malformed', 'failed']) }),
]);

async function call<M extends CallMethod>(
  send: (request: CallRequest) => Promise<unknown>,
  method: M,
  input: Input<M>,
  signal: AbortSignal,
): Promise<Result<Output<M>, RpcFailure>> {
  if (signal.aborted) return err({ code: 'aborted' });
  const sent = askOnce(send, { footnote: 'call', method, input });
  const raw = await Promise.race([sent, aborted(signal)]);
  if (!raw.ok) return raw;
  const reply = z.safeParse(replySchema, raw.value);
  // Nobody answered: a listener is there, but it serves another method or does not trust us.
  if (!reply.success) return err({ code: 'unreachable' });
  const answer: CallReply = reply.data;
  if (!answer.ok) return err({ code: answer.code, method });
  const value = z.safeParse(contract[method].output, answer.value);
  return value.success ? ok(value.data as Output<M>) : err({ code: 'malformed', method });
}

async function askOnce(
  send: (request: CallRequest) => Promise<unknown>,
  request: CallRequest,
): Promise<Result<unknown, RpcFailure>> {
  try {
    return ok(await send(request));
  } catch {
    // The browser tells its reasons only in words. What can be known: whether we are still installed.
    return err({ code: isStillInstalled() ? 'unreachable' : 'extension-updated' });
  }
}

function aborted(signal: AbortSignal): Promise<Result<never, RpcFailure>> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(err({ code: 'aborted' })), { once: true });
  });
}

/** After an update the old content script lives on with a `runtime` that has no id. */
function isStillInstalled(): boolean {
  // `runtime` itself goes missing once the context is invalidated.
  return browser.runtime?.id !== undefined;
}

type Port = ReturnType<typeof browser.tabs.connect>;

async function* open<M extends StreamMethod>(
  connect: () => Port,
  method: M,
  input: Input<M>,
  signal: AbortSignal,
): AsyncGenerator<Result<Output<M>, RpcFailure>> {
  if (signal.aborted) return yield err({ code: 'aborted' });
  const waiting: (Result<Output<M>, RpcFailure> | 'end')[] = [];
  let wake: () => void = () => {};
  const push = (item: (typeof waiting)[number]): void => {
    waiting.push(item);
    wake();
  };
  const port = connect();
  let isAnswered = false;
  port.onMessage.addListener((message: unknown) => {
    isAnswered = true;
    const part = z.safeParse(partSchema, message);
    if (!part.success) return push(err({ code: 'malformed', method }));
    const data: StreamPart = part.data;
    if ('end' in data) return push(data.end === 'done' ? 'end' : err({ code: data.end, method }));
    const value = z.safeParse(contract[method].output, data.part);
    push(value.success ? ok(value.data as Output<M>) : err({ code: 'malformed', method }));
  });
  // A port that closes without an end part was cut. Before the first part it means that nobody listens there.
  port.onDisconnect.addListener(() => {
    // Reading it keeps the browser from logging it as unchecked; its words are not used.
    void browser.runtime.lastError;
    push(err({ code: isAnswered ? 'closed' : 'unreachable' }));
  });
  const onAbort = (): void => push(err({ code: 'aborted' }));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    if (!post(port, { method, input })) return yield err({ code: 'unreachable' });
    while (true) {
      const next = waiting.shift();
      if (next === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      if (next === 'end') return;
      yield next;
      if (!next.ok) return;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    port.disconnect();
  }
}

/** `postMessage` on a port that has just closed throws before `onDisconnect` runs. */
function post(port: Port, request: StreamRequest): boolean {
  try {
    port.postMessage(request);
    return true;
  } catch {
    return false;
  }
}
