import { i18n } from '#i18n';
import type { ImportReport } from '@/lib/knowledge/import/report';
import type { ImportRequest } from '@/lib/workspace/deps';
import type { ImportingActions } from '@/lib/workspace/importing/importing';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { PageTop } from '../workspace/page-top';
import styles from './import.module.css';
import { rowsOf } from './import-preview';
import { ImportRows } from './import-rows';
import { endingText, requestName } from './import-words';

export interface ImportOutcomeProps {
  report: ImportReport;
  request: ImportRequest;
  isIndexed: boolean;
  actions: ImportingActions;
  onSeeArticles: () => void;
}

/** What was written, told from the report and never assumed, then the rows that need a look. */
export function ImportOutcome({ report, request, isIndexed, actions, onSeeArticles }: ImportOutcomeProps) {
  const ending = endingText(report);
  const { counts } = report;
  const written =
    report.written === 0
      ? i18n.t('workspace.import.doneNothing')
      : i18n.t('workspace.import.doneWritten', report.written);
  const tone = ending === null && isIndexed ? 'ok' : report.stopped === 'cancelled' ? 'info' : 'warn';
  const rows = rowsOf(report).filter(
    (row) => !('verdict' in row) || row.verdict === 'both-changed' || row.verdict === 'gone',
  );
  return (
    <>
      <PageTop
        title={i18n.t('workspace.import.title')}
        about={<span className={styles.about}>{requestName(request)}</span>}
      />
      <div role="status">
        <Banner tone={tone} fact={written}>
          {isIndexed
            ? report.written > 0 && i18n.t('workspace.import.canDraft')
            : i18n.t('workspace.import.notIndexed')}{' '}
          {ending}
        </Banner>
      </div>
      <div className={styles.single}>
        <p className={styles.brief}>
          {i18n.t('workspace.import.inBrief', [counts.new, counts.changed, counts.unchanged, counts.refused])}
        </p>
        {report.hidden > 0 && (
          <p className={styles.brief}>{i18n.t('workspace.import.hidden', report.hidden)}</p>
        )}
        {rows.length > 0 && <ImportRows name={i18n.t('workspace.import.tableDone')} rows={rows} />}
      </div>
      <footer className={styles.bottom}>
        <Button variant="primary" onClick={onSeeArticles}>
          {i18n.t('workspace.import.seeArticles')}
        </Button>
        <Button onClick={actions.leave}>{i18n.t('workspace.import.bringMore')}</Button>
      </footer>
    </>
  );
}
