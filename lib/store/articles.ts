import { Dexie } from 'dexie';
import * as z from 'zod/mini';
import { type Article, type ArticleVersion, articleSchema } from '@/lib/knowledge/article';
import type { ArticleChange, KnownArticle, StoreFailure } from '@/lib/knowledge/repository';
import { versionOf } from '@/lib/knowledge/versions';
import type { Result } from '@/lib/result';
import { toArticle, toHead, toRows } from './article-rows';
import type { ArticleHead, FootnoteDatabase, HeadRow } from './database';
import { attempt, Rollback } from './failure';
import { createLive, type Live } from './live';

type Stored<T> = Promise<Result<T, StoreFailure>>;

/** What changed after a given `seq`. `removed`: articles also vanished since, so compare with the whole list. */
export interface ArticleChanges {
  readonly seq: number;
  readonly changed: readonly string[];
  readonly removed: boolean;
}

export interface ArticleRepository {
  /** All articles without their words, in no order. */
  list(): Stored<ArticleHead[]>;
  get(id: string): Stored<Article | null>;
  /** In the order asked for; unknown ids are left out. */
  getMany(ids: readonly string[]): Stored<Article[]>;
  /** All or nothing. Answers the new `seq`. */
  put(changes: readonly ArticleChange[]): Stored<number>;
  /** Newest first, the current one included. */
  versions(articleId: string): Stored<ArticleVersion[]>;
  version(articleId: string, version: number): Stored<ArticleVersion | null>;
  changesSince(seq: number): Stored<ArticleChanges>;
  count(): Stored<number>;
  listSource(system: string): Stored<KnownArticle[]>;
  /** Takes out all that one source brought, versions too. Answers how many articles went. */
  removeSource(system: string): Stored<number>;
  live(): Live<readonly ArticleHead[]>;
}

export function createArticleRepository(db: FootnoteDatabase): ArticleRepository {
  const read = <T>(work: () => Promise<T>) => attempt(() => db.transaction('r', articleTables(db), work));
  const write = <T>(work: () => Promise<T>) => attempt(() => db.transaction('rw', articleTables(db), work));

  return {
    list: () => attempt(async () => (await db.heads.toArray()).map(toHead)),
    get: (id) => read(async () => (await readArticles(db, [id]))[0] ?? null),
    getMany: (ids) => read(() => readArticles(db, ids)),
    put: (changes) => write(() => putChanges(db, changes)),
    versions: (articleId) =>
      read(async () => {
        const [current] = await readArticles(db, [articleId]);
        if (!current) return [];
        const range = [
          [articleId, 0],
          [articleId, Number.MAX_SAFE_INTEGER],
        ] as const;
        const former = await db.versions.where('[articleId+version]').between(range[0], range[1]).toArray();
        return [versionOf(current), ...former.reverse()];
      }),
    version: (articleId, version) =>
      read(async () => {
        const [current] = await readArticles(db, [articleId]);
        if (current?.version === version) return versionOf(current);
        return (await db.versions.get([articleId, version])) ?? null;
      }),
    changesSince: (seq) =>
      read(async () => {
        const state = await articleState(db);
        const changed = await db.heads.where('seq').above(seq).primaryKeys();
        return { seq: state.seq, changed, removed: state.removedSeq > seq };
      }),
    count: () => attempt(() => db.heads.count()),
    listSource: (system) =>
      attempt(async () => {
        const rows = await db.heads.where('source.system').equals(system).toArray();
        return rows.map(toKnown);
      }),
    removeSource: (system) => write(() => removeSource(db, system)),
    live: () => liveArticles(db),
  };
}

function articleTables(db: FootnoteDatabase) {
  return [db.heads, db.bodies, db.versions, db.meta, db.questions, db.vectors];
}

async function articleState(db: FootnoteDatabase): Promise<{ seq: number; removedSeq: number }> {
  const row = await db.meta.get('articles');
  return row?.key === 'articles' ? row : { seq: 0, removedSeq: 0 };
}

async function readArticles(db: FootnoteDatabase, ids: readonly string[]): Promise<Article[]> {
  const [heads, bodies] = await Promise.all([db.heads.bulkGet([...ids]), db.bodies.bulkGet([...ids])]);
  return heads.flatMap((head, at) => {
    const words = bodies[at];
    if (!head || !words) return [];
    const parsed = z.safeParse(articleSchema, toArticle(head, words));
    if (!parsed.success) throw new Rollback({ code: 'storage-damaged' });
    return [parsed.data];
  });
}

async function putChanges(db: FootnoteDatabase, changes: readonly ArticleChange[]): Promise<number> {
  const state = await articleState(db);
  if (changes.length === 0) return state.seq;
  const seq = state.seq + 1;
  const added = changes.filter(({ expectedVersion }) => expectedVersion === 0);
  const replaced = changes.filter(({ expectedVersion }) => expectedVersion > 0);
  // Not asked with nothing to do: a transaction ends when a step of it makes no request.
  if (added.length > 0) await addNew(db, added, seq);
  if (replaced.length > 0) await putNext(db, replaced, seq);
  const former = changes.flatMap((change) => change.former ?? []);
  if (former.length > 0) await db.versions.bulkPut(former);
  await db.meta.put({ key: 'articles', seq, removedSeq: state.removedSeq });
  return seq;
}

/** Adding refuses an id that is taken, so an import of thousands need not ask for each first. */
async function addNew(db: FootnoteDatabase, changes: readonly ArticleChange[], seq: number): Promise<void> {
  const rows = changes.map(({ article }) => toRows(article, seq));
  try {
    await db.heads.bulkAdd(rows.map(({ head }) => head));
  } catch (error) {
    const taken = error instanceof Dexie.BulkError ? Object.entries(error.failuresByPos)[0] : undefined;
    if (taken?.[1].name !== 'ConstraintError') throw error;
    throw new Rollback({ code: 'changed-meanwhile', articleId: rows[Number(taken[0])]!.head.id });
  }
  await db.bodies.bulkAdd(rows.map(({ body }) => body));
}

async function putNext(db: FootnoteDatabase, changes: readonly ArticleChange[], seq: number): Promise<void> {
  const stored = await db.heads.bulkGet(changes.map(({ article }) => article.id));
  changes.forEach(({ article, expectedVersion }, at) => {
    if (stored[at]?.version === expectedVersion) return;
    throw new Rollback({ code: 'changed-meanwhile', articleId: article.id });
  });
  const rows = changes.map(({ article }) => toRows(article, seq));
  await db.heads.bulkPut(rows.map(({ head }) => head));
  await db.bodies.bulkPut(rows.map(({ body }) => body));
}

async function removeSource(db: FootnoteDatabase, system: string): Promise<number> {
  const ids = await db.heads.where('source.system').equals(system).primaryKeys();
  await removeArticles(db, ids);
  return ids.length;
}

/** With all their versions, questions and vectors. Within a transaction over the tables of `articleTables`. */
export async function removeArticles(db: FootnoteDatabase, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.heads.bulkDelete([...ids]);
  await db.bodies.bulkDelete([...ids]);
  await db.questions.where('articleId').anyOf(ids).delete();
  await db.vectors.bulkDelete([...ids]);
  for (const id of ids) {
    const history = db.versions.where('[articleId+version]');
    await history.between([id, 0], [id, Number.MAX_SAFE_INTEGER]).delete();
  }
  const { seq } = await articleState(db);
  await db.meta.put({ key: 'articles', seq: seq + 1, removedSeq: seq + 1 });
}

/** Heads read at a time: ten thousand in one answer would hold the page up. */
const headsPerRead = 500;
/** An import writes up to 200 articles with one number; after many numbers the whole list is read as soon. */
const writesPerRead = 3;
const mostWrites = 300;

/** Reads the whole list once, then only the heads that changed: an edit in 10,000 articles costs one small read. */
function liveArticles(db: FootnoteDatabase): Live<readonly ArticleHead[]> {
  return createLive(
    () => articleState(db),
    () => {
      const known = new Map<string, ArticleHead>();
      let seenSeq = -1;
      const know = (rows: readonly HeadRow[]) => {
        for (const row of rows) known.set(row.id, toHead(row));
      };
      return async (state) => {
        if (state.removedSeq > seenSeq || state.seq - seenSeq > mostWrites) {
          known.clear();
          for (let last: string | undefined = ''; last !== undefined; ) {
            const rows: HeadRow[] = await db.heads.where('id').above(last).limit(headsPerRead).toArray();
            know(rows);
            last = rows.at(-1)?.id;
          }
        } else {
          for (let seq = seenSeq + 1; seq <= state.seq; seq += writesPerRead)
            know(
              await db.heads
                .where('seq')
                .between(seq, seq + writesPerRead)
                .toArray(),
            );
        }
        // What is written between the reads has a higher number: the next time finds it.
        seenSeq = state.seq;
        return [...known.values()];
      };
    },
  );
}

function toKnown(head: ArticleHead): KnownArticle {
  return {
    articleId: head.id,
    title: head.title,
    version: head.version,
    externalId: head.source?.externalId ?? '',
    scope: head.source?.scope ?? null,
    imported: head.source?.imported ?? null,
  };
}
