import type { LedgerCounts } from '../claim';
import { countClaims } from '../ledger-counts';
import { type DraftDocument, isBlank } from '../reply/document';
import type { Alternative, DraftSession } from './session-state';

export const emptySession: DraftSession = {
  ticketKey: null,
  ticket: null,
  phase: 'idle',
  need: null,
  evidence: null,
  sources: [],
  alternatives: [],
  current: -1,
  hint: '',
  pinned: [],
  excluded: [],
  failure: null,
  stale: null,
  insertion: { state: 'none' },
  startedAt: null,
};

export function hasText(session: DraftSession): boolean {
  const alternative = currentAlternative(session);
  return alternative !== null && !isBlank(alternative.document);
}

export function currentAlternative(session: DraftSession): Alternative | null {
  return session.alternatives[session.current] ?? null;
}

/** The draft before the agent's hand. */
export function asWritten(alternative: Alternative): DraftDocument {
  return alternative.written ?? alternative.document;
}

export function ledgerCounts(session: DraftSession): LedgerCounts {
  return countClaims(currentAlternative(session)?.claims ?? []);
}

/** Text that stands and is not being written or inserted can be inserted. Claims to settle are asked about first. */
export function canInsert(session: DraftSession): boolean {
  return (
    (session.phase === 'ready' || session.phase === 'partial') &&
    hasText(session) &&
    session.insertion.state !== 'inserting'
  );
}

export function canUndo(session: DraftSession): boolean {
  return session.current > 0 && !isBusy(session);
}

export function canRedo(session: DraftSession): boolean {
  return session.current >= 0 && session.current < session.alternatives.length - 1 && !isBusy(session);
}

/** A second press while this is true must not start a second request. */
export function isBusy(session: DraftSession): boolean {
  return session.phase === 'searching' || session.phase === 'writing';
}

/** Claims that cost one deliberate press before insertion, in reading order. */
export function claimsToSettle(session: DraftSession) {
  const alternative = currentAlternative(session);
  return (alternative?.claims ?? []).filter(
    (claim) =>
      (claim.state === 'no-source' || claim.state === 'contradicted') &&
      !alternative?.kept.includes(claim.id),
  );
}
