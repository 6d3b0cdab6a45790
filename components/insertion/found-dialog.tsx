import { i18n } from '#i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import styles from './insertion.module.css';

/** What the reply box holds, word for word, when it is not what was meant. */
export function FoundDialog({ found, onClose }: { found: string; onClose: () => void }) {
  return (
    <Dialog title={i18n.t('panel.insertFailed.holds')} onClose={onClose}>
      <p className={styles.found} dir="auto">
        {found.trim() === '' ? i18n.t('panel.insertFailed.holdsNothing') : found}
      </p>
      <Button data-first="" className={styles.back} onClick={onClose}>
        {i18n.t('panel.sheet.close')}
      </Button>
    </Dialog>
  );
}
