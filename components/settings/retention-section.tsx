import { i18n } from '#i18n';
import { dayMs, type RetainedStore, type Retention, retainedStores } from '@/lib/privacy/retention';
import type { StoreOutlook } from '@/lib/store/retention';
import type { RetainingActions, RetainingState } from '@/lib/workspace/settings/retaining';
import { Banner } from '../ui/banner';
import { clockTime, shortDate } from '../ui/format';
import { Select } from '../ui/select';
import records from './records.module.css';
import styles from './settings.module.css';

export interface RetentionSectionProps {
  state: RetainingState;
  actions: RetainingActions;
  retention: Retention;
  /** Milliseconds since 1970, for dates. */
  now: number;
}

const choices = [7, 30, 90, 180, 365, 730, 1825];
const forEver = 'for-ever';

/** How long each thing is kept, and what goes at the next run, told before it goes. */
export function RetentionSection({ state, actions, retention, now }: RetentionSectionProps) {
  const { outlook, plan } = state;
  return (
    <section>
      <h2 id="settings-retention" tabIndex={-1} className={styles.heading}>
        {i18n.t('workspace.settings.retention')}
      </h2>
      <p className={styles.cardText}>{i18n.t('workspace.settings.retentionText')}</p>
      {plan?.failure && (
        <Banner shape="block" tone="warn" fact={i18n.t('workspace.settings.retentionFailed')}>
          {i18n.t('workspace.settings.retentionAgain')}
        </Banner>
      )}
      <table className={records.limits}>
        <thead>
          <tr>
            <th scope="col">{i18n.t('workspace.settings.retentionWhat')}</th>
            <th scope="col">{i18n.t('workspace.settings.retentionFor')}</th>
          </tr>
        </thead>
        <tbody>
          {retainedStores.map((store) => (
            <tr key={store}>
              <th scope="row">
                <span className={styles.writerName}>{nameOf(store)}</span>
                <span className={styles.writerText}>
                  {i18n.t(`workspace.settings.retainedText.${store}`)}
                </span>
                <span className={records.next}>
                  {outlook && nextText(outlook[store], retention[store], plan?.dueAt ?? null, now)}
                </span>
              </th>
              <td>
                <Select
                  compact
                  name={i18n.t('workspace.settings.retentionHowLong', [nameOf(store)])}
                  value={retention[store] === null ? forEver : String(retention[store])}
                  options={optionsWith(retention[store])}
                  onChoose={(chosen) => actions.keepFor(store, chosen === forEver ? null : Number(chosen))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function nameOf(store: RetainedStore): string {
  return i18n.t(`workspace.settings.retained.${store}`);
}

/** Also a limit that stands in none of our choices. */
function optionsWith(days: number | null): { value: string; label: string }[] {
  const all = days === null || choices.includes(days) ? choices : [...choices, days].sort((a, b) => a - b);
  return [
    ...all.map((each) => ({
      value: String(each),
      label: i18n.t('workspace.settings.retentionDays', each),
    })),
    { value: forEver, label: i18n.t('workspace.settings.retentionForEver') },
  ];
}

function nextText(
  { kept, due, oldestAt }: StoreOutlook,
  days: number | null,
  dueAt: number | null,
  now: number,
): string {
  if (kept === 0) return i18n.t('workspace.settings.retentionNone');
  if (due > 0 && dueAt !== null) {
    const at = new Date(dueAt).toISOString();
    return i18n.t('workspace.settings.retentionDue', due, [
      String(due),
      String(kept),
      shortDate(at, now),
      clockTime(at),
    ]);
  }
  if (days === null || oldestAt === null) return i18n.t('workspace.settings.retentionKept', kept);
  const until = new Date(Date.parse(oldestAt) + days * dayMs).toISOString();
  return i18n.t('workspace.settings.retentionUntil', kept, [String(kept), shortDate(until, now)]);
}
