import { i18n } from '#i18n';
import type { ImportSource } from '@/lib/store/import-sources';
import type { ImportingActions } from '@/lib/workspace/importing/importing';
import { Button } from '../ui/button';
import { clockTime, shortDate } from '../ui/format';
import styles from './import.module.css';
import { requestName } from './import-words';

export interface ImportSourcesProps {
  sources: readonly ImportSource[] | null;
  /** Id of the source whose helpdesk is not open. */
  unreachable: string | null;
  now: number;
  actions: ImportingActions;
}

/** Where the knowledge came from, when it was read last, and one press to read it again. */
export function ImportSources({ sources, unreachable, now, actions }: ImportSourcesProps) {
  return (
    <aside className={styles.sources} aria-labelledby="import-sources">
      <h2 id="import-sources" className={styles.heading}>
        {i18n.t('workspace.import.sources')}
      </h2>
      {sources?.length === 0 && <p className={styles.note}>{i18n.t('workspace.import.noSources')}</p>}
      <ul>
        {(sources ?? []).map((source) => (
          <li key={source.id} className={styles.source}>
            <p className={styles.sourceName}>{requestName(source as { importer: 'files'; label: string })}</p>
            {source.lastReadAt && (
              <p className={styles.note}>
                {shortDate(source.lastReadAt, now)}, {clockTime(source.lastReadAt)}
              </p>
            )}
            <p className={styles.note}>
              {i18n.t('workspace.import.sourceCounts', [
                source.counts.new,
                source.counts.changed,
                source.counts.unchanged,
                source.counts.refused,
              ])}
            </p>
            {source.lastFailure && <p className={styles.failed}>{i18n.t('workspace.import.sourceFailed')}</p>}
            {unreachable === source.id && (
              <p className={styles.failed}>
                {i18n.t('workspace.import.unreachable', [source.account ?? source.label])}
              </p>
            )}
            {source.importer === 'files' ? (
              <p className={styles.note}>{i18n.t('workspace.import.againFiles')}</p>
            ) : (
              <Button
                compact
                aria-label={`${i18n.t('workspace.import.again')}: ${source.label}`}
                onClick={() => actions.readAgain(source)}
              >
                {i18n.t('workspace.import.again')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </aside>
  );
}
