import { type RefObject, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/button';
import { Area } from '../ui/field';
import styles from './start-view.module.css';

export interface StartFooterProps {
  hint: string;
  /** Nothing to read or nothing to answer from: why, in words. */
  off?: string | null;
  /** Pressed already, and about to begin. */
  busy?: boolean;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
  onHint: (hint: string) => void;
  onDraft: () => void;
}

/** Before the first draft: what the agent knows already, and one button. */
export function StartFooter({ hint, off, busy, fieldRef, onHint, onDraft }: StartFooterProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Focus elsewhere is left alone.
    if (document.activeElement !== document.body) return;
    const field = fieldRef.current;
    if (field?.value) {
      // Words typed while the panel was opening: the next ones follow them.
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    }
    // The panel was just opened on a ticket: one key press drafts.
    else button.current?.focus();
  }, [fieldRef]);
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
        <Button ref={button} variant="primary" type="submit" keys="Ctrl+Enter" busy={busy ?? false} off={off}>
          {i18n.t('panel.start.draft')}
        </Button>
        {off && <p className={styles.off}>{off}</p>}
      </div>
    </form>
  );
}
