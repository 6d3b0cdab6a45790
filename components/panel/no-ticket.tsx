import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { PlainHeader } from '../ticket/ticket-header';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ReadFailureNote } from './failure-note';
import { ImportLine } from './import-line';
import { ArticlePicker } from './later-parts';
import styles from './panel.module.css';
import type { PanelProps } from './panel-props';

/** Every state without a ticket on screen: a sentence and what to do, never a spinner. */
export function NoTicket(
  props: Pick<
    PanelProps,
    'connection' | 'reading' | 'articles' | 'importing' | 'articleFinding' | 'now' | 'actions'
  >,
) {
  const { articles, actions } = props;
  const [isSearching, setSearching] = useState(false);
  return (
    <>
      <PlainHeader
        title={i18n.t('app.name')}
        fact={articles === null ? i18n.t('panel.header.counting') : i18n.t('panel.header.articles', articles)}
      />
      <ImportLine importing={props.importing} actions={props.actions} />
      <div className={styles.middle}>
        <State
          {...props}
          onSearch={() => {
            actions.searchArticles('');
            setSearching(true);
          }}
        />
      </div>
      {isSearching && (
        <ArticlePicker
          finding={props.articleFinding}
          used={nothingUsed}
          now={props.now}
          onSearch={actions.searchArticles}
          onOpenArticle={({ articleId, articleVersion }) => actions.openArticle(articleId, articleVersion)}
          onClose={() => setSearching(false)}
        />
      )}
    </>
  );
}

const nothingUsed: ReadonlySet<string> = new Set();

interface StateProps extends Pick<PanelProps, 'connection' | 'reading' | 'actions'> {
  onSearch: () => void;
}

function State({ connection, reading, actions, onSearch }: StateProps) {
  switch (connection.state) {
    case 'looking':
      return <Waiting text={i18n.t('panel.empty.looking')} />;
    case 'no-helpdesk':
    case 'no-ticket':
      return (
        <EmptyState
          title={i18n.t('panel.empty.noTicket')}
          actions={
            <>
              <Button onClick={onSearch}>{i18n.t('panel.search.name')}</Button>
              <Button variant="ghost" onClick={actions.openWorkspace}>
                {i18n.t('panel.actions.workspace')}
              </Button>
            </>
          }
        >
          {connection.state === 'no-helpdesk' && i18n.t('panel.empty.where')}
        </EmptyState>
      );
    case 'reload-needed':
      return (
        <EmptyState
          title={i18n.t('panel.empty.updated')}
          actions={<Button onClick={actions.reloadPage}>{i18n.t('panel.action.reload')}</Button>}
        />
      );
    case 'ambiguous':
      return (
        <EmptyState
          title={i18n.t('panel.empty.ambiguous')}
          actions={<Button onClick={actions.readAgain}>{i18n.t('panel.action.lookAgain')}</Button>}
        >
          {connection.found.map((found) => (
            <p key={found}>{found}</p>
          ))}
        </EmptyState>
      );
    case 'ticket':
      if (reading.state === 'failed') return <ReadFailureNote failure={reading.failure} actions={actions} />;
      return <Waiting text={i18n.t('panel.empty.reading')} />;
  }
}

const saidAfterMs = 300;

/** Waiting is told in words, and only when it is felt. */
function Waiting({ text }: { text: string }) {
  const [isSaid, setSaid] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(true), saidAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return <p className={styles.sentence}>{isSaid && text}</p>;
}
