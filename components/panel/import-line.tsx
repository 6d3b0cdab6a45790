import { i18n } from '#i18n';
import { Progress } from '../ui/progress';
import styles from './panel.module.css';
import type { PanelProps } from './panel-props';

/** While articles still come in and the first of them serve already. */
export function ImportLine({ importing, actions }: Pick<PanelProps, 'importing' | 'actions'>) {
  if (!importing) return null;
  return (
    <div className={styles.importing}>
      <Progress
        done={importing.done}
        of={importing.of}
        text={i18n.t('panel.firstRun.importing', importing.of, [importing.done, importing.of])}
        stop={actions.stopImport && { label: i18n.t('panel.draft.stop'), onStop: actions.stopImport }}
      />
    </div>
  );
}
