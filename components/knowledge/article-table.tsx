import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { useRef } from 'react';
import { i18n } from '#i18n';
import type { ArticleHead } from '@/lib/store/database';
import type { ArticleSort } from '@/lib/workspace/articles/article-list';
import { Icon } from '../ui/icon';
import { useRowWindow } from '../workspace/use-row-window';
import { ArticleRow } from './article-row';
import styles from './articles.module.css';
import { useFollowedFocus } from './use-followed-focus';

export interface ArticleTableProps {
  rows: readonly ArticleHead[];
  sort: ArticleSort;
  cursor: string | null;
  selected: ReadonlySet<string>;
  /** Rises each time that a key asks the focus to go to the cursor. */
  followed: number;
  today: string;
  now: number;
  onPoint: (id: string) => void;
  onOpen: (id: string) => void;
  onSelect: (id: string, isSelected: boolean) => void;
  onSelectAll: (isSelected: boolean) => void;
  onSort: (by: ArticleSort['by']) => void;
}

/** Pixels; the same as `--h-row`. */
const rowHeight = 36;

export function ArticleTable(props: ArticleTableProps) {
  const {
    rows,
    sort,
    cursor,
    selected,
    followed,
    today,
    now,
    onPoint,
    onOpen,
    onSelect,
    onSelectAll,
    onSort,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { start, end, above, below, reveal } = useRowWindow(rows.length, rowHeight, scroller);
  useFollowedFocus(
    scroller,
    followed,
    rows.findIndex((head) => head.id === cursor),
    reveal,
  );

  const column = (by: ArticleSort['by'], label: string, className?: string) => (
    <th
      scope="col"
      className={className}
      aria-sort={sort.by === by ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className={styles.sort} onClick={() => onSort(by)}>
        {label}
        {sort.by === by && <Icon glyph={sort.descending ? ArrowDown : ArrowUp} size={12} />}
      </button>
    </th>
  );
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      aria-label={i18n.t('workspace.list.table')}
      data-choosing={selected.size > 0 || undefined}
    >
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles.check}>
              <input
                type="checkbox"
                className={styles.box}
                aria-label={i18n.t('workspace.list.chooseAll')}
                checked={selected.size > 0 && selected.size === rows.length}
                onChange={(event) => onSelectAll(event.currentTarget.checked)}
              />
            </th>
            {column('title', i18n.t('workspace.list.columnTitle'), styles.titleColumn)}
            {column('kind', i18n.t('workspace.list.columnKind'), styles.kind)}
            <th scope="col" className={styles.market}>
              {i18n.t('workspace.list.columnMarket')}
            </th>
            <th scope="col" className={styles.force}>
              {i18n.t('workspace.list.columnForce')}
            </th>
            {column('owner', i18n.t('workspace.list.columnOwner'), styles.owner)}
            {column('verified', i18n.t('workspace.list.columnVerified'), styles.verifiedColumn)}
          </tr>
        </thead>
        <tbody>
          <Space height={above} />
          {rows.slice(start, end).map((head, offset) => (
            <ArticleRow
              key={head.id}
              head={head}
              index={start + offset}
              isCursor={head.id === cursor}
              isSelected={selected.has(head.id)}
              today={today}
              now={now}
              onPoint={onPoint}
              onOpen={onOpen}
              onSelect={onSelect}
            />
          ))}
          <Space height={below} />
        </tbody>
      </table>
    </section>
  );
}

/** Stands for the rows that are not drawn. */
export function Space({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row cannot take the focus.
    <tr aria-hidden="true">
      <td className={styles.space} style={{ height }} />
    </tr>
  );
}
