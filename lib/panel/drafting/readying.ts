import { findSources } from '@/lib/draft/sources/find-sources';
import type { Ticket } from '@/lib/ticket/ticket';
import type { PanelDeps } from '../deps';
import { loadSanitiser } from '../insertion/render-reply';
import type { Sessions } from '../sessions';
import type { MaskOf } from './masks';
import { prepareMask, rehearse } from './rehearse';
import { orderOf, type RoadDeps } from './road';

/** Does for a ticket that was opened all that can be done before a draft is asked for: need, sources, writer, mask. */
export function createReadying(
  deps: PanelDeps,
  road: RoadDeps,
  sessions: Sessions,
  maskOf: MaskOf,
  signal: AbortSignal,
): (ticketKey: string) => Promise<void> {
  const rehearsed = new WeakSet<Ticket>();
  const pause = () => deps.clock.sleep(0, signal);

  /** Evidence before prose: what a draft would stand on is shown before one is asked for. */
  const showSources = async (key: string) => {
    const { ticket, need, hint, pinned, excluded } = sessions.get(key);
    if (!ticket || !need) return;
    const began = deps.clock.elapsed();
    const found = await findSources({ ticket, hint, pinned, excluded }, need, road, signal);
    const tookMs = Math.round(deps.clock.elapsed() - began);
    // Choosing them and drawing them are two tasks.
    await pause();
    if ('failure' in found || sessions.get(key).phase !== 'idle') return;
    const { evidence, passagesSearched } = found.result;
    sessions.dispatch(key, {
      type: 'sources-found',
      sources: found.sources,
      evidence: { level: evidence, tookMs, passagesSearched },
    });
  };

  return async (key) => {
    // The ticket is drawn first, in a task of its own.
    await pause();
    const { ticket, need, phase } = sessions.get(key);
    if (!ticket || phase !== 'idle') return;
    // What writing needs loads now, not when the key is pressed.
    void loadSanitiser();
    const settings = deps.settings();
    const writer = deps.provider(settings).then(async (provider) => {
      provider.warmUp?.();
      const mask = provider.egress.length > 0 ? await maskOf(ticket) : null;
      if (mask) void prepareMask(ticket, mask, pause, signal);
      return { provider, mask };
    });
    if (!need?.edited) {
      const derived = await deps.deriveNeed(ticket);
      const now = sessions.get(key);
      if (now.ticket !== ticket || now.phase !== 'idle' || now.need?.edited) return;
      sessions.dispatch(key, { type: 'need-found', need: derived });
    }
    await showSources(key);
    const { provider, mask } = await writer;
    const session = sessions.get(key);
    if (mask === null || session.ticket !== ticket || session.phase !== 'idle') return;
    if (rehearsed.has(ticket)) return;
    rehearsed.add(ticket);
    const order = orderOf(ticket, session, { instruction: null, agentName: settings.agentName });
    await rehearse(order, session.sources, { ...road, provider, mask }, pause, signal);
  };
}
