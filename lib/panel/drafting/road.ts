import type { DraftDeps, DraftOrder } from '@/lib/draft/pipeline';
import type { DraftSession } from '@/lib/draft/session/session-state';
import { localDate } from '@/lib/platform/clock';
import type { Ticket } from '@/lib/ticket/ticket';
import type { PanelDeps } from '../deps';

/** What the road of a reply needs beside its writer and its mask, which every draft brings along. */
export type RoadDeps = Omit<DraftDeps, 'provider' | 'mask' | 'askMeaning' | 'onRequest'>;

export function roadDepsOf(deps: PanelDeps): RoadDeps {
  return {
    search: deps.search,
    explain: deps.explain,
    openLedger: deps.openLedger,
    deriveNeed: deps.deriveNeed,
    readArticles: deps.readArticles,
    clock: {
      ms: deps.clock.elapsed,
      iso: () => deps.clock.now().toISOString(),
      today: () => localDate(deps.clock.now()),
      sleep: deps.clock.sleep,
    },
    newId: deps.newId,
    newToken: deps.newToken,
  };
}

type Asked = Pick<DraftOrder, 'instruction' | 'agentName'> & Partial<Pick<DraftOrder, 'asksBack'>>;

/** What is asked of the road for this ticket, as the agent has set it by now. */
export function orderOf(
  ticket: Ticket,
  session: DraftSession,
  { instruction, agentName, asksBack = false }: Asked,
): DraftOrder {
  const { need, hint, pinned, excluded, alternatives, current } = session;
  const previous = alternatives[current] ?? null;
  return {
    ticket,
    need: need?.edited ? need : null,
    hint,
    instruction,
    // A note to colleagues is no beginning of a letter to the customer.
    previous: instruction === null || previous?.audience === 'internal' ? null : previous,
    pinned,
    excluded,
    audience: 'public',
    agentName: agentName ?? ticket.agentName,
    asksBack,
  };
}
