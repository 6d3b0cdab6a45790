import { chosenOrder } from '@/lib/draft/need/order-names';
import type { Ledger } from '@/lib/draft/open-ledger';
import type { DraftDocument } from '@/lib/draft/reply/document';
import { currentAlternative } from '@/lib/draft/session/session';
import type { Alternative } from '@/lib/draft/session/session-state';
import type { Need } from '@/lib/ticket/need';
import type { Ticket } from '@/lib/ticket/ticket';
import type { PanelDeps } from '../deps';
import type { Sessions } from '../sessions';

/** Claims of an edited text are checked after a pause this long. */
const checkPauseMs = 150;

/** Holds an edited draft against what it stands on. */
export interface ClaimChecks {
  /** Takes the agent's text and checks its claims once the typing pauses. */
  edit(ticketKey: string, document: DraftDocument): void;
  forget(ticketKey: string): void;
}

export function createClaimChecks(
  deps: Pick<PanelDeps, 'openLedger' | 'clock'>,
  sessions: Sessions,
  signal: AbortSignal,
): ClaimChecks {
  const waiting = new Map<string, AbortController>();
  const ledgers = new Map<string, { of: readonly unknown[]; ledger: Ledger }>();

  /** The ledger of the draft on screen, opened once for as long as nothing it stands on changes. */
  const ledgerOf = (key: string, ticket: Ticket, need: Need | null, alternative: Alternative): Ledger => {
    const { sources, audience = 'public' } = alternative;
    const order = chosenOrder(ticket.orders, need?.orderNames ?? []);
    const of = [ticket, sources, order, audience];
    const known = ledgers.get(key);
    if (known && of.every((part, index) => part === known.of[index])) return known.ledger;
    const ledger = deps.openLedger({ sources, ticket, order, audience });
    ledgers.set(key, { of, ledger });
    return ledger;
  };

  const check = async (key: string) => {
    const session = sessions.get(key);
    const alternative = currentAlternative(session);
    if (!alternative || !session.ticket) return;
    const { id, document } = alternative;
    const claims = await ledgerOf(key, session.ticket, session.need, alternative)
      .check(document, [])
      .catch(() => null);
    if (claims === null) return sessions.dispatch(key, { type: 'warned', id, code: 'claims-unchecked' });
    // Claims of an older text would mark the wrong words; the newer text has a check of its own coming.
    if (currentAlternative(sessions.get(key))?.document !== document) return;
    sessions.dispatch(key, { type: 'claims-checked', id, claims });
  };

  return {
    edit(key, document) {
      const alternative = currentAlternative(sessions.get(key));
      if (!alternative) return;
      sessions.dispatch(key, { type: 'edited', id: alternative.id, document, claims: alternative.claims });
      waiting.get(key)?.abort();
      const typing = new AbortController();
      waiting.set(key, typing);
      const mine = AbortSignal.any([signal, typing.signal]);
      void deps.clock.sleep(checkPauseMs, mine).then(() => (mine.aborted ? undefined : check(key)));
    },
    forget: (key) => void ledgers.delete(key),
  };
}
