import { handOffNote } from '@/lib/draft/hand-off/hand-off-note';
import type { OutboundRequest } from '@/lib/draft/prompt/outbound';
import { currentAlternative } from '@/lib/draft/session/session';
import type { PanelDeps } from './deps';
import type { Drafting } from './drafting/drafting';
import { takeReadyMade } from './drafting/ready-made';
import type { TicketFollower } from './following/ticket-follower';
import type { TicketSource } from './following/ticket-reading';
import type { InsertionFlow } from './insertion/insertion-flow';
import { createUnlocking } from './key/unlocking';
import type { ArticleSearch } from './knowledge/article-search';
import type { CannedReplies } from './knowledge/canned-replies';
import { createDemoImport } from './knowledge/demo-import';
import type { Store } from './observable';
import type { PanelActions } from './panel-actions';
import type { PanelState } from './panel-state';
import type { Sessions } from './sessions';
import type { Wishes } from './wishes';

export interface ActionParts {
  sessions: Sessions;
  drafting: Drafting;
  insertions: InsertionFlow;
  canned: CannedReplies;
  articleSearch: ArticleSearch;
  follower: TicketFollower;
  wishes: Wishes;
}

/** What the views call, on the ticket that is on screen. */
export function createActions(
  windowId: number,
  deps: PanelDeps,
  state: Store<PanelState>,
  { sessions, drafting, insertions, canned, articleSearch, follower, wishes }: ActionParts,
  signal: AbortSignal,
): PanelActions {
  let discarded: { key: string; index: number } | null = null;
  const unlock = createUnlocking(deps, state, signal);
  const withKey = (work: (key: string) => void) => {
    const key = state.get().session.ticketKey;
    if (key) work(key);
  };
  const withSource = (work: (key: string, source: TicketSource) => void) => {
    const source = follower.source();
    if (source) withKey((key) => work(key, source));
  };
  const isOnScreen = (key: string) => key === state.get().session.ticketKey;

  /** One that waits for the agent's word stays on show. */
  const showRequest = (view: (key: string) => Promise<OutboundRequest | null>) =>
    withKey((key) => {
      if (state.get().isAsked) return;
      state.update({ outbound: 'making' });
      void view(key).then((outbound) => {
        if (isOnScreen(key) && state.get().outbound === 'making') state.update({ outbound });
      });
    });

  return {
    draft: () => wishes.draft(null),
    change: (instruction) => wishes.draft(instruction),
    withoutModel: () => wishes.draft(null, { withoutModel: true }),
    // A model is not asked: nothing is to be found out, and the words are the same for every customer.
    askCustomer: () => wishes.draft(null, { withoutModel: true, asksBack: true }),
    stop: () => withKey(drafting.stop),
    edit: (document) => withKey((key) => drafting.edit(key, document)),
    choose: (index) => withKey((key) => sessions.dispatch(key, { type: 'alternative-chosen', index })),
    setHint: (hint) => withKey((key) => sessions.dispatch(key, { type: 'hint-changed', hint })),
    pin: (articleId, pinned) =>
      withKey((key) => sessions.dispatch(key, { type: 'source-pinned', articleId, pinned })),
    exclude: (articleId) =>
      withKey((key) => {
        sessions.dispatch(key, { type: 'source-excluded', articleId, excluded: true });
        wishes.draft(null);
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
    unlock: (passphrase, { thenDraft }) =>
      void unlock(passphrase, () => {
        if (thenDraft) wishes.draft(null);
      }),
    viewRequest: () => showRequest(drafting.viewRequest),
    readDraftAgain: () => withKey(drafting.readAgain),
    viewSecondRequest: () => showRequest(drafting.viewSecondRequest),
    closeRequest: () => {
      if (state.get().isAsked) withKey((key) => drafting.answerRequest(key, 'cancel'));
      state.update({ outbound: null, isAsked: false });
    },
    answerRequest: (answer) => withKey((key) => drafting.answerRequest(key, answer)),
    searchCannedReplies: (query) => withKey((key) => void canned.search(key, query)),
    searchArticles: (query) => void articleSearch.search(state.get().session.ticketKey, query),
    addSource: (articleId) =>
      withKey((key) => {
        sessions.dispatch(key, { type: 'source-pinned', articleId, pinned: true });
        if (sessions.get(key).phase === 'idle') void drafting.prepare(key);
        else wishes.draft(null);
      }),
    handOff: (words) =>
      withKey((key) => {
        const { ticket, need, sources, evidence } = sessions.get(key);
        if (!ticket) return;
        drafting.stop(key);
        const document = handOffNote({ ticket, need, sources, evidence: evidence?.level ?? null }, words);
        takeReadyMade(deps, sessions, key, { document, writtenBy: words.name, audience: 'internal' });
      }),
    takeCannedReply: (reply) => withKey((key) => canned.take(key, reply)),
    tryDemoShop: createDemoImport(deps, state, signal),
    rateUseful: (useful) => {
      state.update({ useful });
      withKey((key) => {
        void deps.rateOutcome(key, useful).then((kept) => {
          if (!kept && isOnScreen(key)) state.update({ useful: null, notice: { code: 'rating-lost' } });
        });
      });
    },
    reloadPage: () => void deps.reloadTab(windowId),
    dismissNotice: () => state.update({ notice: null }),
  };
}
