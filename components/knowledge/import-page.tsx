import { i18n } from '#i18n';
import type { SourceFile } from '@/lib/knowledge/import/files/source-file';
import type { ImportingActions, ImportingState, ImportPhase } from '@/lib/workspace/importing/importing';
import type { IndexingState } from '@/lib/workspace/indexing';
import type { ImportWay } from '@/lib/workspace/route';
import { Progress } from '../ui/progress';
import { PageTop } from '../workspace/page-top';
import styles from './import.module.css';
import { ImportOutcome } from './import-outcome';
import { ImportPreview } from './import-preview';
import { ImportSources } from './import-sources';
import { ImportWays } from './import-ways';
import { requestName } from './import-words';

export interface ImportPageProps {
  state: ImportingState;
  actions: ImportingActions;
  building: IndexingState['building'];
  /** What the address points at; it gets the focus. */
  way: ImportWay | null;
  now: number;
  /** Endings that the file picker offers. */
  fileEndings: readonly string[];
  readPicked: (files: FileList) => SourceFile[];
  /** Call before the drop handler returns. */
  readDropped: (dropped: DataTransfer) => Promise<SourceFile[]>;
  onSeeArticles: () => void;
}

export function ImportPage(props: ImportPageProps) {
  const { state, actions, building, way, now, fileEndings, readPicked, readDropped, onSeeArticles } = props;
  const { phase } = state;
  switch (phase.state) {
    case 'choosing':
      return (
        <>
          <PageTop title={i18n.t('workspace.import.title')} />
          <div className={styles.columns}>
            <ImportWays
              tabs={state.tabs}
              hasDemo={(state.sources ?? []).some((source) => source.importer === 'demo-shop')}
              way={way}
              fileEndings={fileEndings}
              readPicked={readPicked}
              readDropped={readDropped}
              actions={actions}
            />
            <ImportSources
              sources={state.sources}
              unreachable={state.unreachable}
              now={now}
              actions={actions}
            />
          </div>
        </>
      );
    case 'preview':
      return <ImportPreview phase={phase} actions={actions} />;
    case 'done':
      return (
        <ImportOutcome
          report={phase.report}
          request={phase.request}
          isIndexed={phase.isIndexed}
          actions={actions}
          onSeeArticles={onSeeArticles}
        />
      );
    default:
      return (
        <>
          <PageTop
            title={i18n.t('workspace.import.title')}
            about={<span className={styles.about}>{requestName(phase.request)}</span>}
          />
          <div className={styles.running} aria-live="polite">
            <Running state={state} building={building} onStop={actions.stop} />
          </div>
        </>
      );
  }
}

function Running({
  state: { phase },
  building,
  onStop,
}: {
  state: ImportingState;
  building: IndexingState['building'];
  onStop: () => void;
}) {
  const stop = { label: i18n.t('workspace.import.stop'), onStop };
  if (phase.state === 'indexing') {
    return building && building.total > 0 ? (
      <Progress
        done={building.done}
        of={building.total}
        text={i18n.t('workspace.import.indexingOf', [building.done, building.total])}
      />
    ) : (
      <p>{i18n.t('workspace.import.indexing')}</p>
    );
  }
  if (phase.state !== 'reading' && phase.state !== 'writing') return null;
  const isWriting = phase.state === 'writing';
  const { done = 0, total = null, written = 0 } = phase.progress ?? {};
  if (total !== null && total > 0) {
    const text = isWriting
      ? i18n.t('workspace.import.writingOf', [done, total, written])
      : i18n.t('workspace.import.readingOf', [done, total]);
    return <Progress done={done} of={total} text={text} stop={stop} />;
  }
  return (
    <p className={styles.sentence}>
      <span>{runningWords(phase)}</span>
      <button type="button" className={styles.stop} onClick={onStop}>
        {stop.label}
      </button>
    </p>
  );
}

/** How far it is where nobody knows how much there is. */
function runningWords({
  state,
  request,
  progress,
}: Extract<ImportPhase, { state: 'reading' | 'writing' }>): string {
  const { done = 0, written = 0 } = progress ?? {};
  if (state === 'writing') return i18n.t('workspace.import.writingCount', [done, written]);
  return done === 0
    ? i18n.t('workspace.import.reading', [requestName(request)])
    : i18n.t('workspace.import.readingCount', [done]);
}
