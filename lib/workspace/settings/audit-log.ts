import { createStore, type Observable } from '@/lib/panel/observable';
import { localDate } from '@/lib/platform/clock';
import type { AuditCheck, AuditSummary } from '@/lib/store/audit';
import type { WorkspaceDeps } from '../deps';
import type { Messages } from '../messages';

export type AuditChecking =
  | { readonly state: 'none' | 'running' }
  /** `at` is ISO 8601. */
  | { readonly state: 'done'; readonly check: AuditCheck; readonly at: string };

export interface AuditLogState {
  /** `null` while it is read. */
  readonly summary: AuditSummary | null;
  readonly checking: AuditChecking;
}

export interface AuditLogActions {
  /** Computes every hash again. */
  check(): void;
  /** Saves the log as JSON lines. */
  download(): void;
}

export interface AuditLog extends Observable<AuditLogState> {
  readonly actions: AuditLogActions;
  /** Reads how long the log is by now. */
  look(): void;
}

export function createAuditLog(
  { audit, download, clock }: Pick<WorkspaceDeps, 'audit' | 'download' | 'clock'>,
  messages: Messages,
): AuditLog {
  const state = createStore<AuditLogState>({ summary: null, checking: { state: 'none' } });

  const look = async () => {
    const summary = await audit.summary();
    if (summary.ok) state.update({ summary: summary.value });
    else messages.failed(summary.error.code);
  };
  const check = async () => {
    if (state.get().checking.state === 'running') return;
    state.update({ checking: { state: 'running' } });
    const [checked] = await Promise.all([audit.check(), look()]);
    if (!checked.ok) {
      state.update({ checking: { state: 'none' } });
      return messages.failed(checked.error.code);
    }
    state.update({
      checking: { state: 'done', check: checked.value, at: clock.now().toISOString() },
    });
  };
  const save = async () => {
    const lines = await audit.readLines();
    if (!lines.ok) return messages.failed(lines.error.code);
    download(`footnote-audit-${localDate(clock.now())}.jsonl`, lines.value, 'application/jsonl');
  };

  return {
    get: state.get,
    subscribe: state.subscribe,
    look: () => void look(),
    actions: { check: () => void check(), download: () => void save() },
  };
}
