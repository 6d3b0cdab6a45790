import { i18n } from '#i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import styles from './editor.module.css';

/** Asked before unsaved words would be lost. */
export function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <Dialog title={i18n.t('workspace.editor.leaveTitle')} onClose={onStay}>
      <p className={styles.dialogText}>{i18n.t('workspace.editor.leaveText')}</p>
      <div className={styles.dialogActions}>
        <Button variant="ghost" data-first onClick={onStay}>
          {i18n.t('workspace.editor.leaveStay')}
        </Button>
        <Button variant="bad" onClick={onLeave}>
          {i18n.t('workspace.editor.leaveGo')}
        </Button>
      </div>
    </Dialog>
  );
}
