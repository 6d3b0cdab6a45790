import { useReducer, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';
import type { CannedReply, PanelActions, PanelProps } from '@/components/panel/panel-props';
import { PanelView } from '@/components/panel/panel-view';
import { ErrorBoundary } from '@/components/ui/error-boundary';
import { reduceSession } from '@/lib/draft/session/reduce-session';
import { currentAlternative } from '@/lib/draft/session/session';
import { basics, states } from './states';

const address = new URLSearchParams(location.search);
const state = address.get('state');
const theme = address.get('theme');
if (theme) document.documentElement.dataset.theme = theme;

const replies: CannedReply[] = ['Return label', 'Where is my parcel', 'Spare arm, how to fit it'].map(
  (title) => ({
    id: title,
    title,
    preview: `Hello, about ${title.toLowerCase()}: here is what you need to know in three short steps.`,
    document: {
      blocks: [{ type: 'paragraph', content: [{ text: `About ${title.toLowerCase()}: three steps.` }] }],
    },
  }),
);

/** The reducer is the real one, so that editing, settling and pinning can be tried; nothing is drafted here. */
function Stage({ start }: { start: Omit<PanelProps, 'actions'> }) {
  const [session, dispatch] = useReducer(reduceSession, start.session);
  const [query, setQuery] = useState('');
  const [useful, setUseful] = useState<boolean | null>(null);
  const current = currentAlternative(session);
  const nothing = () => {};
  const actions: PanelActions = {
    draft: nothing,
    change: nothing,
    stop: nothing,
    edit: (document) =>
      current && dispatch({ type: 'edited', id: current.id, document, claims: current.claims }),
    choose: (index) => dispatch({ type: 'alternative-chosen', index }),
    setHint: (hint) => dispatch({ type: 'hint-changed', hint }),
    pin: (articleId, pinned) => dispatch({ type: 'source-pinned', articleId, pinned }),
    exclude: (articleId) => dispatch({ type: 'source-excluded', articleId, excluded: true }),
    keepClaim: (claimId) => current && dispatch({ type: 'claim-kept', id: current.id, claimId }),
    keepStaleDraft: () => dispatch({ type: 'stale-kept' }),
    insert: () => dispatch({ type: 'insertion-changed', insertion: { state: 'inserting' } }),
    answerInsertion: () => dispatch({ type: 'insertion-changed', insertion: { state: 'inserting' } }),
    cancelInsertion: () => dispatch({ type: 'insertion-changed', insertion: { state: 'none' } }),
    copy: nothing,
    discard: () => dispatch({ type: 'discarded' }),
    undoDiscard: nothing,
    readAgain: nothing,
    dismissNotice: nothing,
    openArticle: nothing,
    searchCannedReplies: setQuery,
    searchArticles: setQuery,
    addSource: nothing,
    takeCannedReply: nothing,
    bringKnowledge: nothing,
    unlock: nothing,
    openWorkspace: nothing,
    openSettings: nothing,
    reloadPage: nothing,
    withoutModel: nothing,
    rateUseful: setUseful,
    insertAt: nothing,
    undoInsertion: nothing,
    articleWrong: nothing,
    stopImport: nothing,
    viewRequest: nothing,
    readDraftAgain: nothing,
    viewSecondRequest: nothing,
    closeRequest: nothing,
    answerRequest: nothing,
    handOff: nothing,
    askCustomer: nothing,
    tellLead: nothing,
  };
  const found = replies.filter((reply) => reply.title.toLowerCase().includes(query.toLowerCase()));
  return <PanelView {...start} session={session} cannedReplies={found} useful={useful} actions={actions} />;
}

function Index() {
  return (
    <main>
      <h1>Panel states</h1>
      <ul>
        {Object.keys(states).map((name) => (
          <li key={name}>
            <a href={`?state=${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}

/** A fault in drawing, and what it leaves. */
function Faulty(): never {
  throw new TypeError('Failed to fetch dynamically imported module');
}
const stopped = (
  <ErrorBoundary kept={i18n.t('fault.draftsKept')} onReload={() => location.reload()}>
    <Faulty />
  </ErrorBoundary>
);

const chosen = state === null ? undefined : states[state];
createRoot(document.getElementById('root')!).render(
  state === 'fault' ? stopped : chosen ? <Stage start={{ ...basics, ...chosen }} /> : <Index />,
);
