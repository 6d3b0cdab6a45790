import { i18n } from '#i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Kbd } from '../ui/kbd';
import { actionName } from './actions-menu';
import styles from './keys-dialog.module.css';
import { actionLetters, panelKeys, settleKeys } from './panel-keys';

/** All keys, from the same tables that handle them. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={i18n.t('panel.actions.keys')} onClose={onClose}>
      <Keys
        title={i18n.t('panel.keys.panel')}
        rows={panelKeys.map(({ id, keys }) => ({ keys, name: i18n.t(`panel.keys.${id}`) }))}
      />
      <Keys
        title={i18n.t('panel.keys.afterAll')}
        rows={actionLetters.map(({ id, letter }) => ({ keys: letter.toUpperCase(), name: actionName(id) }))}
      />
      <Keys
        title={i18n.t('panel.keys.settling')}
        rows={settleKeys.map(({ id, keys }) => ({ keys, name: i18n.t(`panel.keys.${id}`) }))}
      />
      <Button data-first="" className={styles.close} onClick={onClose}>
        {i18n.t('panel.sheet.close')}
      </Button>
    </Dialog>
  );
}

function Keys({ title, rows }: { title: string; rows: readonly { keys: string; name: string }[] }) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{title}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.keys}>
            <th scope="row">{row.name}</th>
            <td>
              <span className="visually-hidden">{row.keys}</span>
              <Kbd keys={row.keys} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
