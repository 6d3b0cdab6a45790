import type { LucideIcon } from 'lucide-react';
import BookOpen from 'lucide-react/icons/book-open';
import FolderInput from 'lucide-react/icons/folder-input';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import SettingsGlyph from 'lucide-react/icons/settings';
import { i18n } from '#i18n';
import { formatRoute, type Route } from '@/lib/workspace/route';
import { Icon } from '../ui/icon';
import { Mark } from './mark';
import styles from './workspace.module.css';

export interface NavigationProps {
  route: Route;
  /** The list is narrowed to canned replies. */
  isInReplies: boolean;
  /** `null` while they are counted. */
  articles: number | null;
  cannedReplies: number | null;
  /** The index is being built. */
  building: { done: number; total: number } | null;
}

export function Navigation({ route, isInReplies, articles, cannedReplies, building }: NavigationProps) {
  const isReplies = isInReplies && (route.page === 'articles' || route.page === 'article');
  const isArticles = !isReplies && (route.page === 'articles' || route.page === 'article');
  return (
    <nav className={styles.nav} aria-label={i18n.t('workspace.nav.name')}>
      <p className={styles.brand}>
        <Mark />
        <span>{i18n.t('app.name')}</span>
      </p>
      <h2 className={styles.group}>{i18n.t('workspace.nav.knowledge')}</h2>
      <Entry
        to={{ page: 'articles', kind: null }}
        glyph={BookOpen}
        label={i18n.t('workspace.nav.articles')}
        current={isArticles}
        count={articles}
      />
      <Entry
        to={{ page: 'articles', kind: 'canned-reply' }}
        glyph={MessageSquareText}
        label={i18n.t('workspace.nav.cannedReplies')}
        current={isReplies}
        count={cannedReplies}
      />
      <Entry
        to={{ page: 'import', way: null }}
        glyph={FolderInput}
        label={i18n.t('workspace.nav.import')}
        current={route.page === 'import'}
      />
      <h2 className={styles.group}>{i18n.t('workspace.nav.workspace')}</h2>
      <Entry
        to={{ page: 'settings' }}
        glyph={SettingsGlyph}
        label={i18n.t('workspace.nav.settings')}
        current={route.page === 'settings'}
      />
      <p className={styles.foot}>
        {building && building.total > 0
          ? i18n.t('workspace.nav.indexing', [building.done, building.total])
          : articles === null
            ? i18n.t('workspace.nav.loading')
            : i18n.t('workspace.nav.foot', articles)}
      </p>
    </nav>
  );
}

interface EntryProps {
  to: Route;
  glyph: LucideIcon;
  label: string;
  current: boolean;
  count?: number | null;
}

function Entry({ to, glyph, label, current, count }: EntryProps) {
  return (
    <a
      className={styles.link}
      href={formatRoute(to)}
      aria-current={current ? 'page' : undefined}
      data-tip={label}
    >
      <Icon glyph={glyph} />
      <span className={styles.label}>{label}</span>
      {typeof count === 'number' && <span className={styles.count}>{count}</span>}
    </a>
  );
}
