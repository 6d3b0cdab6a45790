import type { Contract, Method } from './contract';

/** Name of the long-lived connection that carries one stream. */
export const streamPortName = 'footnote.stream';

export interface CallRequest {
  footnote: 'call';
  method: Method;
  input: unknown;
}

/** How a call is answered. `failed`: the handler threw; what it threw stays on its own side. */
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
  const own = new URL(runtime.getURL('')).origin;
  const from = sender.origin ?? originOf(sender.url);
  // An opaque or missing origin is neither our page nor a helpdesk's.
  if (from === null || from === 'null') return null;
  // `moz-extension:` and `chrome-extension:` are not special schemes everywhere, so `origin` may read `null`.
  const isOwnUrl = sender.url === undefined || sender.url.startsWith(runtime.getURL(''));
  if (from === own || runtime.getURL('').startsWith(`${from}/`)) return isOwnUrl ? 'extension' : null;
  return from.startsWith('https://') ? 'content-script' : null;
}

function originOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { origin, protocol, host } = new URL(url);
  return origin === 'null' ? `${protocol}//${host}` : origin;
}
