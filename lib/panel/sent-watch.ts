import type { ApiGet, HelpdeskReader, SentReply } from '@/lib/helpdesk/contract';
import type { OpenHelpdeskTicket } from './connection';

/** Seconds to wait before each look; at most six looks, so that an insertion costs the account little. */
const waitsSeconds = [2, 4, 8, 20, 60, 180];

export interface SentWatch {
  reader: HelpdeskReader;
  open: OpenHelpdeskTicket;
  /** ISO 8601: replies older than the insertion are not ours. */
  since: string;
  get: ApiGet;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/**
 * Looks for the reply that was really sent after an insertion, with growing pauses, at most six requests. `hurry`
 * resolves when the page showed a press of its send button: the pause that runs is cut short once. Gives `null` when
 * nothing was sent in that time or the helpdesk stopped answering.
 */
export async function awaitSentReply(
  watch: SentWatch,
  hurry: () => Promise<void>,
  signal: AbortSignal,
): Promise<SentReply | null> {
  for (const seconds of waitsSeconds) {
    await Promise.race([watch.sleep(seconds * 1000, signal), hurry()]);
    if (signal.aborted) return null;
    const found = await watch.reader.findSentReply(watch.open, watch.since, watch.get, signal);
    if (found.ok && found.value) return found.value;
    if (!found.ok && (found.error.code === 'signed-out' || found.error.code === 'page-gone')) return null;
  }
  return null;
}
