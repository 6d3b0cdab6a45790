import { err, ok } from '@/lib/result';
import type { SearchDocument } from '@/lib/search/contract';
import type { IndexCommit, IndexManifest, IndexStorage, VectorChanges } from '@/lib/search/worker/storage';
import { toSearchDocument } from './article-rows';
import { type BodyRow, FootnoteDatabase, type HeadRow } from './database';
import { attempt } from './failure';
import { vectorState } from './vectors';

/** Characters of text gathered before a batch is handed over, and articles read at a time on the way there. */
const batchCharacters = 1_000_000;
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
    commit: (change) => commit(db, change),
    loadVectors: (afterSeq) => loadVectors(db, afterSeq),
    readArticles: (ids) => readArticles(db, ids),
    async listArticles() {
      const keys = (await db.heads.orderBy('[id+version]').keys()) as unknown as [string, number][];
      return keys.map(([articleId, articleVersion]) => ({ articleId, articleVersion }));
    },
  };
}

async function loadManifest(db: FootnoteDatabase): Promise<IndexManifest | null> {
  const row = await db.meta.get('manifest');
  return row?.key === 'manifest' ? row.manifest : null;
}

async function commit(db: FootnoteDatabase, change: IndexCommit): ReturnType<IndexStorage['commit']> {
  const written = await attempt(() =>
    db.transaction('rw', [db.segments, db.meta], async () => {
      const stored = (await loadManifest(db))?.generation ?? 0;
      if (stored !== change.manifest.generation - 1) return 'stale' as const;
      await db.segments.bulkPut(change.add.map(({ id, bytes }) => ({ id, bytes })));
      await db.segments.bulkDelete([...change.remove]);
      await db.meta.put({ key: 'manifest', manifest: change.manifest });
      return 'written' as const;
    }),
  );
  if (!written.ok) {
    return err({ code: written.error.code === 'storage-full' ? 'quota-exceeded' : 'write-failed' });
  }
  return written.value === 'stale' ? err({ code: 'stale-generation' }) : ok(undefined);
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

async function* readArticles(
  db: FootnoteDatabase,
  wanted?: readonly string[],
): AsyncGenerator<readonly SearchDocument[]> {
  let batch: SearchDocument[] = [];
  let characters = 0;
  for await (const documents of wanted ? readNamed(db, wanted) : readAll(db)) {
    for (const document of documents) characters += document.body.length;
    batch.push(...documents);
    if (characters < batchCharacters) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

async function* readNamed(db: FootnoteDatabase, ids: readonly string[]) {
  for (let at = 0; at < ids.length; at += articlesPerRead) {
    const some = ids.slice(at, at + articlesPerRead);
    const [heads, bodies] = await db.transaction('r', [db.heads, db.bodies], () =>
      Promise.all([db.heads.bulkGet(some), db.bodies.bulkGet(some)]),
    );
    yield join(heads, bodies);
  }
}

/** By ranges of ids, one request a table: asking for each article by name takes longer than indexing it. */
async function* readAll(db: FootnoteDatabase) {
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
