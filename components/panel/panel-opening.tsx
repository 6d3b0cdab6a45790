import { i18n } from '#i18n';
import { PlainHeader } from '../ticket/ticket-header';
import styles from './panel.module.css';

/** What stands there from the first paint on, before anything behind the views is loaded. */
export function PanelOpening({ reading }: { reading: boolean }) {
  return (
    <main className={styles.panel}>
      <PlainHeader title={i18n.t('app.name')} fact={i18n.t('panel.header.counting')} />
      <div className={styles.middle}>
        <p className={styles.sentence}>{i18n.t(reading ? 'panel.empty.reading' : 'panel.empty.looking')}</p>
      </div>
    </main>
  );
}
