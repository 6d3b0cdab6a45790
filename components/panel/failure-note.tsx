import { i18n } from '#i18n';
import type { DraftFailure } from '@/lib/draft/session/session-state';
import type { ReadFailure } from '@/lib/helpdesk/contract';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { Disclosure } from '../ui/disclosure';
import {
  draftFailureText,
  type FailureAction,
  type FailureText,
  failureActionName,
  readFailureText,
} from './failure-words';
import styles from './panel.module.css';
import type { PanelActions } from './panel-props';

/** A failure in the middle of the panel. What was written before it stays below. */
export function FailureNote({
  failure,
  kept,
  actions,
}: {
  failure: DraftFailure;
  kept: number;
  actions: PanelActions;
}) {
  const text = draftFailureText(failure);
  return <Note text={text} keptWords={kept} actions={actions} />;
}

export function ReadFailureNote({ failure, actions }: { failure: ReadFailure; actions: PanelActions }) {
  return <Note text={readFailureText(failure)} keptWords={0} actions={actions} />;
}

function Note({ text, keptWords, actions }: { text: FailureText; keptWords: number; actions: PanelActions }) {
  const offered = text.actions.flatMap((action) => {
    const run = runsOf(actions)[action];
    return run ? [{ action, run }] : [];
  });
  return (
    <div className={styles.block}>
      <Banner
        tone="bad"
        shape="block"
        fact={text.sentence}
        actions={offered.slice(0, 2).map(({ action, run }, index) => (
          <Button key={action} compact variant={index === 0 ? 'plain' : 'ghost'} onClick={run}>
            {failureActionName(action)}
          </Button>
        ))}
      >
        {keptWords > 0 && i18n.t('panel.failure.textKept')}
      </Banner>
      <div className={styles.details}>
        <Disclosure title={i18n.t('panel.failure.details')}>
          <code>{text.details}</code>
        </Disclosure>
      </div>
    </div>
  );
}

function runsOf(actions: PanelActions): Record<FailureAction, (() => void) | undefined> {
  return {
    'try-again': actions.draft,
    'without-model': actions.withoutModel,
    'open-settings': actions.openSettings,
    'choose-model': actions.openSettings,
    'test-endpoint': actions.openSettings,
    'look-again': actions.readAgain,
    'bring-knowledge': actions.openWorkspace,
    'try-demo': () => actions.bringKnowledge('demo'),
    'ask-customer': actions.askCustomer,
    'hand-off': actions.handOff,
    'reload-page': actions.reloadPage,
  };
}
