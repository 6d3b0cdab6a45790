import Lock from 'lucide-react/icons/lock';
import { i18n } from '#i18n';
import { UnlockForm } from '../key/unlock-form';
import { Banner } from '../ui/banner';
import type { PanelActions, PanelLock } from './panel-props';

/** Stands over the ticket while the endpoint's key waits for its passphrase. */
export function UnlockBanner({
  lock,
  writer,
  isDraftWaiting,
  actions,
}: {
  lock: PanelLock;
  writer: string;
  /** A draft ended because the key was locked. */
  isDraftWaiting: boolean;
  actions: PanelActions;
}) {
  return (
    <Banner
      tone="warn"
      icon={Lock}
      fact={i18n.t('key.locked', [writer])}
      actions={
        <UnlockForm
          {...lock}
          label={i18n.t(isDraftWaiting ? 'key.unlockAndDraft' : 'key.unlock')}
          onUnlock={(passphrase) => actions.unlock(passphrase, { thenDraft: isDraftWaiting })}
        />
      }
    />
  );
}
