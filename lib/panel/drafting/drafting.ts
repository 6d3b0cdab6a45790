import type { PanelDeps } from '../deps';
import type { Sessions } from '../sessions';
import { type ClaimChecks, createClaimChecks } from './claim-checks';
import { createMasks } from './masks';
import { createReadying } from './readying';
import { createRequests, type Requests } from './requests';
import { roadDepsOf } from './road';
import { createWriting, type Writing, type WritingEvents } from './writing';

/** All that turns an open ticket into a draft. */
export interface Drafting extends Writing, Pick<ClaimChecks, 'edit'> {
  /** Derives the need, so that the panel can show it before anything is asked for. */
  prepare(ticketKey: string): Promise<void>;
  viewRequest: Requests['view'];
  /** Drops what is known of a ticket: it was erased. */
  forget(ticketKey: string): void;
}

export function createDrafting(
  deps: PanelDeps,
  sessions: Sessions,
  events: WritingEvents,
  signal: AbortSignal,
): Drafting {
  const road = roadDepsOf(deps);
  const maskOf = createMasks(deps);
  const requests = createRequests(deps, road, sessions, maskOf, signal);
  const writing = createWriting(deps, road, sessions, { maskOf, requests }, events, signal);
  const checks = createClaimChecks(deps, sessions, signal);
  return {
    ...writing,
    prepare: createReadying(deps, road, sessions, maskOf, signal),
    edit: checks.edit,
    viewRequest: requests.view,
    forget(key) {
      writing.stop(key);
      requests.forget(key);
      checks.forget(key);
    },
  };
}
