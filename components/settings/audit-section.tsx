import Download from 'lucide-react/icons/download';
import { i18n } from '#i18n';
import type { AuditCheck, AuditSummary } from '@/lib/store/audit';
import type { AuditLogActions, AuditLogState } from '@/lib/workspace/settings/audit-log';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { clockTime, shortDate } from '../ui/format';
import records from './records.module.css';
import styles from './settings.module.css';

export interface AuditSectionProps {
  state: AuditLogState;
  actions: AuditLogActions;
  /** Milliseconds since 1970, for dates. */
  now: number;
}

/** How long the audit log is, whether it is as it was written, and the way to take it along. */
export function AuditSection({ state: { summary, checking }, actions, now }: AuditSectionProps) {
  const isRunning = checking.state === 'running';
  return (
    <section>
      <h2 id="settings-audit" tabIndex={-1} className={styles.heading}>
        {i18n.t('workspace.settings.audit')}
      </h2>
      <p className={styles.cardText}>{i18n.t('workspace.settings.auditText')}</p>
      <p className={records.fact}>{lengthText(summary, now)}</p>
      <div className={records.buttons}>
        <Button busy={isRunning} onClick={actions.check}>
          {i18n.t(isRunning ? 'workspace.settings.auditChecking' : 'workspace.settings.auditCheck')}
        </Button>
        <Button variant="ghost" icon={Download} onClick={actions.download}>
          {i18n.t('workspace.settings.auditDownload')}
        </Button>
      </div>
      <div role="status">
        {checking.state === 'done' && <Verdict check={checking.check} at={checking.at} now={now} />}
      </div>
    </section>
  );
}

function lengthText(summary: AuditSummary | null, now: number): string {
  if (summary === null) return i18n.t('workspace.settings.auditReading');
  const { entries, firstAt } = summary;
  return firstAt === null
    ? i18n.t('workspace.settings.auditEmpty')
    : i18n.t('workspace.settings.auditLength', entries, [String(entries), shortDate(firstAt, now)]);
}

function Verdict({ check, at, now }: { check: AuditCheck; at: string; now: number }) {
  const tail = (
    <>
      {i18n.t('workspace.settings.auditLast', [String(check.last.seq)])}{' '}
      <code className={records.hash}>{check.last.hash}</code>
    </>
  );
  if (check.ok)
    return (
      <Banner shape="block" tone="ok" fact={i18n.t('workspace.settings.auditWhole')}>
        {i18n.t('workspace.settings.auditWholeText', check.entries, [String(check.entries), clockTime(at)])}{' '}
        {check.last.seq > 0 && tail}
      </Banner>
    );
  return (
    <Banner shape="block" tone="bad" fact={brokenText(check.broken, check.brokenAt, now)}>
      {i18n.t('workspace.settings.auditBefore', check.entries)} {check.last.seq > 0 && tail}
    </Banner>
  );
}

function brokenText(
  { seq, problem }: Extract<AuditCheck, { ok: false }>['broken'],
  at: string | null,
  now: number,
): string {
  if (problem === 'missing') return i18n.t('workspace.settings.auditMissing', [String(seq)]);
  const when = at === null ? '' : `${shortDate(at, now)}, ${clockTime(at)}`;
  return i18n.t(
    problem === 'changed' ? 'workspace.settings.auditChanged' : 'workspace.settings.auditUnlinked',
    [String(seq), when],
  );
}
