import { type Ref, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/button';
import { Area } from '../ui/field';
import styles from './start-view.module.css';

export interface StartFooterProps {
  hint: string;
  /** Nothing to read or nothing to answer from: why, in words. */
  off?: string | null;
  fieldRef: Ref<HTMLTextAreaElement>;
  onHint: (hint: string) => void;
  onDraft: () => void;
}

/** Before the first draft: what the agent knows already, and one button. */
export function StartFooter({ hint, off, fieldRef, onHint, onDraft }: StartFooterProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The panel was just opened on a ticket: one key press drafts. Focus elsewhere is left alone.
    if (document.activeElement === document.body) button.current?.focus();
  }, []);
  return (
    <form
      className={styles.footer}
      onSubmit={(event) => {
        event.preventDefault();
        if (!off) onDraft();
      }}
    >
      <Area
        name={i18n.t('panel.start.hintName')}
        placeholder={i18n.t('panel.start.hintPlaceholder')}
        value={hint}
        inputRef={fieldRef}
        aria-keyshortcuts="Control+/"
        onChange={(event) => onHint(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        <Button ref={button} variant="primary" type="submit" keys="Ctrl+Enter" off={off}>
          {i18n.t('panel.start.draft')}
        </Button>
        {off && <p className={styles.off}>{off}</p>}
      </div>
    </form>
  );
}
