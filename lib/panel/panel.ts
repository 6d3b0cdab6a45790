import { toPlainText } from '@/lib/draft/reply/write-reply';
import { compareSent } from '@/lib/draft/session/outcome';
import { asWritten, currentAlternative, emptySession } from '@/lib/draft/session/session';
import type { DraftSession } from '@/lib/draft/session/session-state';
import { createActions } from './actions';
import type { PanelDeps } from './deps';
import { createDrafting } from './drafting/drafting';
import { lookAtComposer } from './following/composer-look';
import { followTickets } from './following/ticket-follower';
import { newCustomerMessage } from './following/ticket-reading';
import { createInsertionFlow } from './insertion/insertion-flow';
import { createArticleSearch } from './knowledge/article-search';
import { createCannedReplies } from './knowledge/canned-replies';
import { createStore } from './observable';
import { createAuditTrail } from './outcome/audit-trail';
import { createOutcomeWatch } from './outcome/outcome-watch';
import type { Panel } from './panel-actions';
import { initialState, type PanelState } from './panel-state';
import { createSessions } from './sessions';
import { createWishes } from './wishes';

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
  const canned = createCannedReplies(
    deps,
    sessions,
    (cannedReplies) => state.update({ cannedReplies }),
    signal,
  );
  const articleSearch = createArticleSearch(
    deps,
    sessions,
    (articleFinding) => state.update({ articleFinding }),
    signal,
  );

  const wishes = createWishes(state, sessions, drafting, () =>
    actions.insert({ closeAfter: state.get().settings.afterInsert === 'close' }),
  );

  const follower = followTickets(
    windowId,
    deps,
    {
      onConnection: (connection) => state.update({ connection }),
      onReading: (reading) => state.update({ reading }),
      async onTurn(key) {
        if (key === null || (currentKey() !== null && currentKey() !== key)) wishes.forget();
        // A request that nobody sees any more is not sent.
        if (state.get().isAsked && currentKey() !== null && currentKey() !== key)
          drafting.answerRequest(currentKey()!, 'cancel');
        state.update({
          composer: null,
          cannedReplies: [],
          articleFinding: { state: 'none' },
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
        // So that the panel can name where the draft would land before anybody presses.
        const isOnScreen = () => source === follower.source();
        void lookAtComposer(source, deps.clock, isOnScreen, (composer) => state.update({ composer }), signal);
        if (!wishes.ticketRead() && sessions.get(key).phase === 'idle') void drafting.prepare(key);
      },
      onSubmitted: outcomes.hurry,
    },
    signal,
  );

  const parts = { sessions, drafting, insertions, canned, articleSearch, follower, wishes };
  const actions = createActions(windowId, deps, state, parts, signal);

  void deps.insertKey().then((insertKey) => state.update({ insertKey }));
  deps.watchSettings((settings) => state.update({ settings, writer: deps.describeWriter(settings) }), signal);
  deps.watchArticleCount((articles) => {
    state.update({ articles });
    // What was just brought in may answer the ticket that is open.
    const key = currentKey();
    if (key && sessions.get(key).phase === 'idle') void drafting.prepare(key);
  }, signal);
  deps.watchIntents(
    windowId,
    (kind) => {
      if (kind === 'insert') wishes.insertFromPage();
      else if (kind === 'draft') wishes.draftUnlessOneStands();
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
