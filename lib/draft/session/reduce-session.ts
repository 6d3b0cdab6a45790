import { unreachable } from '@/lib/result';
import { type Ticket, ticketKey } from '@/lib/ticket/ticket';
import { stillStanding } from '../ledger/second-reading/merge';
import type { SecondReading } from '../ledger/second-reading/opinion';
import { isBlank } from '../reply/document';
import { asWritten, currentAlternative, emptySession, hasText, isBusy } from './session';
import type { SessionAction } from './session-action';
import type { Alternative, DraftSession } from './session-state';

/** The one way a draft session changes. Actions of another ticket or another alternative change nothing. */
export function reduceSession(session: DraftSession, action: SessionAction): DraftSession {
  switch (action.type) {
    case 'restored':
      return settleInterrupted(action.session);
    case 'ticket-opened':
      return openTicket(session, action.ticket);
    case 'ticket-closed':
      return emptySession;
    case 'ticket-failed':
      return {
        ...session,
        phase: hasText(session) ? session.phase : 'failed',
        failure: { kind: 'ticket', failure: action.failure },
      };
    case 'need-edited':
      return { ...session, need: { ...action.need, edited: true } };
    case 'hint-changed':
      return { ...session, hint: action.hint };
    case 'source-pinned':
      return {
        ...session,
        pinned: toggle(session.pinned, action.articleId, action.pinned),
        excluded: session.excluded.filter((id) => id !== action.articleId),
        sources: session.sources.map((source) =>
          source.articleId === action.articleId ? { ...source, pinned: action.pinned } : source,
        ),
      };
    case 'source-excluded':
      return {
        ...session,
        excluded: toggle(session.excluded, action.articleId, action.excluded),
        pinned: session.pinned.filter((id) => id !== action.articleId),
      };
    case 'source-gone':
      return markGone(session, action.articleId);
    case 'draft-asked':
      return {
        ...session,
        phase: 'searching',
        failure: null,
        insertion: { state: 'none' },
        stale: null,
        startedAt: action.at,
      };
    case 'need-found':
      return { ...session, need: action.need };
    case 'sources-found':
      return { ...session, sources: action.sources, evidence: action.evidence };
    case 'writing-began':
      return {
        ...session,
        phase: 'writing',
        alternatives: [...session.alternatives, action.alternative],
        current: session.alternatives.length,
      };
    case 'text-arrived':
      return updateAlternative(session, action.id, (alternative) =>
        // Once the agent typed, the rest of the stream may not overwrite it.
        alternative.editedByAgent
          ? alternative
          : { ...alternative, document: action.document, claims: action.claims },
      );
    case 'warned':
      return updateAlternative(session, action.id, (alternative) =>
        alternative.warnings.includes(action.code)
          ? alternative
          : { ...alternative, warnings: [...alternative.warnings, action.code] },
      );
    case 'writing-ended': {
      const ended = updateAlternative(session, action.id, (alternative) => ({
        ...alternative,
        finished: action.finished,
        tookMs: action.tookMs,
        usage: action.usage ?? alternative.usage,
      }));
      if (ended === session) return session;
      // Discarded while it was written: it stays a version, but nothing is shown again unasked.
      if (currentAlternative(session)?.id !== action.id) return ended;
      const complete = action.finished === 'complete';
      return { ...ended, phase: complete ? 'ready' : 'partial', failure: action.failure };
    }
    case 'draft-failed':
      return { ...withoutBlank(session), phase: 'failed', failure: action.failure };
    case 'draft-stopped': {
      if (!isBusy(session)) return session;
      const stopped = withoutBlank(session);
      const alternative = currentAlternative(stopped);
      return { ...stopped, phase: alternative ? phaseOf(alternative) : 'idle' };
    }
    case 'edited':
      return updateAlternative(session, action.id, (alternative) => ({
        ...alternative,
        document: action.document,
        claims: action.claims,
        editedByAgent: true,
        written: asWritten(alternative),
      }));
    case 'claims-checked':
      return updateAlternative(session, action.id, (alternative) => ({
        ...withReading(alternative, alternative.secondReading),
        claims: action.claims,
        warnings: alternative.warnings.filter((code) => code !== 'claims-unchecked'),
      }));
    case 'claim-kept':
      return updateAlternative(session, action.id, (alternative) => ({
        ...alternative,
        kept: toggle(alternative.kept, action.claimId, true),
        claims: alternative.claims.map((claim) =>
          claim.id === action.claimId ? { ...claim, state: 'kept' as const } : claim,
        ),
      }));
    case 'second-reading-changed':
      return updateAlternative(session, action.id, (alternative) => withReading(alternative, action.reading));
    case 'alternative-chosen':
      return action.index >= 0 && action.index < session.alternatives.length && session.phase !== 'writing'
        ? {
            ...session,
            current: action.index,
            phase: phaseOf(session.alternatives[action.index]!),
            failure: null,
          }
        : session;
    case 'discarded':
      return { ...session, phase: 'idle', current: -1, failure: null, insertion: { state: 'none' } };
    case 'message-arrived':
      return session.phase === 'idle' ? session : { ...session, stale: action.message };
    case 'stale-kept':
      return { ...session, stale: null };
    case 'insertion-changed':
      return { ...session, insertion: action.insertion };
    case 'reply-sent':
      return {
        ...session,
        insertion: {
          state: 'sent',
          at: action.at,
          text: action.text,
          changes: action.changes,
          distance: action.distance,
        },
      };
    default:
      return unreachable(action);
  }
}

/** Opinions of sentences that were changed meanwhile are dropped. */
function withReading(alternative: Alternative, reading: SecondReading | undefined): Alternative {
  if (reading === undefined) return alternative;
  const opinions = stillStanding(reading.opinions, alternative.document);
  return { ...alternative, secondReading: { ...reading, opinions } };
}

function openTicket(session: DraftSession, ticket: Ticket): DraftSession {
  const key = ticketKey(ticket);
  if (session.ticketKey === key)
    return { ...session, ticket, failure: session.failure?.kind === 'ticket' ? null : session.failure };
  return { ...emptySession, ticketKey: key, ticket };
}

/** An alternative without a word is none. */
function withoutBlank(session: DraftSession): DraftSession {
  const alternatives = session.alternatives.filter(
    (one) => one.finished !== 'writing' || !isBlank(one.document),
  );
  return { ...session, alternatives, current: Math.min(session.current, alternatives.length - 1) };
}

/** A draft that was being written when the panel went away is a partial one now. */
function settleInterrupted(session: DraftSession): DraftSession {
  const alternatives = session.alternatives.map((one) =>
    readingBrokeOff(one.finished === 'writing' ? { ...one, finished: 'cut' as const } : one),
  );
  // Nobody waits for the answer to a question of a panel that is gone.
  const { state } = session.insertion;
  const insertion =
    state === 'inserting' || state === 'asking' ? { state: 'none' as const } : session.insertion;
  const current = alternatives[session.current];
  if (session.phase !== 'searching' && session.phase !== 'writing')
    return { ...session, alternatives, insertion };
  return {
    ...session,
    alternatives,
    insertion,
    phase: current === undefined || isBlank(current.document) ? 'idle' : 'partial',
  };
}

function readingBrokeOff(alternative: Alternative): Alternative {
  const { secondReading } = alternative;
  return secondReading?.state === 'reading'
    ? { ...alternative, secondReading: { ...secondReading, state: 'failed', failure: { code: 'cut' } } }
    : alternative;
}

function updateAlternative(
  session: DraftSession,
  id: string,
  change: (alternative: Alternative) => Alternative,
): DraftSession {
  const index = session.alternatives.findIndex((alternative) => alternative.id === id);
  if (index === -1) return session;
  return { ...session, alternatives: session.alternatives.with(index, change(session.alternatives[index]!)) };
}

function markGone(session: DraftSession, articleId: string): DraftSession {
  const mark = <T extends { articleId: string }>(sources: readonly T[]) =>
    sources.map((source) => (source.articleId === articleId ? { ...source, gone: true } : source));
  return {
    ...session,
    sources: mark(session.sources),
    alternatives: session.alternatives.map((one) => ({ ...one, sources: mark(one.sources) })),
  };
}

function toggle(list: readonly string[], id: string, on: boolean): readonly string[] {
  const without = list.filter((known) => known !== id);
  return on ? [...without, id] : without;
}

function phaseOf(alternative: Alternative): DraftSession['phase'] {
  return alternative.finished === 'complete' ? 'ready' : 'partial';
}
