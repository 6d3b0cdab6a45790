import { citedNumbers, type DraftDocument } from '@/lib/draft/document';
import { compareSent } from '@/lib/draft/outcome';
import { currentAlternative } from '@/lib/draft/session';
import type { Alternative, DraftSession } from '@/lib/draft/session-state';
import { toPlainText } from '@/lib/draft/write-reply';
import type { SentReply } from '@/lib/helpdesk/contract';
import type { Outcome } from '@/lib/store/outcome';
import { ticketKey } from '@/lib/ticket/ticket';
import type { PanelDeps } from './deps';
import { awaitSentReply } from './sent-watch';
import type { Sessions } from './sessions';
import type { TicketSource } from './ticket-reading';

export interface OutcomeWatch {
  /** Starts looking for the reply that follows an insertion. */
  inserted(ticketKey: string, source: TicketSource): void;
  /** Goes on looking after the panel was closed in between. */
  resume(ticketKey: string, source: TicketSource): void;
  /** The helpdesk's send button was pressed: look at once. */
  hurry(ticketId: string): void;
}

/** Learns what was really sent after an insertion and keeps the outcome. One search per ticket at a time. */
export function createOutcomeWatch(deps: PanelDeps, sessions: Sessions, signal: AbortSignal): OutcomeWatch {
  const running = new Map<string, { ticketId: string; hurry: () => void }>();

  const watch = async (key: string, source: TicketSource) => {
    const { insertion } = sessions.get(key);
    if (running.has(key) || insertion.state !== 'verified') return;
    let hurry = () => {};
    let pressed = new Promise<void>((resolve) => {
      hurry = resolve;
    });
    running.set(key, { ticketId: source.open.ticketId, hurry: () => hurry() });
    const nextPress = () => {
      const waitFor = pressed;
      // One press shortens one pause: the reply may take a moment to arrive.
      void waitFor.then(() => {
        pressed = new Promise<void>((resolve) => {
          hurry = resolve;
        });
      });
      return waitFor;
    };
    const sent = await awaitSentReply(
      { reader: source.reader, open: source.open, since: insertion.at, get: source.get, sleep: deps.clock.sleep },
      nextPress,
      signal,
    );
    running.delete(key);
    if (sent) await keep(key, sent);
  };

  const keep = async (key: string, sent: SentReply) => {
    const session = sessions.get(key);
    const alternative = currentAlternative(session);
    if (!alternative || session.insertion.state !== 'verified') return;
    const written = toPlainText(session.alternatives.at(session.current)!.document);
    const difference = compareSent(written, sent.text);
    const outcome = toOutcome(session, alternative, sent, difference.distance, deps.newId(), deps.clock.now());
    await deps.keepOutcome(outcome);
    sessions.dispatch(key, {
      type: 'reply-sent',
      at: sent.sentAt,
      text: sent.text,
      changes: difference.changes,
      distance: difference.distance,
    });
    await sessions.flush();
  };

  return {
    inserted: (key, source) => void watch(key, source),
    resume: (key, source) => {
      const { open } = source;
      if (key === ticketKey({ helpdesk: open.helpdesk, account: open.account, id: open.ticketId })) void watch(key, source);
    },
    hurry: (ticketId) => {
      for (const each of running.values()) if (each.ticketId === ticketId) each.hurry();
    },
  };
}

function toOutcome(
  session: DraftSession,
  alternative: Alternative,
  sent: SentReply,
  editDistance: number,
  id: string,
  now: Date,
): Outcome {
  const insertion = session.insertion.state === 'verified' ? session.insertion : null;
  const cited = new Set(citedNumbers(alternative.document));
  return {
    id,
    ticketKey: session.ticketKey ?? '',
    at: now.toISOString(),
    writtenBy: alternative.writtenBy,
    draftText: toPlainText(alternative.document as DraftDocument),
    insertedText: insertion?.result.text ?? null,
    sentText: sent.text,
    visibility: sent.visibility,
    editDistance,
    tookMs: insertion && session.startedAt ? Date.parse(insertion.at) - Date.parse(session.startedAt) : null,
    sources: alternative.sources.map((source) => ({
      articleId: source.articleId,
      articleVersion: source.articleVersion,
      number: source.number,
      cited: cited.has(source.number),
    })),
  };
}
