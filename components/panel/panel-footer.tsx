import type { Ref, RefObject } from 'react';
import { i18n } from '#i18n';
import type { Alternative, DraftSession } from '@/lib/draft/session/session-state';
import type { ComposerMode } from '@/lib/helpdesk/contract';
import type { Ticket } from '@/lib/ticket/ticket';
import { DraftFooter, WritingFooter } from '../draft/draft-footer';
import { StartFooter } from '../draft/start-view';
import styles from '../insertion/insertion.module.css';
import { modeName } from '../insertion/mode-words';
import { channelName } from '../ticket/ticket-header';
import { Button } from '../ui/button';
import type { PanelActions } from './panel-props';

export interface PanelFooterProps {
  session: DraftSession;
  ticket: Ticket;
  alternative: Alternative | null;
  words: number;
  mode: ComposerMode;
  afterInsert: 'keep-open' | 'close';
  /** The browser's own key for inserting; `null`: none is set. */
  insertKey: string | null;
  fieldRef: RefObject<(HTMLInputElement & HTMLTextAreaElement) | null>;
  moreRef: Ref<HTMLButtonElement>;
  actions: PanelActions;
  /** Goes through the claims to settle first. */
  onInsert: (options?: { closeAfter: boolean }) => void;
}

export function PanelFooter(props: PanelFooterProps) {
  const {
    session,
    ticket,
    alternative,
    words,
    mode,
    afterInsert,
    insertKey,
    fieldRef,
    moreRef,
    actions,
    onInsert,
  } = props;
  const { phase, insertion, evidence } = session;
  if (phase === 'searching' || phase === 'writing') {
    return (
      <WritingFooter
        words={phase === 'writing' ? words : 0}
        since={Date.parse(session.startedAt ?? '') || Date.now()}
        onStop={actions.stop}
      />
    );
  }
  if (!alternative) {
    return (
      <StartFooter hint={session.hint} fieldRef={fieldRef} onHint={actions.setHint} onDraft={actions.draft} />
    );
  }
  if (insertion.state === 'verified') {
    return (
      <p className={styles.waiting}>
        {i18n.t('panel.verified.waiting', [
          modeName(insertion.result.mode, null),
          channelName(ticket.channel),
        ])}{' '}
        {i18n.t('panel.verified.f6')}
      </p>
    );
  }
  if (insertion.state === 'failed' && insertion.failure.code === 'not-verified') {
    return (
      <div className={styles.footer}>
        <Button variant="primary" onClick={actions.copy}>
          {i18n.t('panel.draft.copy')}
        </Button>
      </div>
    );
  }
  return (
    <DraftFooter
      mode={alternative.audience ?? mode}
      isNote={alternative.audience === 'internal'}
      channel={ticket.channel}
      stale={session.stale !== null}
      weak={evidence?.level === 'none'}
      inserting={insertion.state === 'inserting'}
      afterInsert={afterInsert}
      insertKey={insertKey}
      fieldRef={fieldRef}
      moreRef={moreRef}
      onChange={actions.change}
      onInsert={onInsert}
      onInsertAt={actions.insertAt}
      onDraftAgain={actions.draft}
      onCopy={actions.copy}
      onDiscard={actions.discard}
    />
  );
}
