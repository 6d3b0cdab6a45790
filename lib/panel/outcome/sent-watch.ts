import type { ApiGet, HelpdeskReader, SentReply } from '@/lib/helpdesk/contract';
import type { OpenHelpdeskTicket } from '../following/connection';

/** Seconds to wait before each look; at most six looks, so that an insertion costs the account little. */
const waitsSeconds = [2, 4, 8, 20, 60, 180];

export interface SentWatch {
  reader: HelpdeskReader;
  open: OpenHelpdeskTicket;
  /** ISO 8601 by the helpdesk's clock: replies up to then stood there before the insertion. */
  since: string;
  /** Where the text was put; what was sent elsewhere is not it. `null`: not known. */
  visibility: SentReply['visibility'] | null;
  get: ApiGet;
  /** May be cut short, when the page showed a press of its send button. */
  sleep(ms: number): Promise<void>;
}

/**
 * Looks for the reply that was really sent after an insertion, with growing pauses, at most six requests. Gives `null`
 * when nothing was sent in that time or the helpdesk stopped answering.
 */
export async function awaitSentReply(watch: SentWatch, signal: AbortSignal): Promise<SentReply | null> {
  for (const seconds of waitsSeconds) {
    await watch.sleep(seconds * 1000);
    if (signal.aborted) return null;
    const found = await watch.reader.findSentReply(watch.open, watch.since, watch.get, signal);
    if (found.ok && found.value && isFrom(watch.visibility, found.value)) return found.value;
    if (!found.ok && (found.error.code === 'signed-out' || found.error.code === 'page-gone')) return null;
  }
  return null;
}

function isFrom(visibility: SentWatch['visibility'], sent: SentReply): boolean {
  return visibility === null || sent.visibility === visibility;
}
