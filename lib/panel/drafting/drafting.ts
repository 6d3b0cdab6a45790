import type { OutboundRequest } from '@/lib/draft/prompt/outbound';
import type { PanelDeps } from '../deps';
import type { Sessions } from '../sessions';
import { createAsking, type RequestAnswer } from './asking';
import { type ClaimChecks, createClaimChecks } from './claim-checks';
import { createMasks } from './masks';
import { createReadying } from './readying';
import { createRequests, type Requests } from './requests';
import { roadDepsOf } from './road';
import { createSecondReadings, type SecondReadings } from './second-reading';
import { createWriting, type Writing, type WritingEvents } from './writing';

/** All that turns an open ticket into a draft. */
export interface Drafting extends Writing, Pick<ClaimChecks, 'edit'> {
  /** Derives the need, so that the panel can show it before anything is asked for. */
  prepare(ticketKey: string): Promise<void>;
  viewRequest: Requests['view'];
  /** The agent's word on a request that waits for it. */
  answerRequest(ticketKey: string, answer: RequestAnswer): void;
  readAgain: SecondReadings['again'];
  viewSecondRequest: SecondReadings['view'];
  /** Drops what is known of a ticket: it was erased. */
  forget(ticketKey: string): void;
}

export interface DraftingEvents extends Omit<WritingEvents, 'onFinished'> {
  /** A request waits for the agent's word; `null`: it was given. */
  onAsked(ticketKey: string, request: OutboundRequest | null): void;
}

export function createDrafting(
  deps: PanelDeps,
  sessions: Sessions,
  events: DraftingEvents,
  signal: AbortSignal,
): Drafting {
  const road = roadDepsOf(deps);
  const maskOf = createMasks(deps);
  const requests = createRequests(deps, road, sessions, maskOf, signal);
  const asking = createAsking(events.onAsked);
  const second = createSecondReadings(deps, sessions, { maskOf, asking }, events, signal);
  const writing = createWriting(
    deps,
    road,
    sessions,
    { maskOf, requests, asking },
    { ...events, onFinished: second.onFinished },
    signal,
  );
  const checks = createClaimChecks(deps, sessions, signal);
  const stop = (key: string) => {
    writing.stop(key);
    second.stop(key);
  };
  return {
    start(key, instruction, options) {
      // What is said of the version before it would come too late.
      second.stop(key);
      writing.start(key, instruction, options);
    },
    stop,
    answerRequest: asking.answer,
    readAgain: second.again,
    viewSecondRequest: second.view,
    prepare: createReadying(deps, road, sessions, maskOf, signal),
    edit: checks.edit,
    viewRequest: requests.view,
    forget(key) {
      stop(key);
      requests.forget(key);
      second.forget(key);
      checks.forget(key);
    },
  };
}
