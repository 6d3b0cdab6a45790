import { useId } from 'react';
import { i18n } from '#i18n';
import styles from './settings.module.css';

/** The first switch of the page. */
export function NothingLeaves({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const id = useId();
  return (
    <section className={styles.card}>
      <div>
        <h2 id={id} className={styles.cardTitle}>
          {i18n.t('workspace.settings.nothingLeaves')}
        </h2>
        <p className={styles.cardText}>{i18n.t('workspace.settings.nothingLeavesText')}</p>
      </div>
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-labelledby={id}
        className={styles.switch}
        onClick={() => onChange(!isOn)}
      >
        <span />
      </button>
    </section>
  );
}
