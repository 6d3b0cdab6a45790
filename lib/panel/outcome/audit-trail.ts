import type { DraftSession } from '@/lib/draft/session/session-state';
import type { SentReply } from '@/lib/helpdesk/contract';
import type { AuditEvent } from '@/lib/privacy/audit';
import type { PanelDeps } from '../deps';
import { type BegunRequest, begunEvent, insertedEvent, sentEvent } from './audit-events';

export interface AuditTrail {
  /** Returns at once; the entry is written when the request is out. */
  begun(request: BegunRequest): void;
  /** `false`: it could not be written, and that was told. */
  inserted(session: DraftSession): Promise<boolean>;
  sent(session: DraftSession, sent: Pick<SentReply, 'text' | 'visibility'>): Promise<boolean>;
  /** Writes what waits: the panel may be about to go. */
  flush(): void;
}

/** Between key press and request nothing is written or hashed. */
const writePauseMs = 150;

/** Writes what the panel does into the audit log. `onLost` hears of each entry that could not be written. */
export function createAuditTrail(
  deps: Pick<PanelDeps, 'appendAudit' | 'digest' | 'clock'>,
  onLost: () => void,
  signal: AbortSignal,
): AuditTrail {
  const waiting = new Set<BegunRequest>();

  const append = async (event: AuditEvent | null): Promise<boolean> => {
    const isWritten = event === null || (await deps.appendAudit(event));
    if (!isWritten) onLost();
    return isWritten;
  };
  const write = async (request: BegunRequest) => {
    if (waiting.delete(request)) await append(await begunEvent(request, deps.digest));
  };

  return {
    begun(request) {
      waiting.add(request);
      void deps.clock.sleep(writePauseMs, signal).then(() => write(request));
    },
    inserted: (session) => append(insertedEvent(session)),
    sent: (session, sent) => append(sentEvent(session, sent)),
    flush() {
      for (const request of waiting) void write(request);
    },
  };
}
