import type { StoreFailure } from '@/lib/knowledge/repository';
import { type ArticleRepository, createArticleRepository } from './articles';
import { type AuditRepository, createAuditRepository } from './audit';
import { type DatabaseOptions, FootnoteDatabase } from './database';
import { createDraftRepository, type DraftRepository } from './drafts';
import { toStoreFailure } from './failure';
import { createImportSourceRepository, type ImportSourceRepository } from './import-sources';
import { createOutcomeRepository, type OutcomeRepository } from './outcomes';
import { createQuestionRepository, type QuestionRepository } from './questions';
import { createVectorRepository, type VectorRepository } from './vectors';

export interface Store {
  /** `memory`: the browser refused its database, and everything is gone with this page. */
  readonly mode: 'disk' | 'memory';
  readonly articles: ArticleRepository;
  readonly drafts: DraftRepository;
  readonly outcomes: OutcomeRepository;
  readonly importSources: ImportSourceRepository;
  readonly audit: AuditRepository;
  readonly questions: QuestionRepository;
  readonly vectors: VectorRepository;
  /** For `createIndexStorage(store.database)` when the engine must run on the page (memory mode). */
  readonly database: FootnoteDatabase;
  close(): void;
}

export interface StoreOptions extends DatabaseOptions {
  /**
   * Told once each: `storage-damaged` when memory mode begins, `storage-blocked` while another tab holds an older
   * version open, `reload-needed` when another tab upgraded or deleted the database and this one was closed.
   */
  readonly onTrouble?: (failure: StoreFailure) => void;
  readonly now?: () => Date;
}

/** Opens the database of this browser profile, or a memory one with the same behaviour when that cannot be opened. */
export async function openStore(options: StoreOptions = {}): Promise<Store> {
  const db = new FootnoteDatabase(options);
  watchOtherTabs(db, options.onTrouble);
  try {
    await db.open();
    return toStore(db, 'disk', options);
  } catch (error) {
    const failure = toStoreFailure(error);
    if (failure === null) throw error;
    options.onTrouble?.(failure);
    db.close();
    return toStore(await openMemoryDatabase(options), 'memory', options);
  }
}

/** A whole IndexedDB in memory, loaded only when it is needed. */
async function openMemoryDatabase(options: DatabaseOptions): Promise<FootnoteDatabase> {
  const { IDBFactory: MemoryFactory, IDBKeyRange: MemoryKeyRange } = await import('fake-indexeddb');
  const db = new FootnoteDatabase({
    ...options,
    indexedDB: new MemoryFactory() as unknown as IDBFactory,
    IDBKeyRange: MemoryKeyRange as unknown as typeof IDBKeyRange,
  });
  await db.open();
  return db;
}

function watchOtherTabs(db: FootnoteDatabase, onTrouble: StoreOptions['onTrouble']): void {
  db.on('blocked', () => onTrouble?.({ code: 'storage-blocked' }));
  db.on('versionchange', () => {
    // Staying open would block the other tab's upgrade or deletion for as long as this page lives.
    db.close();
    onTrouble?.({ code: 'reload-needed' });
    return false;
  });
}

function toStore(db: FootnoteDatabase, mode: Store['mode'], options: StoreOptions): Store {
  const now = options.now ?? (() => new Date());
  return {
    mode,
    articles: createArticleRepository(db),
    drafts: createDraftRepository(db, now),
    outcomes: createOutcomeRepository(db),
    importSources: createImportSourceRepository(db),
    audit: createAuditRepository(db, now),
    questions: createQuestionRepository(db),
    vectors: createVectorRepository(db),
    database: db,
    close: () => db.close(),
  };
}
