import type { StoreFailure } from '@/lib/knowledge/repository';
import type { Result } from '@/lib/result';
import type { VectorChanges } from '@/lib/search/worker/storage';
import type { FootnoteDatabase } from './database';
import { attempt } from './failure';

type Stored<T> = Promise<Result<T, StoreFailure>>;
type Block = VectorChanges['blocks'][number];

/** Meaning vectors of articles. All that are stored belong to one space (endpoint, model and size). */
export interface VectorRepository {
  /** `null`: there are none, and nobody has begun. */
  space(): Stored<string | null>;
  /** From now on of this space; those of another one go. */
  begin(space: string): Stored<void>;
  load(articleIds: readonly string[]): Stored<ReadonlyMap<string, ArrayBuffer>>;
  /** `false`: another space was begun meanwhile, or they were removed; nothing was written. */
  put(space: string, blocks: readonly Block[]): Stored<boolean>;
  /** Those of all other articles go. */
  keepOnly(articleIds: ReadonlySet<string>): Stored<void>;
  clear(): Stored<void>;
}

export function createVectorRepository(db: FootnoteDatabase): VectorRepository {
  const write = <T>(work: () => Promise<T>) =>
    attempt(() => db.transaction('rw', [db.vectors, db.meta], work));
  const turnTo = async (space: string | null) => {
    const state = await vectorState(db);
    if (state.space === space) return;
    await db.vectors.clear();
    await db.meta.put({ key: 'vectors', space, seq: state.seq + 1 });
  };
  return {
    space: () => attempt(async () => (await vectorState(db)).space),
    begin: (space) => write(() => turnTo(space)),
    clear: () => write(() => turnTo(null)),
    load: (articleIds) =>
      attempt(async () => {
        const rows = await db.vectors.bulkGet([...articleIds]);
        return new Map(rows.flatMap((row) => (row ? [[row.articleId, row.bytes] as const] : [])));
      }),
    put: (space, blocks) =>
      write(async () => {
        const state = await vectorState(db);
        if (state.space !== space) return false;
        const seq = state.seq + 1;
        await db.vectors.bulkPut(blocks.map(({ articleId, bytes }) => ({ articleId, seq, bytes })));
        await db.meta.put({ key: 'vectors', space, seq });
        return true;
      }),
    keepOnly: (articleIds) =>
      write(async () => {
        const stored = await db.vectors.toCollection().primaryKeys();
        await db.vectors.bulkDelete(stored.filter((id) => !articleIds.has(id)));
      }),
  };
}

export async function vectorState(db: FootnoteDatabase): Promise<{ space: string | null; seq: number }> {
  const row = await db.meta.get('vectors');
  return row?.key === 'vectors' ? row : { space: null, seq: 0 };
}
