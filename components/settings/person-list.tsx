import { i18n } from '#i18n';
import { personKinds } from '@/lib/privacy/person-kinds';
import type { PersonRecord } from '@/lib/store/person-records';
import { Disclosure } from '../ui/disclosure';
import { shortDate } from '../ui/format';
import styles from './person.module.css';

/** So many of one kind are shown; all of them are exported and erased. */
const mostShown = 50;

/** What was found, by kind, with the words around the place that tells. */
export function PersonList({ records, now }: { records: readonly PersonRecord[]; now: number }) {
  return (
    <div className={styles.kinds}>
      {personKinds.map((kind) => {
        const ofKind = records.filter((record) => record.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <Disclosure
            key={kind}
            open={kind !== 'audit'}
            title={i18n.t(`workspace.settings.personKind.${kind}`)}
            meta={String(ofKind.length)}
          >
            {(kind === 'article' || kind === 'audit') && (
              <p className={styles.stays}>{i18n.t(`workspace.settings.personStays.${kind}`)}</p>
            )}
            <ul className={styles.records}>
              {ofKind.slice(0, mostShown).map((record) => (
                <Found key={`${record.id} ${record.excerpt?.before}`} record={record} now={now} />
              ))}
            </ul>
            {ofKind.length > mostShown && (
              <p className={styles.stays}>
                {i18n.t('workspace.settings.personMore', ofKind.length - mostShown)}
              </p>
            )}
          </Disclosure>
        );
      })}
    </div>
  );
}

function Found({ record: { kind, title, at, excerpt }, now }: { record: PersonRecord; now: number }) {
  const isTicket = kind === 'draft' || kind === 'outcome' || kind === 'audit';
  const [, account = '', ticket = ''] = /^[^:]*:(.*):([^:]*)$/.exec(title) ?? [];
  return (
    <li className={styles.record}>
      <span className={styles.about}>
        {isTicket && ticket !== '' ? i18n.t('workspace.settings.personTicket', [ticket, account]) : title}
        {at && <span className={styles.date}>{shortDate(at, now)}</span>}
      </span>
      {excerpt && (
        <span className={styles.excerpt} dir="auto">
          {excerpt.before}
          {excerpt.match !== '' && <mark>{excerpt.match}</mark>}
          {excerpt.after}
        </span>
      )}
    </li>
  );
}
