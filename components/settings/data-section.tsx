import { i18n } from '#i18n';
import type { PreferencesActions, ResetState } from '@/lib/workspace/settings/preferences';
import type { Leftover } from '@/lib/workspace/settings/reset';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { listOf } from '../ui/format';
import styles from './settings.module.css';

export interface DataSectionProps {
  reset: ResetState;
  articles: number;
  actions: PreferencesActions;
  onReload: () => void;
}

export function DataSection({ reset, articles, actions, onReload }: DataSectionProps) {
  return (
    <section>
      <h2 id="settings-data" tabIndex={-1} className={styles.heading}>
        {i18n.t('workspace.settings.data')}
      </h2>
      <p className={styles.cardText}>{i18n.t('workspace.settings.resetText')}</p>
      {reset.state === 'done' ? (
        <Banner
          shape="block"
          tone={reset.left.length === 0 ? 'ok' : 'bad'}
          actions={
            <>
              {reset.left.length > 0 && (
                <Button variant="link" onClick={actions.reset}>
                  {i18n.t('workspace.settings.resetAgain')}
                </Button>
              )}
              <Button variant="link" onClick={onReload}>
                {i18n.t('workspace.settings.resetReload')}
              </Button>
            </>
          }
        >
          {reset.left.length === 0
            ? i18n.t('workspace.settings.resetDone')
            : i18n.t('workspace.settings.resetLeft', [listOf(reset.left.map(leftoverName))])}
        </Banner>
      ) : (
        <Button variant="bad" busy={reset.state === 'running'} onClick={actions.askReset}>
          {i18n.t(reset.state === 'running' ? 'workspace.settings.resetRunning' : 'workspace.settings.reset')}
        </Button>
      )}
      {reset.state === 'asking' && (
        <Dialog title={i18n.t('workspace.settings.resetAsk')} onClose={actions.cancelReset}>
          <p className={styles.cardText}>{i18n.t('workspace.settings.resetAskText', articles)}</p>
          <div className={styles.dialogActions}>
            <Button variant="ghost" data-first onClick={actions.cancelReset}>
              {i18n.t('workspace.settings.resetCancel')}
            </Button>
            <Button variant="bad" onClick={actions.reset}>
              {i18n.t('workspace.settings.resetGo')}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

function leftoverName({ kind, name }: Leftover): string {
  return i18n.t(`workspace.settings.leftover.${kind}`, [
    name ?? i18n.t('workspace.settings.leftoverUnknown'),
  ]);
}
