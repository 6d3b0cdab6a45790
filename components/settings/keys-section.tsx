import { i18n } from '#i18n';
import { Button } from '../ui/button';
import { Kbd } from '../ui/kbd';
import styles from './settings.module.css';

/** Keys that the browser owns, as they are set now. */
export function KeysSection({
  commands,
  onChangeKeys,
}: {
  commands: readonly { id: string; keys: string }[];
  onChangeKeys: () => void;
}) {
  const known = [
    { id: 'open-and-draft', name: i18n.t('workspace.settings.keyDraft') },
    { id: 'insert', name: i18n.t('workspace.settings.keyInsert') },
  ];
  return (
    <section>
      <h2 id="settings-keys" tabIndex={-1} className={styles.heading}>
        {i18n.t('workspace.settings.keys')}
      </h2>
      <p className={styles.cardText}>{i18n.t('workspace.settings.keysText')}</p>
      <table className={styles.keys}>
        <thead>
          <tr>
            <th scope="col">{i18n.t('workspace.settings.keysDo')}</th>
            <th scope="col">{i18n.t('workspace.settings.keysKey')}</th>
          </tr>
        </thead>
        <tbody>
          {known.map(({ id, name }) => {
            const keys = commands.find((command) => command.id === id)?.keys ?? '';
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>
                  {keys === '' ? (
                    <span className={styles.notSet}>{i18n.t('workspace.settings.keyNotSet')}</span>
                  ) : (
                    <>
                      <span className="visually-hidden">{keys}</span>
                      <Kbd keys={keys} />
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button onClick={onChangeKeys}>{i18n.t('workspace.settings.keysChange')}</Button>
    </section>
  );
}
