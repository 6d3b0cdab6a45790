import { startTransition, useEffect, useMemo, useState } from 'react';
import { handOffWords } from '@/components/draft/hand-off-words';
import { PanelOpening } from '@/components/panel/panel-opening';
import { PanelView } from '@/components/panel/panel-view';
import { helpdesks } from '@/lib/helpdesk/registry';
import { createStore } from '@/lib/panel/observable';
import type { Panel } from '@/lib/panel/panel-actions';
import { initialState, type PanelState } from '@/lib/panel/panel-state';
import { openWorkspace } from '@/lib/platform/tabs';
import { useEarlyWishes } from './use-early-wishes';
import { useObservable } from './use-observable';

/** The panel on screen: its state as props, its views' wishes as actions. */
export function PanelApp({ starting }: { starting: Promise<Panel> }) {
  const panel = useStarted(starting);
  const state = useObservable(panel ?? nothingYet);
  const now = useNow();
  const actions = useMemo(() => (panel ? toViewActions(panel) : null), [panel]);
  const { connection, composer } = state;
  const helpdesk = connection.state === 'ticket' ? connection.open.helpdesk : null;
  const isOpen = useOpened(actions !== null, state);
  const early = useEarlyWishes(panel, state.session);
  if (!actions || !isOpen) {
    return (
      <PanelOpening
        reading={helpdesk !== null}
        hint={early.hint}
        drafting={early.isDraftWanted}
        onHint={early.setHint}
        onDraft={early.wantDraft}
      />
    );
  }
  return (
    <PanelView
      connection={connection}
      reading={state.reading}
      session={early.session}
      articles={state.articles}
      importing={state.importing}
      composerMode={composer?.found ? composer.mode : 'unknown'}
      helpdesk={helpdesks.find((each) => each.id === helpdesk)?.name ?? null}
      writer={state.writer}
      lock={state.lock}
      afterInsert={state.settings.afterInsert}
      insertKey={state.insertKey}
      maskedValues={state.maskedValues}
      outbound={state.outbound}
      isAsked={state.isAsked}
      isReadAgain={state.settings.secondReading}
      price={state.settings.endpoint.price}
      cannedReplies={state.cannedReplies}
      articleFinding={state.articleFinding}
      difference={state.difference}
      useful={state.useful}
      notice={state.notice}
      now={now}
      actions={actions}
    />
  );
}

const nothingYet = createStore(initialState);

function toViewActions(panel: Panel) {
  return {
    ...panel.actions,
    openArticle: (articleId: string) => void openWorkspace(`#/articles/${articleId}`),
    handOff: () => panel.actions.handOff(handOffWords(Date.now())),
    openWorkspace: () => void openWorkspace('#/articles'),
    openSettings: () => void openWorkspace('#/settings'),
    bringKnowledge: (way: 'files' | 'guide' | 'macros' | 'demo') =>
      way === 'demo' ? panel.actions.tryDemoShop() : void openWorkspace(`#/import/${way}`),
  };
}

function useStarted(starting: Promise<Panel>): Panel | null {
  const [panel, setPanel] = useState<Panel | null>(null);
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  useEffect(() => {
    starting.then(setPanel, (error: unknown) => setFailure({ error }));
  }, [starting]);
  if (failure) throw failure.error;
  return panel;
}

/**
 * Until it is known what the window shows: one frame that says so, instead of three that flicker by. The first drawing
 * of the whole panel is done in slices: it is the largest there is, and keys come in meanwhile.
 */
function useOpened(isStarted: boolean, { connection, session, reading }: PanelState): boolean {
  const [isOpen, setOpen] = useState(false);
  const isKnown =
    connection.state === 'ticket'
      ? session.ticket !== null || reading.state === 'failed'
      : connection.state !== 'looking';
  useEffect(() => {
    if (isStarted && isKnown) startTransition(() => setOpen(true));
  }, [isStarted, isKnown]);
  return isOpen;
}

/** The time, once a second while the page is seen. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') setNow(Date.now());
    }, 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
