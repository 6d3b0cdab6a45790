import type { StoreFailure } from '@/lib/knowledge/repository';
import { ok, type Result } from '@/lib/result';
import type { ActionFailure } from '@/lib/store/article-actions';
import type { WorkspaceDeps } from '../deps';

export interface Verified {
  readonly count: number;
  /** Gives back each former verification, unless the article has another version by now. */
  undo(): Promise<Result<unknown, StoreFailure>>;
}

/** "I read these and they are true", one after the other; stops at the first that cannot be written. */
export async function verifyMany(
  deps: Pick<WorkspaceDeps, 'articles' | 'articleActions'>,
  ids: readonly string[],
): Promise<Result<Verified, ActionFailure>> {
  const before = await deps.articles.getMany(ids);
  if (!before.ok) return before;
  for (const { id } of before.value) {
    const verified = await deps.articleActions.verify(id);
    if (!verified.ok) return verified;
  }
  const undo = async () => {
    const now = await deps.articles.getMany(ids);
    if (!now.ok) return now;
    const former = new Map(before.value.map((article) => [article.id, article]));
    return deps.articles.put(
      now.value.flatMap((article) => {
        const was = former.get(article.id);
        if (was === undefined || was.version !== article.version) return [];
        const restored = { ...article, verification: was.verification };
        return [{ article: restored, former: null, expectedVersion: article.version }];
      }),
    );
  };
  return ok({ count: before.value.length, undo });
}
