import { type DraftDeps, type DraftOrder, previewRequest } from '@/lib/draft/pipeline';
import { createLinkTable } from '@/lib/draft/safety/addresses';
import { quoteForModel } from '@/lib/draft/safety/inert';
import type { Source } from '@/lib/draft/session/session-state';
import type { TicketMask } from '@/lib/privacy/ticket-mask';
import type { Ticket } from '@/lib/ticket/ticket';

type Pause = () => Promise<void>;

/** Newest first and with pauses: nothing private is left to be looked for when the key is pressed. */
export async function prepareMask(ticket: Ticket, mask: TicketMask, pause: Pause, signal: AbortSignal) {
  for (const text of textsOf(ticket).reverse()) {
    await pause();
    if (signal.aborted) return;
    mask.prepare(text);
  }
}

/**
 * Walks the way to a request once before the key is pressed, in steps that are too short to be felt: a browser compiles
 * patterns and functions with their first use, which made the first request after its start wait four times as long as
 * the next. Nothing is sent.
 */
export async function rehearse(
  order: DraftOrder,
  sources: readonly Source[],
  deps: DraftDeps,
  pause: Pause,
  signal: AbortSignal,
): Promise<void> {
  const noLinks = createLinkTable([]);
  for (const text of [...textsOf(order.ticket), ...sources.map((source) => source.text)]) {
    await pause();
    if (signal.aborted) return;
    quoteForModel(text, noLinks);
  }
  await pause();
  if (!signal.aborted) await previewRequest(order, deps, signal);
}

function textsOf(ticket: Ticket): string[] {
  return [ticket.subject, ...ticket.messages.map((message) => message.text.trim())];
}
