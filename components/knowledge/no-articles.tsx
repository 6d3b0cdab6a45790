import { i18n } from '#i18n';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import styles from './articles.module.css';

export interface NoArticlesProps {
  /** There is nothing at all, rather than nothing that matches. */
  isEmpty: boolean;
  isReplies: boolean;
  query: string;
  onClearSearch: () => void;
  onClearFilters: () => void;
  onImport: () => void;
  onDemo: () => void;
}

export function NoArticles(props: NoArticlesProps) {
  const { isEmpty, isReplies, query, onClearSearch, onClearFilters, onImport, onDemo } = props;
  const bring = (
    <Button variant="primary" onClick={onImport}>
      {i18n.t('workspace.list.bring')}
    </Button>
  );
  if (isEmpty && isReplies) return <Sentence title={i18n.t('workspace.list.emptyReplies')} actions={bring} />;
  if (isEmpty) {
    return (
      <Sentence
        title={i18n.t('workspace.list.emptyTitle')}
        text={i18n.t('workspace.list.emptyText')}
        actions={
          <>
            {bring}
            <Button onClick={onDemo}>{i18n.t('workspace.list.tryDemo')}</Button>
          </>
        }
      />
    );
  }
  const hasWords = query.trim() !== '';
  return (
    <Sentence
      title={i18n.t('workspace.list.noMatchTitle')}
      text={
        hasWords
          ? i18n.t('workspace.list.noMatchWords', [query.trim()])
          : i18n.t('workspace.list.noMatchFilter')
      }
      actions={
        <>
          {hasWords && <Button onClick={onClearSearch}>{i18n.t('workspace.list.clearSearch')}</Button>}
          <Button onClick={onClearFilters}>{i18n.t('workspace.list.clearFilters')}</Button>
        </>
      }
    />
  );
}

function Sentence({ title, text, actions }: { title: string; text?: string; actions: React.ReactNode }) {
  return (
    <div className={styles.sentence}>
      <EmptyState title={title} actions={actions}>
        {text}
      </EmptyState>
    </div>
  );
}
