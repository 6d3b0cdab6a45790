import type { Contract, Method } from './contract';

/** Name of the long-lived connection that carries one stream. */
export const streamPortName = 'footnote.stream';

/** How one question is put. `footnote` tells it from messages of other kinds. */
export interface CallRequest {
  footnote: 'call';
  method: Method;
  input: unknown;
}

/** How it is answered. `failed`: the handler threw; what it threw stays on its own side. */
export type CallReply = { ok: true; value: unknown } | { ok: false; code: 'malformed' | 'failed' };

/** First message of a stream, from the side that asks. */
export interface StreamRequest {
  method: Method;
  input: unknown;
}

/** Messages of a stream, from the side that answers. A port that closes without `end` was cut. */
export type StreamPart = { part: unknown } | { end: 'done' | 'malformed' | 'failed' };

export type Asker = Contract[Method]['from'];

/** What the browser stamped on a message. `origin` is missing in older Firefox versions. */
export interface Sender {
  id?: string | undefined;
  origin?: string | undefined;
  url?: string | undefined;
}

/**
 * Who asks, judged by facts that the browser stamps on a message and the sender cannot choose. `null`: nobody we
 * answer. `sender.tab` tells nothing: our own workspace page lives in a tab, too.
 */
export function whoAsks(sender: Sender, runtime: { id: string; getURL(path: ''): string }): Asker | null {
  if (sender.id !== runtime.id) return null;
  const home = runtime.getURL('');
  const from = sender.origin ?? sender.url ?? '';
  // `home` ends in a slash, an origin does not.
  if (`${from}/`.startsWith(home))
    return sender.url === undefined || sender.url.startsWith(home) ? 'extension' : null;
  return from.startsWith('https://') ? 'content-script' : null;
}
