import type { StoreFailure } from '@/lib/knowledge/repository';
import { err, ok, type Result } from '@/lib/result';
import type { SearchDocument } from '@/lib/search/contract';
import type {
  CommitFailure,
  IndexCommit,
  IndexManifest,
  IndexStorage,
  NewSegment,
  VectorChanges,
} from '@/lib/search/worker/storage';
import { toSearchDocument } from './article-rows';
import { type BodyRow, FootnoteDatabase, type HeadRow } from './database';
import { attempt } from './failure';
import { vectorState } from './vectors';

/**
 * Articles read at a time, about 100 kB of usual text: so few that what is made of them is thrown away while it is young.
 */
const articlesPerRead = 50;

/**
 * The index's side of the database. It has a connection of its own, so that a worker can open it; pass the page's
 * database (`Store.database`) to run the engine on the page itself, as the memory mode must.
 */
export function createIndexStorage(db: FootnoteDatabase = new FootnoteDatabase()): IndexStorage {
  return {
    loadManifest: () => loadManifest(db),
    async loadSegment(id) {
      return (await db.segments.get(id))?.bytes ?? null;
    },
    stage: (segment) => stage(db, segment),
    unstage: () => dropUnnamed(db),
    commit: (change) => commit(db, change),
    loadVectors: (afterSeq) => loadVectors(db, afterSeq),
    readArticles: (ids) => (ids ? readNamed(db, ids) : readAll(db)),
    countArticles: () => db.heads.count(),
  };
}

async function loadManifest(db: FootnoteDatabase): Promise<IndexManifest | null> {
  const row = await db.meta.get('manifest');
  return row?.key === 'manifest' ? row.manifest : null;
}

async function stage(db: FootnoteDatabase, segment: NewSegment): Promise<Result<void, CommitFailure>> {
  const written = await attempt(() => db.segments.put(segment));
  return written.ok ? ok(undefined) : err(toCommitFailure(written.error));
}

/** Takes away what no manifest names: left by a writer that gave up or died. */
function dropUnnamed(db: FootnoteDatabase): Promise<void> {
  return db.transaction('rw', [db.segments, db.meta], async () => {
    const named = new Set((await loadManifest(db))?.segments.map(({ id }) => id));
    const stored = await db.segments.toCollection().primaryKeys();
    await db.segments.bulkDelete(stored.filter((id) => !named.has(id)));
  });
}

async function commit(db: FootnoteDatabase, change: IndexCommit): ReturnType<IndexStorage['commit']> {
  const written = await attempt(() =>
    db.transaction('rw', [db.segments, db.meta], async () => {
      const stored = (await loadManifest(db))?.generation ?? 0;
      if (stored !== change.manifest.generation - 1) return 'stale' as const;
      await db.segments.bulkPut([...change.add]);
      await db.meta.put({ key: 'manifest', manifest: change.manifest });
      await dropUnnamed(db);
      return 'written' as const;
    }),
  );
  if (!written.ok) return err(toCommitFailure(written.error));
  return written.value === 'stale' ? err({ code: 'stale-generation' }) : ok(undefined);
}

function toCommitFailure({ code }: StoreFailure): CommitFailure {
  return { code: code === 'storage-full' ? 'quota-exceeded' : 'write-failed' };
}

function loadVectors(db: FootnoteDatabase, afterSeq: number): Promise<VectorChanges> {
  return db.transaction('r', [db.vectors, db.meta], async () => {
    const state = await vectorState(db);
    // Most questions come when nothing was written since: they cost one small read.
    const rows = state.seq === afterSeq ? [] : await db.vectors.where('seq').above(afterSeq).toArray();
    return {
      space: state.space,
      seq: state.seq,
      blocks: rows.map(({ articleId, bytes }) => ({ articleId, bytes })),
    };
  });
}

async function* readNamed(
  db: FootnoteDatabase,
  ids: readonly string[],
): AsyncGenerator<readonly SearchDocument[]> {
  for (let at = 0; at < ids.length; at += articlesPerRead) {
    const some = ids.slice(at, at + articlesPerRead);
    const [heads, bodies] = await db.transaction('r', [db.heads, db.bodies], () =>
      Promise.all([db.heads.bulkGet(some), db.bodies.bulkGet(some)]),
    );
    yield join(heads, bodies);
  }
}

/** By ranges of ids, one request a table: asking for each article by name takes longer than indexing it. */
async function* readAll(db: FootnoteDatabase): AsyncGenerator<readonly SearchDocument[]> {
  const readAfter = (id: string) =>
    db.transaction('r', [db.heads, db.bodies], () =>
      Promise.all([
        db.heads.where('id').above(id).limit(articlesPerRead).toArray(),
        db.bodies.where('id').above(id).limit(articlesPerRead).toArray(),
      ]),
    );
  let reading = readAfter('');
  for (;;) {
    const [heads, bodies] = await reading;
    const last = heads.at(-1);
    if (!last) return;
    // The next ones come in while these are being indexed.
    reading = readAfter(last.id);
    // Left behind when the reader stops early; whoever reads on hears of a failure.
    reading.catch(() => undefined);
    yield join(heads, bodies);
  }
}

function join(
  heads: readonly (HeadRow | undefined)[],
  bodies: readonly (BodyRow | undefined)[],
): SearchDocument[] {
  const wordsOf = new Map(bodies.map((words) => [words?.id, words]));
  return heads.flatMap((head) => {
    const words = wordsOf.get(head?.id);
    return head && words ? [toSearchDocument(head, words)] : [];
  });
}
