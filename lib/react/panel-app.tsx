import { useEffect, useMemo, useState } from 'react';
import { PanelView } from '@/components/panel/panel-view';
import { helpdesks } from '@/lib/helpdesk/registry';
import type { Panel } from '@/lib/panel/panel';
import { openWorkspace } from '@/lib/platform/tabs';
import { useObservable } from './use-observable';

/** The panel on screen: its state as props, its views' wishes as actions. */
export function PanelApp({ panel }: { panel: Panel }) {
  const state = useObservable(panel);
  const now = useNow();
  const actions = useMemo(
    () => ({
      ...panel.actions,
      openArticle: (articleId: string) => void openWorkspace(`#/articles/${articleId}`),
      openWorkspace: () => void openWorkspace('#/articles'),
      openSettings: () => void openWorkspace('#/settings'),
      bringKnowledge: (way: 'files' | 'guide' | 'macros' | 'demo') =>
        way === 'demo' ? panel.actions.tryDemoShop() : void openWorkspace(`#/import/${way}`),
      searchKnowledge: () => void openWorkspace('#/articles'),
    }),
    [panel],
  );
  const { connection, composer } = state;
  const helpdesk = connection.state === 'ticket' ? connection.open.helpdesk : null;
  return (
    <PanelView
      connection={connection}
      reading={state.reading}
      session={state.session}
      articles={state.articles}
      importing={state.importing}
      composerMode={composer?.found ? composer.mode : 'unknown'}
      helpdesk={helpdesks.find((each) => each.id === helpdesk)?.name ?? null}
      writer={state.writer}
      afterInsert={state.settings.afterInsert}
      maskedValues={state.maskedValues}
      cannedReplies={state.cannedReplies}
      difference={state.difference}
      useful={state.useful}
      notice={state.notice}
      now={now}
      actions={actions}
    />
  );
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
