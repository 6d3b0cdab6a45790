import { textUnits } from '@/lib/draft/document';
import { canInsert, claimsToSettle, currentAlternative, emptySession, isBusy } from '@/lib/draft/session';
import type { DraftDocument } from '@/lib/draft/document';
import type { ComposerMode, Placement } from '@/lib/helpdesk/contract';
import { createTabClient } from '@/lib/rpc/client';
import { defaultSettings } from '@/lib/settings/schema';
import { type Ticket, ticketKey } from '@/lib/ticket/ticket';
import type { Connection } from './connection';
import { isSameTicket } from './connection';
import type { PanelDeps } from './deps';
import { createDrafting } from './drafting';
import { followTab } from './follow-tab';
import { type FoundComposer, placeDraft, questionBefore } from './inserting';
import { createOutcomeWatch } from './outcome-watch';
import { createStore, type Observable } from './observable';
import type { Notice, PanelState } from './panel-state';
import { createSessions } from './sessions';
import { newCustomerMessage, readTicket, type TicketSource } from './ticket-reading';

/** What the views call. Each returns at once; the state tells the rest. */
export interface PanelActions {
  draft(): void;
  /** "shorter", "warmer", or free words. */
  change(instruction: string): void;
  stop(): void;
  edit(document: DraftDocument): void;
  choose(index: number): void;
  setHint(hint: string): void;
  pin(articleId: string, pinned: boolean): void;
  /** Leaves an article out and drafts again without it. */
  exclude(articleId: string): void;
  keepClaim(claimId: string): void;
  keepStaleDraft(): void;
  /** Puts the draft into the reply box; asks first where it must. `closeAfter`: hand the keyboard to the reply box. */
  insert(options: { closeAfter: boolean }): void;
  answerInsertion(answer: { placement: Placement; mode: ComposerMode }): void;
  cancelInsertion(): void;
  copy(): void;
  discard(): void;
  undoDiscard(): void;
  readAgain(): void;
  dismissNotice(): void;
}

export interface Panel extends Observable<PanelState> {
  readonly actions: PanelActions;
}

const initialState: PanelState = {
  connection: { state: 'looking' },
  reading: { state: 'idle' },
  session: emptySession,
  composer: null,
  articles: null,
  settings: defaultSettings,
  writer: { label: '', egress: [] },
  notice: null,
};

/** The agent's session at one window, without a view. Ends with `signal`. */
export function createPanel(windowId: number, deps: PanelDeps, signal: AbortSignal): Panel {
  const { clock } = deps;
  const state = createStore<PanelState>(initialState);
  const notify = (notice: Notice | null) => state.update({ notice });
  const currentKey = () => state.get().session.ticketKey;

  const sessions = createSessions(
    deps.archive,
    clock,
    (key, session) => {
      if (key === currentKey()) state.update({ session });
    },
    () => notify({ code: 'storage-full' }),
    signal,
  );
  const drafting = createDrafting(deps, sessions, signal);
  const outcomes = createOutcomeWatch(deps, sessions, signal);

  let source: TicketSource | null = null;
  let reading = new AbortController();
  let draftWhenRead = false;
  let discarded: { key: string; index: number } | null = null;
  let waitingInsertion: { composer: FoundComposer; closeAfter: boolean } | null = null;

  const showTicket = (ticket: Ticket) => {
    const key = ticketKey(ticket);
    const before = sessions.get(key).ticket;
    const arrived = before ? newCustomerMessage(before, ticket) : null;
    sessions.dispatch(key, { type: 'ticket-opened', ticket });
    if (arrived) {
      const { author, sentAt, text } = arrived;
      sessions.dispatch(key, { type: 'message-arrived', message: { authorName: author.name, at: sentAt, text } });
    }
    state.update({ reading: { state: 'read', at: ticket.readAt } });
    if (source) outcomes.resume(key, source);
    if (draftWhenRead) startDraft(null);
    else if (sessions.get(key).phase === 'idle') drafting.prepare(key);
  };

  const readNow = async () => {
    if (!source) return;
    reading.abort();
    reading = new AbortController();
    const mine = reading.signal;
    state.update({ reading: { state: 'reading' } });
    const ticket = await readTicket(source, clock, AbortSignal.any([signal, mine]));
    if (mine.aborted) return;
    if (ticket.ok) showTicket(ticket.value);
    else state.update({ reading: { state: 'failed', failure: ticket.error } });
  };

  const onConnection = async (connection: Connection) => {
    const before = state.get().connection;
    state.update({ connection });
    if (isSameTicket(before, connection) && source) return;
    if (connection.state === 'looking') return;
    reading.abort();
    source = null;
    waitingInsertion = null;
    if (connection.state !== 'ticket') {
      state.update({ session: emptySession, reading: { state: 'idle' }, composer: null });
      return;
    }
    const { open } = connection;
    const client = createTabClient(connection.tabId);
    source = { client, open, get: deps.apiGet(client), reader: deps.readerOf(open.helpdesk) };
    const key = ticketKey({ helpdesk: open.helpdesk, account: open.account, id: open.ticketId });
    state.update({ session: sessions.get(key), reading: { state: 'reading' }, composer: null });
    const session = await sessions.open(key);
    if (currentKey() !== key) return;
    state.update({ session });
    await readNow();
  };

  let rereadTimer = new AbortController();
  const onActivity = (ticketId: string) => {
    if (ticketId !== source?.open.ticketId) return;
    // A burst of page changes is one look at the ticket.
    rereadTimer.abort();
    rereadTimer = new AbortController();
    const mine = AbortSignal.any([signal, rereadTimer.signal]);
    void clock.sleep(rereadPauseMs, mine).then(() => (mine.aborted ? undefined : readNow()));
  };

  function startDraft(instruction: string | null): void {
    const key = currentKey();
    if (!key) return;
    if (!sessions.get(key).ticket) {
      draftWhenRead = true;
      return;
    }
    draftWhenRead = false;
    if (!isBusy(sessions.get(key))) drafting.start(key, instruction);
  }

  const place = async (composer: FoundComposer, placement: Placement, closeAfter: boolean) => {
    const key = currentKey();
    const alternative = currentAlternative(state.get().session);
    if (!key || !alternative || !source) return;
    const from = source;
    sessions.dispatch(key, { type: 'insertion-changed', insertion: { state: 'inserting' } });
    const plan = { ticketId: from.open.ticketId, document: alternative.document, composer, placement, requestId: deps.newId() };
    let insertion = await placeDraft(plan, from.client, clock, signal);
    if (insertion.state === 'failed') insertion = { ...insertion, copied: await deps.copy(alternative.document) };
    sessions.dispatch(key, { type: 'insertion-changed', insertion });
    if (insertion.state !== 'verified') return;
    outcomes.inserted(key, from);
    await sessions.flush();
    if (closeAfter) deps.closePanel();
  };

  const insert = async (closeAfter: boolean) => {
    const key = currentKey();
    const { session } = state.get();
    if (!key || !source || !canInsert(session)) return;
    const composer = await source.client.call('composer.read', {}, signal);
    if (currentKey() !== key) return;
    state.update({ composer: composer.ok ? composer.value : null });
    if (!composer.ok || !composer.value.found) {
      const copied = await deps.copy(currentAlternative(session)!.document);
      const code = composer.ok && !composer.value.found && composer.value.reason === 'several' ? 'composer-several' : 'composer-missing';
      const failure = composer.ok ? { code: code as 'composer-several' | 'composer-missing' } : { code: 'unreachable' as const };
      sessions.dispatch(key, { type: 'insertion-changed', insertion: { state: 'failed', failure, copied } });
      return;
    }
    const question = questionBefore(composer.value, { placement: false, mode: 'public' });
    waitingInsertion = { composer: composer.value, closeAfter };
    if (question) sessions.dispatch(key, { type: 'insertion-changed', insertion: question });
    else await place(composer.value, 'append', closeAfter);
  };

  const answer = async ({ placement, mode }: { placement: Placement; mode: ComposerMode }) => {
    const key = currentKey();
    const waiting = waitingInsertion;
    if (!key || !waiting) return;
    // The mode was agreed to; what else stands in the box may still need an answer.
    const agreedToText = state.get().session.insertion.state === 'asking' && askedReason() === 'not-empty';
    const question = questionBefore(waiting.composer, { placement: agreedToText, mode });
    if (question) sessions.dispatch(key, { type: 'insertion-changed', insertion: question });
    else await place(waiting.composer, placement, waiting.closeAfter);
  };
  const askedReason = () => {
    const { insertion } = state.get().session;
    return insertion.state === 'asking' ? insertion.reason : null;
  };

  const withKey = (work: (key: string) => void) => {
    const key = currentKey();
    if (key) work(key);
  };

  const actions: PanelActions = {
    draft: () => startDraft(null),
    change: (instruction) => startDraft(instruction),
    stop: () => withKey(drafting.stop),
    edit: (document) => withKey((key) => drafting.edit(key, document)),
    choose: (index) => withKey((key) => sessions.dispatch(key, { type: 'alternative-chosen', index })),
    setHint: (hint) => withKey((key) => sessions.dispatch(key, { type: 'hint-changed', hint })),
    pin: (articleId, pinned) => withKey((key) => sessions.dispatch(key, { type: 'source-pinned', articleId, pinned })),
    exclude: (articleId) =>
      withKey((key) => {
        sessions.dispatch(key, { type: 'source-excluded', articleId, excluded: true });
        startDraft(null);
      }),
    keepClaim: (claimId) =>
      withKey((key) => {
        const alternative = currentAlternative(sessions.get(key));
        if (alternative) sessions.dispatch(key, { type: 'claim-kept', id: alternative.id, claimId });
      }),
    keepStaleDraft: () => withKey((key) => sessions.dispatch(key, { type: 'stale-kept' })),
    insert: ({ closeAfter }) => void insert(closeAfter),
    answerInsertion: (given) => void answer(given),
    cancelInsertion: () => {
      waitingInsertion = null;
      withKey((key) => sessions.dispatch(key, { type: 'insertion-changed', insertion: { state: 'none' } }));
    },
    copy: () => {
      const alternative = currentAlternative(state.get().session);
      if (alternative) void deps.copy(alternative.document).then((done) => notify({ code: done ? 'copied' : 'copy-refused' }));
    },
    discard: () =>
      withKey((key) => {
        discarded = { key, index: sessions.get(key).current };
        drafting.stop(key);
        sessions.dispatch(key, { type: 'discarded' });
        notify({ code: 'discarded' });
      }),
    undoDiscard: () => {
      if (discarded) sessions.dispatch(discarded.key, { type: 'alternative-chosen', index: discarded.index });
      discarded = null;
      notify(null);
    },
    readAgain: () => void readNow(),
    dismissNotice: () => notify(null),
  };

  followTab(
    windowId,
    { onConnection: (connection) => void onConnection(connection), onActivity, onSubmitted: outcomes.hurry },
    signal,
  );
  deps.watchSettings((settings) => state.update({ settings, writer: deps.describeWriter(settings) }), signal);
  deps.watchArticleCount((articles) => state.update({ articles }), signal);
  deps.watchIntents(
    windowId,
    (kind) => {
      if (kind === 'draft') startFromKey();
      if (kind === 'insert') actions.insert({ closeAfter: state.get().settings.afterInsert === 'close' });
    },
    signal,
  );

  // The browser's key opens and drafts; with a draft standing it only brings the panel to the front.
  function startFromKey(): void {
    const { session } = state.get();
    if (session.phase === 'idle' || session.phase === 'failed' || !session.ticketKey) {
      draftWhenRead = true;
      if (session.ticket) startDraft(null);
    }
  }

  return { get: state.get, subscribe: state.subscribe, actions };
}

/** A pause that gathers the several changes one new message makes on the page. */
const rereadPauseMs = 600;
