import { i18n } from '#i18n';
import type { Availability } from '@/lib/model/contract';
import type { Settings } from '@/lib/settings/schema';
import type { PreferencesActions, PreferencesState } from '@/lib/workspace/settings/preferences';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import { Progress } from '../ui/progress';
import styles from './settings.module.css';

/** Who writes the draft: nobody's model, the browser's own, or one endpoint. */
export function WriterChoice({ state, actions }: { state: PreferencesState; actions: PreferencesActions }) {
  const { settings, onDevice } = state;
  const choice = (provider: Settings['provider'], name: string, text: string, off: string | null) => (
    <label className={classNames(styles.writer, settings.provider === provider && styles.chosen)}>
      <input
        type="radio"
        name="writer"
        checked={settings.provider === provider}
        disabled={off !== null}
        onChange={() => actions.change({ provider })}
      />
      <span>
        <span className={styles.writerName}>{name}</span>
        <span className={styles.writerText}>{off ?? text}</span>
      </span>
    </label>
  );
  return (
    <section>
      <h2 id="settings-writing" tabIndex={-1} className={styles.heading}>
        {i18n.t('workspace.settings.who')}
      </h2>
      <fieldset className={styles.writers}>
        <legend className="visually-hidden">{i18n.t('workspace.settings.who')}</legend>
        {choice(
          'extractive',
          i18n.t('workspace.settings.extractive'),
          i18n.t('workspace.settings.extractiveText'),
          null,
        )}
        {choice(
          'on-device',
          i18n.t('workspace.settings.onDevice'),
          i18n.t('workspace.settings.onDeviceText'),
          reasonAgainst(onDevice),
        )}
        {choice(
          'openai',
          i18n.t('workspace.settings.endpoint'),
          i18n.t('workspace.settings.endpointText'),
          settings.nothingLeaves ? i18n.t('workspace.settings.endpointOff') : null,
        )}
      </fieldset>
      <Download onDevice={onDevice} onFetch={actions.downloadOnDevice} />
    </section>
  );
}

function reasonAgainst(onDevice: Availability | null): string | null {
  if (onDevice === null) return i18n.t('workspace.settings.onDeviceAsking');
  if (onDevice.state === 'ready') return null;
  if (onDevice.state === 'downloadable') return i18n.t('workspace.settings.onDeviceDownload');
  if (onDevice.state === 'downloading') return i18n.t('workspace.settings.onDeviceDownloading');
  return onDevice.reason === 'browser'
    ? i18n.t('workspace.settings.onDeviceNotBrowser')
    : i18n.t('workspace.settings.onDeviceNotDevice');
}

function Download({ onDevice, onFetch }: { onDevice: Availability | null; onFetch: () => void }) {
  if (onDevice?.state === 'downloadable') {
    return (
      <div className={styles.download}>
        <Button onClick={onFetch}>{i18n.t('workspace.settings.onDeviceFetch')}</Button>
      </div>
    );
  }
  if (onDevice?.state !== 'downloading' || onDevice.fraction === null) return null;
  const hundredths = Math.round(onDevice.fraction * 100);
  return (
    <div className={styles.download}>
      <Progress
        done={hundredths}
        of={100}
        text={i18n.t('workspace.settings.onDeviceDownloadingOf', [hundredths])}
      />
    </div>
  );
}
