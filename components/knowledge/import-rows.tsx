import Archive from 'lucide-react/icons/archive';
import CircleX from 'lucide-react/icons/circle-x';
import GitMerge from 'lucide-react/icons/git-merge';
import PenLine from 'lucide-react/icons/pen-line';
import Plus from 'lucide-react/icons/plus';
import { useRef } from 'react';
import { i18n } from '#i18n';
import type { Refusal } from '@/lib/knowledge/import/contract';
import type { ImportRow } from '@/lib/knowledge/import/report';
import { classNames } from '../ui/class-names';
import { Icon } from '../ui/icon';
import { useRowWindow } from '../workspace/use-row-window';
import { Space } from './article-table';
import styles from './import.module.css';
import { refusalText, verdictName, verdictNote } from './import-words';

export type ReportRow = ImportRow | Refusal;

export interface ImportRowsProps {
  name: string;
  rows: readonly ReportRow[];
  /** Shown under rows that changed on both sides; left out when nothing can be decided any more. */
  decisions?: ReadonlyMap<string, 'mine' | 'theirs'>;
  onDecide?: (externalId: string, decision: 'mine' | 'theirs') => void;
}

const glyphs = {
  new: Plus,
  changed: PenLine,
  'both-changed': GitMerge,
  gone: Archive,
  refused: CircleX,
} as const;
/** Pixels of a row with two lines of note. */
const rowHeight = 44;

export function ImportRows({ name, rows, decisions, onDecide }: ImportRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { start, end, above, below } = useRowWindow(rows.length, rowHeight, scroller);
  return (
    <section ref={scroller} className={styles.scroller} aria-label={name}>
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles.what}>
              {i18n.t('workspace.import.columnWhat')}
            </th>
            <th scope="col">{i18n.t('workspace.import.columnArticle')}</th>
            <th scope="col" className={styles.noteColumn}>
              {i18n.t('workspace.import.columnNote')}
            </th>
          </tr>
        </thead>
        <tbody>
          <Space height={above} />
          {rows.slice(start, end).map((row, offset) => (
            <Row
              key={`${'verdict' in row ? row.externalId : row.why} ${row.where}`}
              row={row}
              index={start + offset}
              decisions={decisions}
              onDecide={onDecide}
            />
          ))}
          <Space height={below} />
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  row: ReportRow;
  index: number;
  decisions: ImportRowsProps['decisions'] | undefined;
  onDecide: ImportRowsProps['onDecide'] | undefined;
}

function Row({ row, index, decisions, onDecide }: RowProps) {
  const verdict = 'verdict' in row ? row.verdict : 'refused';
  const title = 'verdict' in row ? row.title : row.where;
  return (
    <tr aria-rowindex={index + 2}>
      <td>
        <span className={classNames(styles.verdict, styles[verdict.replace('-c', 'C')])}>
          <Icon glyph={glyphs[verdict]} size={14} />
          {verdictName(verdict)}
        </span>
      </td>
      <td>
        <span className={styles.rowTitle}>{title}</span>
        {'verdict' in row && row.where !== title && <span className={styles.where}>{row.where}</span>}
      </td>
      <td className={styles.rowNote}>
        {'verdict' in row ? verdictNote(row.verdict) : refusalText(row)}
        {'verdict' in row && row.verdict === 'both-changed' && decisions && onDecide && (
          <Decision row={row} decision={decisions.get(row.externalId)} onDecide={onDecide} />
        )}
      </td>
    </tr>
  );
}

/** Has no default: it waits for a choice. */
function Decision({
  row,
  decision,
  onDecide,
}: {
  row: ImportRow;
  decision: 'mine' | 'theirs' | undefined;
  onDecide: NonNullable<ImportRowsProps['onDecide']>;
}) {
  const choice = (value: 'mine' | 'theirs', label: string) => (
    <label>
      <input
        type="radio"
        name={`decide ${row.externalId}`}
        checked={decision === value}
        onChange={() => onDecide(row.externalId, value)}
      />
      {label}
    </label>
  );
  return (
    <fieldset className={styles.decision}>
      <legend className="visually-hidden">{i18n.t('workspace.import.chooseOne', [row.title])}</legend>
      {choice('theirs', i18n.t('workspace.import.takeTheirs'))}
      {choice('mine', i18n.t('workspace.import.keepMine'))}
    </fieldset>
  );
}
