import { canInsert, currentAlternative } from '@/lib/draft/session/session';
import type { DraftSession, Insertion } from '@/lib/draft/session/session-state';
import type { ComposerMode, ComposerState, Placement } from '@/lib/helpdesk/contract';
import type { PanelDeps } from '../deps';
import type { TicketSource } from '../following/ticket-reading';
import type { Sessions } from '../sessions';
import { type Agreed, type FoundComposer, placeDraft, questionBefore } from './inserting';

export interface InsertOptions {
  /** Hand the keyboard to the reply box by closing the panel, once the text was read back. */
  closeAfter: boolean;
  /** Chosen beforehand; left out: a reply box with text asks. */
  placement?: Placement;
}

export interface InsertionFlow {
  insert(ticketKey: string, source: TicketSource, options: InsertOptions): void;
  answer(ticketKey: string, source: TicketSource, answer: { placement: Placement; mode: ComposerMode }): void;
  cancel(ticketKey: string): void;
}

export interface FlowEvents {
  onComposer(composer: ComposerState | null): void;
  /** `false`: it could not be recorded, and that was told. */
  onVerified(ticketKey: string, source: TicketSource): Promise<boolean>;
}

interface Waiting extends InsertOptions {
  composer: FoundComposer;
  asked: 'not-empty' | 'mode' | 'stale';
  agreed: Agreed;
}

/**
 * From the key press to text that was read back. Asks where it must, one question after the other, and never acts on
 * a ticket that the agent has left meanwhile: the content script compares ticket, mode and text once more.
 */
export function createInsertionFlow(
  deps: PanelDeps,
  sessions: Sessions,
  events: FlowEvents,
  signal: AbortSignal,
): InsertionFlow {
  const waiting = new Map<string, Waiting>();
  const busy = new Set<string>();

  const meantFor = (key: string): ComposerMode => currentAlternative(sessions.get(key))?.audience ?? 'public';

  const tell = (key: string, insertion: Insertion) =>
    sessions.dispatch(key, { type: 'insertion-changed', insertion });

  const failed = async (key: string, failure: Extract<Insertion, { state: 'failed' }>['failure']) => {
    const alternative = currentAlternative(sessions.get(key));
    const copied = alternative ? await deps.copy(alternative.document) : false;
    tell(key, { state: 'failed', failure, copied });
  };

  const place = async (
    key: string,
    source: TicketSource,
    composer: FoundComposer,
    options: InsertOptions,
  ) => {
    const alternative = currentAlternative(sessions.get(key));
    if (!alternative) return;
    tell(key, { state: 'inserting' });
    const { ticketId } = source.open;
    const placement = options.placement ?? 'append';
    const plan = {
      ticketId,
      document: alternative.document,
      composer,
      placement,
      requestId: deps.newId(),
      lastMessageAt: newestMessageAt(sessions.get(key)),
    };
    const insertion = await placeDraft(plan, source.client, deps.clock, signal);
    if (insertion.state === 'failed') return failed(key, insertion.failure);
    tell(key, insertion);
    const [isRecorded] = await Promise.all([events.onVerified(key, source), sessions.flush()]);
    // What could not be recorded is said on a panel that stays.
    if (options.closeAfter && isRecorded) await deps.closePanel();
  };

  const insert = async (key: string, source: TicketSource, options: InsertOptions) => {
    if (!canInsert(sessions.get(key))) return;
    const read = await source.client.call('composer.read', {}, signal);
    events.onComposer(read.ok ? read.value : null);
    if (!read.ok) return failed(key, { code: 'unreachable' });
    const composer = read.value;
    if (!composer.found)
      return failed(key, { code: composer.reason === 'several' ? 'composer-several' : 'composer-missing' });
    if (composer.ticketId !== source.open.ticketId)
      return failed(key, { code: 'ticket-changed', openTicketId: composer.ticketId });
    const agreed: Agreed = { stale: false, placement: options.placement !== undefined, mode: meantFor(key) };
    await askOrPlace(key, source, { ...options, composer, agreed });
  };

  const askOrPlace = async (key: string, source: TicketSource, wanted: Omit<Waiting, 'asked'>) => {
    const question = questionBefore(wanted.composer, sessions.get(key).stale !== null, wanted.agreed);
    if (!question) return place(key, source, wanted.composer, wanted);
    waiting.set(key, { ...wanted, asked: question.reason });
    tell(key, question);
  };

  const answer = async (
    key: string,
    source: TicketSource,
    given: { placement: Placement; mode: ComposerMode },
  ) => {
    const asked = waiting.get(key);
    if (!asked) return;
    waiting.delete(key);
    // A note to colleagues reaches no customer, whatever was pressed.
    if (asked.asked === 'mode' && meantFor(key) === 'internal' && given.mode !== 'internal')
      return tell(key, { state: 'none' });
    const agreed = { ...asked.agreed };
    if (asked.asked === 'stale') agreed.stale = true;
    if (asked.asked === 'mode') agreed.mode = given.mode;
    if (asked.asked === 'not-empty') agreed.placement = true;
    // The place counts only where it was what the question was about; elsewhere a box with text still asks.
    const placement = asked.placement ?? (agreed.placement ? given.placement : undefined);
    await askOrPlace(key, source, { ...asked, agreed, ...(placement && { placement }) });
  };

  /** A second press while the first is on its way does nothing. */
  const once = async (key: string, work: () => Promise<void>) => {
    if (busy.has(key)) return;
    busy.add(key);
    try {
      await work();
    } finally {
      busy.delete(key);
    }
  };

  return {
    insert: (key, source, options) => void once(key, () => insert(key, source, options)),
    answer: (key, source, given) => void once(key, () => answer(key, source, given)),
    cancel(key) {
      waiting.delete(key);
      tell(key, { state: 'none' });
    },
  };
}

function newestMessageAt({ ticket }: DraftSession): string | null {
  const times = (ticket?.messages ?? []).flatMap(({ sentAt }) => (sentAt === null ? [] : [sentAt]));
  return times.reduce<string | null>(
    (newest, at) => (newest === null || Date.parse(at) > Date.parse(newest) ? at : newest),
    null,
  );
}
