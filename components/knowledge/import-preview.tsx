import { useState } from 'react';
import { i18n } from '#i18n';
import type { ImportReport } from '@/lib/knowledge/import/report';
import type { ImportingActions, ImportPhase } from '@/lib/workspace/importing/importing';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { usePageKeys } from '../workspace/page-keys';
import { PageTop } from '../workspace/page-top';
import styles from './import.module.css';
import { ImportRows, type ReportRow } from './import-rows';
import { endingText, requestName, verdictName } from './import-words';

type Shown = 'all' | 'new' | 'changed' | 'both-changed' | 'gone' | 'refused';
const kinds = ['new', 'changed', 'both-changed', 'gone', 'refused'] as const;

export function ImportPreview({
  phase,
  actions,
}: {
  phase: Extract<ImportPhase, { state: 'preview' }>;
  actions: ImportingActions;
}) {
  const { report, request, decisions } = phase;
  const { counts } = report;
  const [shown, setShown] = useState<Shown>('all');
  const rows = rowsOf(report);
  const changes = counts.new + counts.changed + decisions.size;
  const waiting = counts.bothChanged - decisions.size;
  const ending = endingText(report);
  usePageKeys({
    'Ctrl+Enter': (event) => {
      event.preventDefault();
      if (changes > 0) actions.apply();
    },
    Escape: actions.leave,
  });
  const visible = shown === 'all' ? rows : rows.filter((row) => kindOf(row) === shown);
  return (
    <>
      <PageTop
        title={i18n.t('workspace.import.title')}
        about={<span className={styles.about}>{requestName(request)}</span>}
      >
        <Button variant="ghost" keys="Esc" onClick={actions.leave}>
          {i18n.t('workspace.import.cancel')}
        </Button>
      </PageTop>
      {ending && (
        <Banner
          tone="bad"
          actions={
            <Button variant="link" onClick={() => actions.read(request)}>
              {i18n.t('workspace.import.tryAgain')}
            </Button>
          }
        >
          {ending}
        </Banner>
      )}
      <div className={styles.toolbar}>
        <span className={styles.note}>{i18n.t('workspace.import.nothingWritten')}</span>
        <fieldset className={styles.filters}>
          <legend className="visually-hidden">{i18n.t('workspace.import.show')}</legend>
          <Filter
            label={i18n.t('workspace.import.all')}
            count={rows.length}
            isOn={shown === 'all'}
            onPress={() => setShown('all')}
          />
          {kinds.map((kind) => {
            const count = rows.filter((row) => kindOf(row) === kind).length;
            return count === 0 ? null : (
              <Filter
                key={kind}
                label={verdictName(kind)}
                count={count}
                isOn={shown === kind}
                onPress={() => setShown(kind)}
              />
            );
          })}
        </fieldset>
        <span className={styles.readCount}>{i18n.t('workspace.import.readIn', report.examined)}</span>
      </div>
      <div className={styles.single}>
        {rows.length === 0 ? (
          <EmptyState title={i18n.t('workspace.import.nothingToApply')}>
            {i18n.t('workspace.import.nothingNew')}
          </EmptyState>
        ) : (
          <ImportRows
            name={i18n.t('workspace.import.table')}
            rows={visible}
            decisions={decisions}
            onDecide={actions.decide}
          />
        )}
        {counts.unchanged > 0 && (
          <p className={styles.unchanged}>{i18n.t('workspace.import.unchangedRow', counts.unchanged)}</p>
        )}
        {report.hidden > 0 && (
          <p className={styles.unchanged}>{i18n.t('workspace.import.hidden', report.hidden)}</p>
        )}
      </div>
      <footer className={styles.bottom}>
        {changes > 0 ? (
          <Button variant="primary" keys="Ctrl+Enter" onClick={actions.apply}>
            {i18n.t('workspace.import.apply', changes)}
          </Button>
        ) : (
          <Button onClick={actions.leave}>{i18n.t('workspace.import.done')}</Button>
        )}
        <p className={styles.note}>
          {i18n.t('workspace.import.summary', [counts.new, counts.changed, counts.refused])}
        </p>
        {waiting > 0 && <p className={styles.waiting}>{i18n.t('workspace.import.waiting', waiting)}</p>}
      </footer>
    </>
  );
}

function Filter({
  label,
  count,
  isOn,
  onPress,
}: {
  label: string;
  count: number;
  isOn: boolean;
  onPress: () => void;
}) {
  return (
    <Button compact variant={isOn ? 'plain' : 'ghost'} aria-pressed={isOn} onClick={onPress}>
      {label} <span className="numeric">{count}</span>
    </Button>
  );
}

/** What needs a decision first, what was refused last. */
export function rowsOf(report: ImportReport): ReportRow[] {
  const order = { 'both-changed': 0, changed: 1, new: 2, gone: 3 };
  return [...report.rows.toSorted((a, b) => order[a.verdict] - order[b.verdict]), ...report.refused];
}

function kindOf(row: ReportRow): Exclude<Shown, 'all'> {
  return 'verdict' in row ? row.verdict : 'refused';
}
