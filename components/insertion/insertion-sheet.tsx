import ArrowDownToLine from 'lucide-react/icons/arrow-down-to-line';
import Copy from 'lucide-react/icons/copy';
import Replace from 'lucide-react/icons/replace';
import RotateCw from 'lucide-react/icons/rotate-cw';
import TextCursor from 'lucide-react/icons/text-cursor';
import type { KeyboardEvent } from 'react';
import { i18n } from '#i18n';
import type { Insertion } from '@/lib/draft/session/session-state';
import type { ComposerMode, Placement } from '@/lib/helpdesk/contract';
import { countWords } from '../draft/ledger';
import { Button, unlessDouble } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { keyLabel } from '../ui/platform-keys';
import styles from './insertion.module.css';
import { modeName } from './mode-words';

export interface InsertionSheetProps {
  asking: Extract<Insertion, { state: 'asking' }>;
  /** The mode the draft was written for. */
  meant: ComposerMode;
  /** What the customer wrote meanwhile, in one sentence and in their words. */
  news: { fact: string; text: string } | null;
  onChoose: (placement: Placement, mode: ComposerMode) => void;
  onDraftAgain: () => void;
  onCopy: () => void;
  onCancel: () => void;
}

/** A choice on insertion: nothing was touched yet, and Esc leaves it so. */
export function InsertionSheet(props: InsertionSheetProps) {
  switch (props.asking.reason) {
    case 'stale':
      return <StaleSheet {...props} />;
    case 'mode':
      return <ModeSheet {...props} />;
    case 'not-empty':
      return <PlacementSheet {...props} />;
  }
}

function StaleSheet({ asking, news, onChoose, onDraftAgain, onCancel }: InsertionSheetProps) {
  const choices = [
    { key: 'R', icon: RotateCw, label: i18n.t('panel.draft.again'), run: onDraftAgain },
    {
      key: 'I',
      icon: ArrowDownToLine,
      label: i18n.t('panel.staleSheet.anyway'),
      run: () => onChoose('append', asking.mode),
    },
  ];
  return (
    <Dialog
      place="docked"
      title={news?.fact ?? i18n.t('panel.staleSheet.title')}
      onClose={onCancel}
      onKeyDown={choiceKeys(choices)}
    >
      {news && news.text.trim() !== '' && (
        <p className={styles.theirs} dir="auto">
          {i18n.t('panel.need.quote', [firstWords(news.text, 120)])}
        </p>
      )}
      <p className={styles.sentence}>{i18n.t('panel.staleSheet.text')}</p>
      <Button variant="plain" data-first="" onClick={onCancel} className={styles.back}>
        {i18n.t('panel.modeSheet.back')}
      </Button>
      <Choices choices={choices} withoutFirst />
    </Dialog>
  );
}

function PlacementSheet({ asking, onChoose, onCopy, onCancel }: InsertionSheetProps) {
  const put = (placement: Placement) => () => onChoose(placement, asking.mode);
  const choices = [
    { key: 'C', icon: TextCursor, label: i18n.t('panel.insert.atCursor'), run: put('caret') },
    { key: 'B', icon: ArrowDownToLine, label: i18n.t('panel.insert.below'), run: put('append') },
    { key: 'R', icon: Replace, label: i18n.t('panel.insert.replace'), run: put('replace') },
    { key: 'Y', icon: Copy, label: i18n.t('panel.insert.copy'), run: onCopy },
  ];
  return (
    <Dialog
      place="docked"
      title={i18n.t('panel.placement.title')}
      onClose={onCancel}
      onKeyDown={choiceKeys(choices)}
    >
      <p className={styles.theirs} dir="auto">
        {i18n.t('panel.placement.theirs', [firstWords(asking.composerText)])}{' '}
        <span className={styles.count}>
          {i18n.t('panel.placement.words', countWords(asking.composerText))}
        </span>
      </p>
      <Choices choices={choices} />
      <p className={styles.note}>{i18n.t('panel.placement.undo', [keyLabel('Ctrl+Z')])}</p>
    </Dialog>
  );
}

function ModeSheet({ asking, meant, onChoose, onCopy, onCancel }: InsertionSheetProps) {
  const isUnknown = asking.mode === 'unknown';
  const now = modeName(asking.mode, asking.modeLabel);
  const isEmpty = asking.composerText.trim() === '';
  const isNote = meant === 'internal';
  const choices: Choice[] = [{ key: 'Y', icon: Copy, label: i18n.t('panel.insert.copy'), run: onCopy }];
  // A note to colleagues reaches no customer, by no press.
  if (!isNote)
    choices.push({
      key: 'I',
      icon: ArrowDownToLine,
      label: isUnknown ? i18n.t('panel.modeSheet.anywayUnknown') : i18n.t('panel.modeSheet.anyway', [now]),
      run: () => onChoose(isEmpty ? 'caret' : 'append', asking.mode),
    });
  return (
    <Dialog
      place="docked"
      title={isUnknown ? i18n.t('panel.modeSheet.titleUnknown') : i18n.t('panel.modeSheet.title', [now])}
      onClose={onCancel}
      onKeyDown={choiceKeys(choices)}
    >
      <p className={styles.sentence}>
        {isNote
          ? i18n.t('panel.handOff.onlyNote')
          : i18n.t(isUnknown ? 'panel.modeSheet.textUnknown' : 'panel.modeSheet.text', [
              modeName(meant, null),
            ])}
      </p>
      <Button variant="plain" data-first="" onClick={onCancel} className={styles.back}>
        {i18n.t('panel.modeSheet.back')}
      </Button>
      <Choices choices={choices} withoutFirst />
    </Dialog>
  );
}

interface Choice {
  key: string;
  icon: typeof Copy;
  label: string;
  run: () => void;
}

/** Their letters count wherever in the sheet the focus is. */
function choiceKeys(choices: readonly Choice[]) {
  return (event: KeyboardEvent) => {
    const choice = choices.find((each) => each.key === event.key.toUpperCase());
    if (!choice || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    event.preventDefault();
    event.stopPropagation();
    choice.run();
  };
}

function Choices({ choices, withoutFirst }: { choices: readonly Choice[]; withoutFirst?: boolean }) {
  return (
    <ul className={styles.choices}>
      {choices.map((choice, index) => (
        <li key={choice.key}>
          <Button
            variant="row"
            icon={choice.icon}
            keys={choice.key}
            data-first={index === 0 && !withoutFirst ? '' : undefined}
            onClick={unlessDouble(choice.run)}
          >
            {choice.label}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The beginning of what stands there, so that the agent knows it again. */
export function firstWords(text: string, most = 48): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  if (line.length <= most) return line;
  return `${line.slice(0, line.lastIndexOf(' ', most) || most)}…`;
}
