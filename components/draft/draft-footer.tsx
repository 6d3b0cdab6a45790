import Copy from 'lucide-react/icons/copy';
import PenLine from 'lucide-react/icons/pen-line';
import RotateCw from 'lucide-react/icons/rotate-cw';
import Square from 'lucide-react/icons/square';
import Trash2 from 'lucide-react/icons/trash-2';
import { type Ref, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { ComposerMode, Placement } from '@/lib/helpdesk/contract';
import type { Channel } from '@/lib/ticket/ticket';
import { isChatLike } from '../insertion/mode-words';
import { Button, unlessDouble } from '../ui/button';
import { classNames } from '../ui/class-names';
import { Field } from '../ui/field';
import { IconButton } from '../ui/icon-button';
import type { MenuItem } from '../ui/menu';
import { SplitButton } from '../ui/split-button';
import { useHasFocus } from '../ui/use-has-focus';
import styles from './draft-footer.module.css';

export interface DraftFooterProps {
  mode: ComposerMode;
  channel: Channel;
  /** For colleagues: no letter to a customer is made of it. */
  isNote: boolean;
  /** The ticket moved on: inserting is no longer the first thing to do. */
  stale: boolean;
  /** The draft makes no claim: the agent's own knowledge is asked for. */
  weak: boolean;
  inserting: boolean;
  fieldRef: Ref<HTMLInputElement>;
  onChange: (instruction: string) => void;
  afterInsert: 'keep-open' | 'close';
  /** Inserts while the helpdesk's page has the keyboard; `null`: no key does. */
  insertKey: string | null;
  moreRef: Ref<HTMLButtonElement>;
  onInsert: (options: { closeAfter: boolean }) => void;
  /** At a place chosen beforehand. */
  onInsertAt?: ((placement: Placement) => void) | undefined;
  onDraftAgain: () => void;
  onCopy: () => void;
  onDiscard: () => void;
}

/** The change field and the actions; the same place in every state. */
export function DraftFooter(props: DraftFooterProps) {
  const {
    mode,
    channel,
    isNote,
    stale,
    weak,
    inserting,
    fieldRef,
    moreRef,
    afterInsert,
    insertKey,
    onChange,
    onInsert,
    onDraftAgain,
    onCopy,
    onDiscard,
  } = props;
  const [instruction, setInstruction] = useState('');
  // Ctrl+Enter pressed in the helpdesk's page may be its own key for sending: never offer it there.
  const hasFocus = useHasFocus();
  const insertKeys = hasFocus ? 'Ctrl+Enter' : insertKey;
  return (
    <div className={styles.footer}>
      {!isNote && (
        <form
          className={styles.change}
          onSubmit={(event) => {
            event.preventDefault();
            if (instruction.trim() === '') return;
            onChange(instruction.trim());
            setInstruction('');
          }}
        >
          <Field
            name={i18n.t('panel.change.name')}
            icon={PenLine}
            placeholder={i18n.t(weak ? 'panel.change.addWhatYouKnow' : 'panel.change.placeholder')}
            inputRef={fieldRef}
            value={instruction}
            aria-keyshortcuts="Control+/"
            autoComplete="off"
            enterKeyHint="go"
            onChange={(event) => setInstruction(event.currentTarget.value)}
          />
        </form>
      )}
      <div className={styles.actions}>
        <SplitButton
          variant={stale ? 'plain' : 'primary'}
          keys={insertKeys ?? undefined}
          busy={inserting}
          moreName={i18n.t('panel.insert.where')}
          moreRef={moreRef}
          items={menuItems(props)}
          className={classNames(styles.insert, !hasFocus && styles.fromPage)}
          onClick={() => onInsert({ closeAfter: afterInsert === 'close' })}
        >
          {stale ? i18n.t('panel.insert.anyway') : insertWords(mode, channel)}
        </SplitButton>
        <span className={styles.gap} />
        <IconButton size={32} glyph={RotateCw} name={i18n.t('panel.draft.again')} onClick={onDraftAgain} />
        <IconButton size={32} glyph={Copy} name={i18n.t('panel.draft.copy')} onClick={onCopy} />
        <IconButton size={32} glyph={Trash2} name={i18n.t('panel.draft.discard')} onClick={onDiscard} />
      </div>
    </div>
  );
}

function menuItems({ onInsert, onInsertAt, onCopy }: DraftFooterProps): MenuItem[] {
  const at = (placement: Placement) => () => onInsertAt?.(placement);
  return [
    {
      id: 'close',
      label: i18n.t('panel.insert.andClose'),
      letter: 'i',
      onChoose: () => onInsert({ closeAfter: true }),
    },
    {
      id: 'stay',
      label: i18n.t('panel.insert.andStay'),
      letter: 's',
      onChoose: () => onInsert({ closeAfter: false }),
    },
    ...(onInsertAt
      ? [
          { id: 'caret', label: i18n.t('panel.insert.atCursor'), letter: 'c', onChoose: at('caret') },
          { id: 'append', label: i18n.t('panel.insert.below'), letter: 'b', onChoose: at('append') },
        ]
      : []),
    { id: 'copy', label: i18n.t('panel.insert.copy'), letter: 'y', onChoose: onCopy },
    ...(onInsertAt
      ? [
          {
            id: 'replace',
            label: i18n.t('panel.insert.replace'),
            letter: 'r',
            apart: true,
            onChoose: at('replace'),
          },
        ]
      : []),
  ];
}

/** Names where it lands; sending is the helpdesk's. */
export function insertWords(mode: ComposerMode, channel: Channel): string {
  if (mode === 'internal') return i18n.t('panel.insert.asNote');
  if (isChatLike(channel)) return i18n.t('panel.insert.inChat');
  return i18n.t(mode === 'public' ? 'panel.insert.asReply' : 'panel.insert.asText');
}

/** While sources are found and words arrive: how far it is, and Stop. */
export function WritingFooter({
  words,
  since,
  onStop,
}: {
  words: number;
  since: number;
  onStop: () => void;
}) {
  const [seconds, setSeconds] = useState(() => secondsSince(since));
  useEffect(() => {
    const tick = setInterval(() => setSeconds(secondsSince(since)), 200);
    return () => clearInterval(tick);
  }, [since]);
  const shown = new Intl.NumberFormat(undefined, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(seconds);
  return (
    <div className={styles.footer}>
      <div className={styles.actions}>
        <Button icon={Square} keys="Esc" onClick={unlessDouble(onStop)}>
          {i18n.t('panel.draft.stop')}
        </Button>
        <p className={styles.progress}>
          {words === 0
            ? i18n.t('panel.draft.starting', [shown])
            : i18n.t('panel.draft.writing', words, [words, shown])}
        </p>
      </div>
    </div>
  );
}

function secondsSince(start: number): number {
  return Math.max(0, (Date.now() - start) / 1000);
}
