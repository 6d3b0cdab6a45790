import { useId } from 'react';
import { i18n } from '#i18n';
import type { Source } from '@/lib/draft/session/session-state';
import styles from './why-found.module.css';
import { whyRows } from './why-words';

/** Which words of the ticket stand where in a passage, and how near they come. */
export function WhyFound({ source }: { source: Source }) {
  const nameId = useId();
  const { intro, rows } = whyRows(source);
  return (
    <section className={styles.why} aria-labelledby={nameId}>
      <h3 id={nameId} className={styles.name}>
        {i18n.t('panel.why.name')}
      </h3>
      {intro && <p className={styles.intro}>{intro}</p>}
      {rows.length > 0 && (
        <dl className={styles.rows}>
          {rows.map(({ place, words }) => (
            <div key={place} className={styles.row}>
              <dt>{place}</dt>
              <dd dir="auto">{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
