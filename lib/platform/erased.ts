import * as z from 'zod/mini';

/** A channel of the extension's own origin: its pages hear it, content scripts and helpdesk pages do not. */
const channelName = 'erased-tickets';
const ticketKeysSchema = z.array(z.string());

/** Tells open panels that what is kept of these tickets was erased, so that none writes it down again from memory. */
export function tellErased(ticketKeys: readonly string[]): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(ticketKeys);
  channel.close();
}

export function watchErased(onErased: (ticketKeys: readonly string[]) => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', ({ data }) => {
    const parsed = ticketKeysSchema.safeParse(data);
    if (parsed.success) onErased(parsed.data);
  });
  signal.addEventListener('abort', () => channel.close(), { once: true });
}
