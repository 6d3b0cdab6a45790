import { citedNumbers } from '@/lib/draft/reply/document';
import { toPlainText } from '@/lib/draft/reply/write-reply';
import { compareSent } from '@/lib/draft/session/outcome';
import { asWritten, currentAlternative } from '@/lib/draft/session/session';
import type { Alternative, DraftSession } from '@/lib/draft/session/session-state';
import type { SentReply } from '@/lib/helpdesk/contract';
import type { Outcome } from '@/lib/store/outcome';
import type { PanelDeps } from '../deps';
import type { TicketSource } from '../following/ticket-reading';
import type { Sessions } from '../sessions';
import type { AuditTrail } from './audit-trail';
import { awaitSentReply } from './sent-watch';

export interface OutcomeWatch {
  /** Looks for the reply that follows an insertion, if one waits for it; also after the panel was closed in between. */
  watch(ticketKey: string, source: TicketSource): void;
  /** The helpdesk's send button was pressed: look at once. */
  hurry(ticketId: string): void;
}

/** Learns what was really sent after an insertion and keeps the outcome. One search per ticket at a time. */
export function createOutcomeWatch(
  deps: PanelDeps,
  sessions: Sessions,
  { trail, onLost }: { trail: AuditTrail; onLost: () => void },
  signal: AbortSignal,
): OutcomeWatch {
  const running = new Map<string, { ticketId: string; pause: AbortController }>();

  const watch = async (key: string, source: TicketSource) => {
    const { insertion } = sessions.get(key);
    if (running.has(key) || insertion.state !== 'verified') return;
    const mine = { ticketId: source.open.ticketId, pause: new AbortController() };
    running.set(key, mine);
    const { reader, open, get } = source;
    const sleep = (ms: number) => {
      mine.pause = new AbortController();
      return deps.clock.sleep(ms, AbortSignal.any([signal, mine.pause.signal]));
    };
    const { lastMessageAt: since, result } = insertion;
    const visibility = result.mode === 'unknown' ? null : result.mode;
    const sent = await awaitSentReply({ reader, open, get, since, visibility, sleep }, signal);
    running.delete(key);
    if (sent) await keep(key, sent);
  };

  const keep = async (key: string, sent: SentReply) => {
    const session = sessions.get(key);
    const alternative = currentAlternative(session);
    if (!alternative || session.insertion.state !== 'verified') return;
    const difference = compareSent(toPlainText(asWritten(alternative)), sent.text);
    const outcome = toOutcome(
      session,
      alternative,
      sent,
      difference.distance,
      deps.newId(),
      deps.clock.now(),
    );
    if (!(await deps.keepOutcome(outcome))) onLost();
    await trail.sent(session, sent);
    await teach(session, outcome);
    sessions.dispatch(key, {
      type: 'reply-sent',
      at: sent.sentAt,
      text: sent.text,
      changes: difference.changes,
      distance: difference.distance,
    });
    await sessions.flush();
  };

  /** Which of several questions an article answered is not known: only a single one teaches. */
  const teach = async ({ ticket, need }: DraftSession, outcome: Outcome) => {
    const [ask, ...others] = need?.asks ?? [];
    if (!ticket || !ask || others.length > 0) return;
    const mask = await deps.maskFor(ticket, { orderNames: true });
    await deps.learn(outcome, mask.mask(ask.text));
  };

  return {
    watch: (key, source) => void watch(key, source),
    hurry: (ticketId) => {
      for (const each of running.values()) if (each.ticketId === ticketId) each.pause.abort();
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
    draftText: toPlainText(asWritten(alternative)),
    insertedText: insertion?.result.text ?? null,
    sentText: sent.text,
    visibility: sent.visibility,
    editDistance,
    useful: null,
    taught: null,
    tookMs: insertion && session.startedAt ? Date.parse(insertion.at) - Date.parse(session.startedAt) : null,
    sources: alternative.sources.map((source) => ({
      articleId: source.articleId,
      articleVersion: source.articleVersion,
      number: source.number,
      cited: cited.has(source.number),
    })),
  };
}
