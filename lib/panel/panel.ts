import type { OutboundRequest } from '@/lib/draft/prompt/outbound';
import { toPlainText } from '@/lib/draft/reply/write-reply';
import { compareSent } from '@/lib/draft/session/outcome';
import {
  asWritten,
  canInsert,
  claimsToSettle,
  currentAlternative,
  emptySession,
  isBusy,
} from '@/lib/draft/session/session';
import type { DraftSession } from '@/lib/draft/session/session-state';
import { createAuditTrail } from './audit-trail';
import { createCannedReplies } from './canned-replies';
import type { PanelDeps } from './deps';
import { createDrafting } from './drafting/drafting';
import type { WritingOptions } from './drafting/writing';
import { createInsertionFlow } from './insertion-flow';
import { createStore } from './observable';
import { createOutcomeWatch } from './outcome-watch';
import type { Panel, PanelActions } from './panel-actions';
import { initialState, type PanelState } from './panel-state';
import { createSessions } from './sessions';
import { followTickets } from './ticket-follower';
import { newCustomerMessage, type TicketSource } from './ticket-reading';

/** The agent's session at one window, without a view. Ends with `signal`. */
export function createPanel(windowId: number, deps: PanelDeps, signal: AbortSignal): Panel {
  const state = createStore<PanelState>(initialState);
  const currentKey = () => state.get().session.ticketKey;
  const show = (session: DraftSession) => state.update({ session, difference: differenceOf(session) });

  const sessions = createSessions(
    deps.archive,
    deps.clock,
    (key, session) => {
      if (key === currentKey()) show(session);
    },
    () => state.update({ notice: { code: 'storage-full' } }),
    signal,
  );
  const onLost = () => state.update({ notice: { code: 'record-lost' } });
  const trail = createAuditTrail(deps, onLost, signal);
  const drafting = createDrafting(
    deps,
    sessions,
    {
      onMasked: (maskedValues) => state.update({ maskedValues }),
      onBegun: trail.begun,
      onAsked: (key, outbound) => {
        if (key === currentKey()) state.update({ outbound, isAsked: outbound !== null });
      },
      onOffline: () => state.update({ notice: { code: 'offline' } }),
    },
    signal,
  );
  const outcomes = createOutcomeWatch(deps, sessions, { trail, onLost }, signal);
  const insertions = createInsertionFlow(
    deps,
    sessions,
    {
      onComposer: (composer) => state.update({ composer }),
      onVerified(key, source) {
        outcomes.watch(key, source);
        return trail.inserted(sessions.get(key));
      },
    },
    signal,
  );
  const canned = createCannedReplies(deps, sessions, (cannedReplies) => state.update({ cannedReplies }));

  /** A key that was pressed before its ticket was read. */
  let whenRead: 'draft' | 'insert' | null = null;
  let isImporting = false;
  const endImport = (notice: PanelState['notice']) => {
    isImporting = false;
    state.update({ importing: null, notice });
  };
  let discarded: { key: string; index: number } | null = null;

  const follower = followTickets(
    windowId,
    deps,
    {
      onConnection: (connection) => state.update({ connection }),
      onReading: (reading) => state.update({ reading }),
      async onTurn(key) {
        // A key pressed for the ticket before is no wish for this one: it would send a request that nobody asked for.
        if (key === null || (currentKey() !== null && currentKey() !== key)) whenRead = null;
        // A request that nobody sees any more is not sent.
        if (state.get().isAsked && currentKey() !== null && currentKey() !== key)
          drafting.answerRequest(currentKey()!, 'cancel');
        state.update({
          composer: null,
          cannedReplies: [],
          maskedValues: null,
          outbound: null,
          isAsked: false,
          useful: null,
        });
        show(key ? sessions.get(key) : emptySession);
        if (!key) return;
        const session = await sessions.open(key);
        if (currentKey() === key) show(session);
      },
      onTicket(key, ticket, source) {
        const before = sessions.get(key).ticket;
        const arrived = before ? newCustomerMessage(before, ticket) : null;
        sessions.dispatch(key, { type: 'ticket-opened', ticket });
        if (arrived) {
          const message = { authorName: arrived.author.name, at: arrived.sentAt, text: arrived.text };
          sessions.dispatch(key, { type: 'message-arrived', message });
        }
        outcomes.watch(key, source);
        void lookAtComposer(source);
        if (whenRead === 'draft') draftUnlessOneStands();
        else if (whenRead === 'insert') insertFromPage();
        else if (sessions.get(key).phase === 'idle') void drafting.prepare(key);
      },
      onSubmitted: outcomes.hurry,
    },
    signal,
  );

  /** So that the panel can name where the draft would land before anybody presses. */
  const lookAtComposer = async (source: TicketSource) => {
    const composer = await source.client.call('composer.read', {}, signal);
    if (composer.ok && source === follower.source()) state.update({ composer: composer.value });
  };

  /** Drafts for the ticket on screen; before it was read, as soon as it is. */
  function startDraft(instruction: string | null, options: WritingOptions = {}): void {
    const key = currentKey();
    if (!key || !sessions.get(key).ticket) {
      if (mayShowTicket()) whenRead = 'draft';
      return;
    }
    whenRead = null;
    if (isBusy(sessions.get(key))) return;
    if (state.get().notice?.code === 'offline') state.update({ notice: null });
    drafting.start(key, instruction, options);
  }

  /** With a draft standing, inserted or sent even, the browser's key only brings the panel to the front. */
  function draftUnlessOneStands(): void {
    const key = currentKey();
    whenRead = null;
    if (!key || !currentAlternative(sessions.get(key))) startDraft(null);
  }

  const mayShowTicket = () => ['looking', 'ticket'].includes(state.get().connection.state);

  /** By the browser's key, from the helpdesk's page: says why, where a button would have been off. */
  function insertFromPage(): void {
    const key = currentKey();
    const session = key === null ? emptySession : sessions.get(key);
    if (!session.ticket && mayShowTicket()) {
      whenRead = 'insert';
      return;
    }
    whenRead = null;
    const toSettle = claimsToSettle(session).length;
    if (!canInsert(session)) state.update({ notice: { code: 'nothing-to-insert' } });
    else if (toSettle > 0) state.update({ notice: { code: 'settle-first', claims: toSettle } });
    else actions.insert({ closeAfter: state.get().settings.afterInsert === 'close' });
  }

  async function unlock(passphrase: string, thenDraft: boolean): Promise<void> {
    const { lock } = state.get();
    if (!lock || lock.isOpening) return;
    state.update({ lock: { ...lock, isOpening: true, problem: null } });
    const answer = await deps.key.unlock(passphrase);
    const now = state.get().lock;
    const problem = answer === 'not-opened' || answer === 'storage' ? answer : null;
    if (now) state.update({ lock: answer === 'opened' ? null : { ...now, isOpening: false, problem } });
    if (answer === 'opened' && thenDraft) startDraft(null);
  }

  const withKey = (work: (key: string) => void) => {
    const key = currentKey();
    if (key) work(key);
  };
  const withSource = (work: (key: string, source: TicketSource) => void) => {
    const source = follower.source();
    if (source) withKey((key) => work(key, source));
  };

  /** One that waits for the agent's word stays on show. */
  const showRequest = (view: (key: string) => Promise<OutboundRequest | null>) =>
    withKey((key) => {
      if (state.get().isAsked) return;
      state.update({ outbound: 'making' });
      void view(key).then((outbound) => {
        if (key === currentKey() && state.get().outbound === 'making') state.update({ outbound });
      });
    });

  const actions: PanelActions = {
    draft: () => startDraft(null),
    change: (instruction) => startDraft(instruction),
    withoutModel: () => startDraft(null, { withoutModel: true }),
    // A model is not asked: nothing is to be found out, and the words are the same for every customer.
    askCustomer: () => startDraft(null, { withoutModel: true, asksBack: true }),
    stop: () => withKey(drafting.stop),
    edit: (document) => withKey((key) => drafting.edit(key, document)),
    choose: (index) => withKey((key) => sessions.dispatch(key, { type: 'alternative-chosen', index })),
    setHint: (hint) => withKey((key) => sessions.dispatch(key, { type: 'hint-changed', hint })),
    pin: (articleId, pinned) =>
      withKey((key) => sessions.dispatch(key, { type: 'source-pinned', articleId, pinned })),
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
    insert: (options) => withSource((key, source) => insertions.insert(key, source, options)),
    insertAt: (placement) =>
      withSource((key, source) => insertions.insert(key, source, { closeAfter: false, placement })),
    answerInsertion: (answer) => withSource((key, source) => insertions.answer(key, source, answer)),
    cancelInsertion: () => withKey(insertions.cancel),
    copy: () => {
      const alternative = currentAlternative(state.get().session);
      if (!alternative) return;
      void deps
        .copy(alternative.document)
        .then((done) => state.update({ notice: { code: done ? 'copied' : 'copy-refused' } }));
    },
    discard: () =>
      withKey((key) => {
        discarded = { key, index: sessions.get(key).current };
        drafting.stop(key);
        sessions.dispatch(key, { type: 'discarded' });
        state.update({ notice: { code: 'discarded' } });
      }),
    undoDiscard: () => {
      if (discarded) sessions.dispatch(discarded.key, { type: 'alternative-chosen', index: discarded.index });
      discarded = null;
      state.update({ notice: null });
    },
    readAgain: follower.readAgain,
    unlock: (passphrase, { thenDraft }) => void unlock(passphrase, thenDraft),
    viewRequest: () => showRequest(drafting.viewRequest),
    readDraftAgain: () => withKey(drafting.readAgain),
    viewSecondRequest: () => showRequest(drafting.viewSecondRequest),
    closeRequest: () => {
      if (state.get().isAsked) withKey((key) => drafting.answerRequest(key, 'cancel'));
      state.update({ outbound: null, isAsked: false });
    },
    answerRequest: (answer) => withKey((key) => drafting.answerRequest(key, answer)),
    searchCannedReplies: (query) => withKey((key) => void canned.search(key, query)),
    takeCannedReply: (reply) => withKey((key) => canned.take(key, reply)),
    tryDemoShop: () => {
      if (isImporting) return;
      isImporting = true;
      state.update({ notice: null });
      void deps
        .importDemoShop((importing) => state.update({ importing }), signal)
        .then(
          () => endImport(null),
          () => endImport({ code: 'demo-failed' }),
        );
    },
    rateUseful: (useful) => {
      state.update({ useful });
      withKey((key) => {
        void deps.rateOutcome(key, useful).then((kept) => {
          if (!kept && key === currentKey()) state.update({ useful: null, notice: { code: 'rating-lost' } });
        });
      });
    },
    reloadPage: () => void deps.reloadTab(windowId),
    dismissNotice: () => state.update({ notice: null }),
  };

  deps.key.watchLock((found) => {
    const { lock } = state.get();
    const untried = { isOpening: false, problem: null };
    state.update({ lock: found && { ...untried, ...lock, waitUntil: found.waitUntil } });
  }, signal);
  void deps.insertKey().then((insertKey) => state.update({ insertKey }));
  deps.watchSettings((settings) => state.update({ settings, writer: deps.describeWriter(settings) }), signal);
  deps.watchArticleCount((articles) => {
    state.update({ articles });
    // What was just brought in may answer the ticket that is open.
    withKey((key) => sessions.get(key).phase === 'idle' && drafting.prepare(key));
  }, signal);
  deps.watchIntents(
    windowId,
    (kind) => {
      if (kind === 'insert') insertFromPage();
      else if (kind === 'draft') draftUnlessOneStands();
    },
    signal,
  );
  deps.watchErased((ticketKeys) => {
    for (const key of ticketKeys) {
      drafting.forget(key);
      sessions.forget(key);
      // What is on screen would be written down again with the next change.
      if (key === currentKey()) void deps.closePanel();
    }
  }, signal);
  deps.onHide(() => {
    void sessions.flush();
    trail.flush();
  }, signal);

  return { get: state.get, subscribe: state.subscribe, actions };
}

function differenceOf(session: DraftSession): PanelState['difference'] {
  const alternative = currentAlternative(session);
  if (session.insertion.state !== 'sent' || !alternative) return null;
  return compareSent(toPlainText(asWritten(alternative)), session.insertion.text).parts;
}
