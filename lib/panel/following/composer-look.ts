import type { ComposerState } from '@/lib/helpdesk/contract';
import type { Clock } from '@/lib/platform/clock';
import type { TicketSource } from './ticket-reading';

/** A helpdesk mounts its reply box after the ticket: before another look it gets this long, ms. */
const pausesMs = [0, 700, 2_500];

/** Tells where a draft would land, as soon as the page knows; until `signal` fires or another ticket is on screen. */
export async function lookAtComposer(
  source: TicketSource,
  clock: Clock,
  isOnScreen: () => boolean,
  onSeen: (composer: ComposerState) => void,
  signal: AbortSignal,
): Promise<void> {
  let seen = '';
  for (const pause of pausesMs) {
    if (pause > 0) await clock.sleep(pause, signal);
    if (signal.aborted || !isOnScreen()) return;
    const read = await source.client.call('composer.read', {}, signal);
    if (!read.ok || signal.aborted || !isOnScreen()) return;
    const now = JSON.stringify(read.value);
    if (now !== seen) onSeen(read.value);
    seen = now;
    if (read.value.found && read.value.mode !== 'unknown') return;
  }
}
