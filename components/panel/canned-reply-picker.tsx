import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import { Field } from '../ui/field';
import { Sheet } from '../ui/sheet';
import styles from './canned-reply-picker.module.css';
import type { CannedReply } from './panel-props';

export interface CannedReplyPickerProps {
  replies: readonly CannedReply[];
  onSearch: (query: string) => void;
  onTake: (reply: CannedReply) => void;
  onClose: () => void;
}

/** A field and the list it searches; arrows move, Enter takes. */
export function CannedReplyPicker({ replies, onSearch, onTake, onClose }: CannedReplyPickerProps) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, replies.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    const reply = replies[at];
    if (to !== undefined && replies.length > 0) setChosen((to + replies.length) % replies.length);
    else if (event.key === 'Enter' && reply && !event.ctrlKey && !event.metaKey) onTake(reply);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Sheet
      title={i18n.t('panel.header.cannedReplies')}
      closeName={i18n.t('panel.sheet.close')}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <div className={styles.field}>
        <Field
          name={i18n.t('panel.canned.search')}
          icon={Search}
          placeholder={i18n.t('panel.canned.search')}
          value={query}
          data-first=""
          role="combobox"
          aria-expanded={replies.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setChosen(0);
            onSearch(event.currentTarget.value);
          }}
        />
      </div>
      {replies.length === 0 && (
        <p className={styles.none}>
          {i18n.t(query === '' ? 'panel.canned.empty' : 'panel.canned.noneFound')}
        </p>
      )}
      <div
        role="listbox"
        id={`${id}-list`}
        aria-label={i18n.t('panel.header.cannedReplies')}
        className={styles.list}
      >
        {replies.map((reply, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox holds the focus and its keys.
          <div
            key={reply.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.option}
            onClick={() => onTake(reply)}
          >
            <span className={styles.title}>{reply.title}</span>
            <span className={styles.preview}>{reply.preview}</span>
          </div>
        ))}
      </div>
    </Sheet>
  );
}
