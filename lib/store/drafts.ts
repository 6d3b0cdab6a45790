import type { DraftSession } from '@/lib/draft/session/session-state';
import type { StoreFailure } from '@/lib/knowledge/repository';
import { err, ok, type Result } from '@/lib/result';
import type { DraftRow, FootnoteDatabase } from './database';
import { parseDraftSession } from './draft-schema';
import { attempt } from './failure';

export interface SavedDraft {
  readonly session: DraftSession;
  /** ISO 8601. */
  readonly savedAt: string;
}

/** One saved session a ticket, written as it grows, so that a closed panel or a crash loses nothing. */
export interface DraftRepository {
  /** On a full disk, drafts of other tickets that are older than a week make room, once. */
  saveDraft(ticketKey: string, session: DraftSession): Promise<Result<void, StoreFailure>>;
  /** `unreadable`: written by a build that this one does not understand; it stays stored until overwritten. */
  loadDraft(ticketKey: string): Promise<Result<SavedDraft | null, StoreFailure | { code: 'unreadable' }>>;
  discardDraft(ticketKey: string): Promise<Result<void, StoreFailure>>;
  /** Retention. Answers how many went. */
  discardBefore(savedAt: string): Promise<Result<number, StoreFailure>>;
  listDrafts(): Promise<Result<{ ticketKey: string; savedAt: string }[], StoreFailure>>;
}

const makeRoomAfterMs = 7 * 24 * 60 * 60 * 1000;

export function createDraftRepository(db: FootnoteDatabase, now: () => Date): DraftRepository {
  const save = (ticketKey: string, session: DraftSession) =>
    attempt(() => putAndCommit(db, { ticketKey, savedAt: now().toISOString(), session }));
  const discardBefore = (savedAt: string) =>
    attempt(() => db.drafts.where('savedAt').below(savedAt).delete());

  return {
    async saveDraft(ticketKey, session) {
      const saved = await save(ticketKey, session);
      if (saved.ok || saved.error.code !== 'storage-full') return saved;
      const pruned = await discardBefore(new Date(now().getTime() - makeRoomAfterMs).toISOString());
      return pruned.ok && pruned.value > 0 ? save(ticketKey, session) : saved;
    },
    async loadDraft(ticketKey) {
      const loaded = await attempt(() => db.drafts.get(ticketKey));
      if (!loaded.ok) return loaded;
      if (loaded.value === undefined) return ok(null);
      const session = parseDraftSession(loaded.value.session);
      return session === null ? err({ code: 'unreadable' }) : ok({ session, savedAt: loaded.value.savedAt });
    },
    discardDraft: (ticketKey) => attempt(() => db.drafts.delete(ticketKey)),
    discardBefore,
    listDrafts: () =>
      attempt(async () => {
        const keys = await db.drafts.orderBy('savedAt').reverse().primaryKeys();
        const rows = await db.drafts.bulkGet(keys);
        return rows.flatMap((row) => (row ? [{ ticketKey: row.ticketKey, savedAt: row.savedAt }] : []));
      }),
  };
}

/**
 * Dexie commits once the page has heard that the row was written, and a page that closes hears nothing more: the last
 * words before a panel closes would be lost. Here the commit goes out with the row.
 */
async function putAndCommit(db: FootnoteDatabase, row: DraftRow): Promise<void> {
  // Dexie opens it with its first use, and knows when it must not be opened again.
  if (!db.isOpen()) return void (await db.drafts.put(row));
  const transaction = db.backendDB().transaction(db.drafts.name, 'readwrite');
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  try {
    transaction.objectStore(db.drafts.name).put(row);
  } catch (error) {
    transaction.abort();
    await done.catch(() => {});
    throw error;
  }
  transaction.commit();
  await done;
}
