import { reduceSession } from '@/lib/draft/session/reduce-session';
import { emptySession } from '@/lib/draft/session/session';
import type { SessionAction } from '@/lib/draft/session/session-action';
import type { DraftSession } from '@/lib/draft/session/session-state';
import type { Clock } from '@/lib/platform/clock';

/** Where sessions are kept between panels. `null`: none kept for this ticket. */
export interface SessionArchive {
  load(ticketKey: string): Promise<DraftSession | null>;
  /** `false`: it could not be written. */
  save(ticketKey: string, session: DraftSession): Promise<boolean>;
}

/** A draft is written at most this often while it grows; the last state is always written. */
const savePauseMs = 400;

export interface Sessions {
  /** The session of a ticket, from memory or the archive. */
  open(ticketKey: string): Promise<DraftSession>;
  get(ticketKey: string): DraftSession;
  /** Changes a session whether or not its ticket is on screen, tells `onChange`, and keeps it. */
  dispatch(ticketKey: string, action: SessionAction): void;
  /** Drops what is known of a ticket, unwritten: it was erased. */
  forget(ticketKey: string): void;
  /** Writes what waits. */
  flush(): Promise<void>;
}

/**
 * The draft sessions of all tickets this panel has seen. A draft that is being written goes on when the agent turns to
 * another ticket, bound to its own ticket key.
 */
export function createSessions(
  archive: SessionArchive,
  clock: Clock,
  onChange: (ticketKey: string, session: DraftSession) => void,
  onStorageFailure: () => void,
  signal: AbortSignal,
): Sessions {
  const known = new Map<string, DraftSession>();
  const waiting = new Set<string>();

  const get = (ticketKey: string) => known.get(ticketKey) ?? { ...emptySession, ticketKey };

  const write = async (ticketKey: string) => {
    if (!waiting.delete(ticketKey)) return;
    if (!(await archive.save(ticketKey, get(ticketKey)))) onStorageFailure();
  };

  const writeSoon = (ticketKey: string) => {
    if (waiting.has(ticketKey)) return;
    waiting.add(ticketKey);
    void clock.sleep(savePauseMs, signal).then(() => write(ticketKey));
  };

  return {
    get,
    async open(ticketKey) {
      if (!known.has(ticketKey)) {
        const kept = await archive.load(ticketKey);
        // Something may have been dispatched while the archive was read: that is newer.
        if (!known.has(ticketKey)) {
          const fresh = get(ticketKey);
          known.set(ticketKey, kept ? reduceSession(fresh, { type: 'restored', session: kept }) : fresh);
        }
      }
      return get(ticketKey);
    },
    dispatch(ticketKey, action) {
      const before = get(ticketKey);
      const after = reduceSession(before, action);
      if (after === before) return;
      known.set(ticketKey, after);
      onChange(ticketKey, after);
      writeSoon(ticketKey);
    },
    forget(ticketKey) {
      waiting.delete(ticketKey);
      known.delete(ticketKey);
    },
    async flush() {
      await Promise.all([...waiting].map(write));
    },
  };
}
