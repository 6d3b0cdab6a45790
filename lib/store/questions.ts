import type { StoreFailure } from '@/lib/knowledge/repository';
import type { Result } from '@/lib/result';
import type { FootnoteDatabase, QuestionRow } from './database';
import { attempt } from './failure';

/** When each question that an article is found by was learned. The questions that search reads stand in the article. */
export interface QuestionRepository {
  /** After an article's questions changed: keeps the time of those it had, and dates new ones. */
  follow(articleId: string, askedAs: readonly string[], at: string): Promise<Result<void, StoreFailure>>;
  /** Articles that lost a question while no search was at hand, so that the index still holds it. */
  listUnindexed(): Promise<Result<readonly string[], StoreFailure>>;
  /** The index was brought up to date for these. */
  indexed(articleIds: readonly string[]): Promise<Result<void, StoreFailure>>;
}

export function createQuestionRepository(db: FootnoteDatabase): QuestionRepository {
  return {
    follow: (articleId, askedAs, at) =>
      attempt(() =>
        db.transaction('rw', db.questions, async () => {
          const rows = await db.questions.where('articleId').equals(articleId).toArray();
          const gone = rows.filter(({ question }) => !askedAs.includes(question));
          const known = new Set(rows.map(({ question }) => question));
          const added = askedAs.filter((question) => !known.has(question));
          await db.questions.bulkDelete(gone.map(keyOf));
          await db.questions.bulkPut(added.map((question) => ({ articleId, question, at })));
        }),
      ),
    listUnindexed: () => attempt(() => unindexed(db)),
    indexed: (articleIds) =>
      attempt(() =>
        db.transaction('rw', db.meta, async () => {
          const left = (await unindexed(db)).filter((id) => !articleIds.includes(id));
          await db.meta.put({ key: 'unindexed', articleIds: left });
        }),
      ),
  };
}

/**
 * Takes questions out of their articles, where they are still there, and marks these for the index. Within a
 * transaction over `heads`, `bodies`, `meta` and `questions`.
 */
export async function dropQuestions(db: FootnoteDatabase, rows: readonly QuestionRow[]): Promise<void> {
  const ids = [...new Set(rows.map(({ articleId }) => articleId))];
  const dropped = new Set(rows.map((row) => keyOf(row).join('\n')));
  const bodies = (await db.bodies.bulkGet(ids)).filter((body) => body !== undefined);
  const changed = bodies.flatMap((body) => {
    const askedAs = body.askedAs.filter((question) => !dropped.has(`${body.id}\n${question}`));
    return askedAs.length < body.askedAs.length ? [{ ...body, askedAs }] : [];
  });
  await db.bodies.bulkPut(changed);
  await db.questions.bulkDelete(rows.map(keyOf));
  const articleIds = [...new Set([...(await unindexed(db)), ...changed.map(({ id }) => id)])];
  await db.meta.put({ key: 'unindexed', articleIds });
}

async function unindexed(db: FootnoteDatabase): Promise<readonly string[]> {
  const row = await db.meta.get('unindexed');
  return row?.key === 'unindexed' ? row.articleIds : [];
}

function keyOf({ articleId, question }: QuestionRow): [string, string] {
  return [articleId, question];
}
