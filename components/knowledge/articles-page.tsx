import FolderInput from 'lucide-react/icons/folder-input';
import Plus from 'lucide-react/icons/plus';
import Search from 'lucide-react/icons/search';
import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { ArticleKind } from '@/lib/knowledge/article';
import { localesOf } from '@/lib/workspace/articles/article-list';
import type { ArticlesActions, ArticlesState } from '@/lib/workspace/articles/articles';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import { Field } from '../ui/field';
import { LiveRegion } from '../ui/live-region';
import { usePageKeys } from '../workspace/page-keys';
import { PageTop, Waiting } from '../workspace/page-top';
import { ArticleDetail } from './article-detail';
import { ArticleFilters } from './article-filters';
import { ArticleTable } from './article-table';
import styles from './articles.module.css';
import { BulkBar } from './bulk-bar';
import { NoArticles } from './no-articles';

export interface ArticlesPageProps {
  state: ArticlesState;
  actions: ArticlesActions;
  /** What the address narrows the list to. */
  kind: ArticleKind | null;
  /** Today where the person sits, `YYYY-MM-DD`, and now in milliseconds. */
  today: string;
  now: number;
  onKind: (kind: ArticleKind | null) => void;
  onOpen: (id: string) => void;
  onCreate: () => void;
  onImport: () => void;
  onDemo: () => void;
  onUndo: () => void;
}

export function ArticlesPage(props: ArticlesPageProps) {
  const { state, actions, kind, today, now, onKind, onOpen, onCreate, onImport, onDemo, onUndo } = props;
  const { all, rows, query, filter, cursor, selected, detail } = state;
  const search = useRef<HTMLInputElement>(null);
  const filters = useRef<HTMLDivElement>(null);
  // A key moved the cursor: the focus follows it, so that it is heard.
  const [followed, setFollowed] = useState(0);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const isReplies = kind === 'canned-reply';
  const total = isReplies
    ? (all ?? []).filter((head) => head.kind === 'canned-reply').length
    : (all?.length ?? 0);

  const move = (step: number) => (event: KeyboardEvent) => {
    event.preventDefault();
    actions.move(step);
    setFollowed((count) => count + 1);
  };
  const onCursor = (act: (id: string) => void) => () => {
    if (cursor !== null) act(cursor);
  };
  const leaveOne = () => {
    if (isSheetOpen) setSheetOpen(false);
    else if (selected.size > 0) actions.clearSelection();
    else if (query !== '') actions.search('');
  };
  usePageKeys({
    j: move(1),
    k: move(-1),
    x: onCursor((id) => actions.select(id, !selected.has(id))),
    e: onCursor(onOpen),
    v: actions.verify,
    a: actions.archive,
    c: (event) => {
      event.preventDefault();
      onCreate();
    },
    f: (event) => {
      event.preventDefault();
      filters.current?.querySelector('select')?.focus();
    },
    '/': (event) => {
      event.preventDefault();
      search.current?.focus();
      search.current?.select();
    },
    'Ctrl+z': onUndo,
    Escape: leaveOne,
  });

  const count =
    query.trim() !== '' || rows.length !== total
      ? i18n.t('workspace.list.matching', rows.length, [rows.length, total])
      : i18n.t('workspace.list.count', total);
  const searchName = i18n.t(isReplies ? 'workspace.list.searchReplies' : 'workspace.list.search', total);
  const isEmpty = all !== null && total === 0;
  return (
    <>
      <PageTop title={i18n.t(isReplies ? 'workspace.list.cannedReplies' : 'workspace.list.articles')}>
        <div className={styles.search}>
          <Field
            name={searchName}
            placeholder={searchName}
            type="search"
            icon={Search}
            keys="/"
            inputRef={search}
            value={query}
            onChange={(event) => actions.search(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
              event.preventDefault();
              // The row that takes the focus keeps the cursor, whatever the search finds yet.
              actions.move(0);
              setFollowed((before) => before + 1);
            }}
          />
        </div>
        <Button icon={FolderInput} onClick={onImport}>
          {i18n.t('workspace.list.import')}
        </Button>
        <Button variant={isEmpty ? 'plain' : 'primary'} icon={Plus} keys="C" onClick={onCreate}>
          {i18n.t(isReplies ? 'workspace.list.createReply' : 'workspace.list.create')}
        </Button>
      </PageTop>
      {selected.size > 0 ? (
        <BulkBar count={selected.size} rows={rows.length} actions={actions} />
      ) : (
        <div ref={filters}>
          <ArticleFilters
            filter={filter}
            kind={kind}
            locales={localesOf(all ?? [])}
            count={all === null ? '' : count}
            onKind={onKind}
            onFilter={actions.filterBy}
          />
        </div>
      )}
      <LiveRegion text={query.trim() === '' ? '' : i18n.t('workspace.list.announce', rows.length)} />
      {all === null ? (
        <div className={styles.columns}>
          <Waiting text={i18n.t('workspace.nav.loading')} />
        </div>
      ) : rows.length === 0 ? (
        <div className={styles.columns}>
          <NoArticles
            isEmpty={isEmpty}
            isReplies={isReplies}
            query={query}
            onClearSearch={() => actions.search('')}
            onClearFilters={() => {
              actions.filterBy({ status: null, audience: null, locale: null });
              onKind(null);
            }}
            onImport={onImport}
            onDemo={onDemo}
          />
        </div>
      ) : (
        <div className={styles.columns}>
          <ArticleTable
            rows={rows}
            sort={state.sort}
            cursor={cursor}
            selected={selected}
            followed={followed}
            today={today}
            now={now}
            onPoint={(id) => {
              actions.point(id);
              setSheetOpen(true);
            }}
            onOpen={onOpen}
            onSelect={actions.select}
            onSelectAll={(isOn) => (isOn ? actions.selectAll() : actions.clearSelection())}
            onSort={actions.sortBy}
          />
          <div className={classNames(styles.detail, isSheetOpen && styles.detailOpen)}>
            <ArticleDetail
              article={detail}
              isStale={detail?.id !== cursor}
              today={today}
              now={now}
              onEdit={onOpen}
              onForget={actions.forgetQuestion}
              onVerify={actions.verify}
              onArchive={actions.archive}
              onClose={() => setSheetOpen(false)}
            />
          </div>
        </div>
      )}
    </>
  );
}
