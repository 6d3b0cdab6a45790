import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CircleX from 'lucide-react/icons/circle-x';
import ClockAlert from 'lucide-react/icons/clock-alert';
import Lock from 'lucide-react/icons/lock';
import { memo } from 'react';
import { i18n } from '#i18n';
import type { ArticleHead } from '@/lib/store/database';
import { type Standing, standingOf } from '@/lib/workspace/articles/article-list';
import { classNames } from '../ui/class-names';
import { Icon } from '../ui/icon';
import { audienceName, forceText, kindName, marketText, standingText } from './article-words';
import styles from './articles.module.css';

export interface ArticleRowProps {
  head: ArticleHead;
  index: number;
  isCursor: boolean;
  isSelected: boolean;
  today: string;
  now: number;
  onPoint: (id: string) => void;
  onOpen: (id: string) => void;
  onSelect: (id: string, isSelected: boolean) => void;
}

export const ArticleRow = memo(function ArticleRow(props: ArticleRowProps) {
  const { head, index, isCursor, isSelected, today, now, onPoint, onOpen, onSelect } = props;
  const reach = isCursor ? 0 : -1;
  return (
    // The title is a button; the row only makes it larger for a pointer.
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      aria-current={isCursor || undefined}
      className={classNames(isCursor && styles.cursor, isSelected && styles.selected)}
      onClick={() => onPoint(head.id)}
      onDoubleClick={() => onOpen(head.id)}
    >
      <td className={styles.check}>
        <input
          type="checkbox"
          className={styles.box}
          tabIndex={reach}
          aria-label={i18n.t('workspace.list.choose', [head.title])}
          checked={isSelected}
          onClick={(event) => event.stopPropagation()}
          onChange={(event) => onSelect(head.id, event.currentTarget.checked)}
        />
      </td>
      <td>
        <span className={styles.titleCell}>
          <button
            type="button"
            className={styles.title}
            tabIndex={reach}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              onOpen(head.id);
            }}
          >
            {head.title}
          </button>
          {head.audience !== 'public' && (
            <span
              className={styles.lock}
              role="img"
              aria-label={audienceName(head.audience)}
              data-tip={audienceName(head.audience)}
            >
              <Icon glyph={Lock} size={12} />
            </span>
          )}
        </span>
      </td>
      <td>{kindName(head.kind)}</td>
      <td>{marketText(head.market)}</td>
      <td>{forceText(head, now)}</td>
      <td className={head.owner === null ? styles.warn : undefined}>
        {head.owner ?? i18n.t('workspace.list.ownerNone')}
      </td>
      <td>
        <StandingMark standing={standingOf(head, today)} now={now} />
      </td>
    </tr>
  );
});

const glyphs = { verified: CircleCheck, due: ClockAlert, expired: CircleX, never: CircleDashed } as const;

/** Green only where a person verified it; the word says it too. */
export function StandingMark({ standing, now }: { standing: Standing; now: number }) {
  return (
    <span className={classNames(styles.standing, styles[standing.state])}>
      <Icon glyph={glyphs[standing.state]} size={14} />
      <span>{standingText(standing, now)}</span>
    </span>
  );
}
