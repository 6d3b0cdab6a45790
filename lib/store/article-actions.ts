import type { Article, ArticleContent } from '@/lib/knowledge/article';
import type { ArticleChange, StoreFailure } from '@/lib/knowledge/repository';
import {
  archiveArticle,
  createArticle,
  editArticle,
  restoreVersion,
  unarchiveArticle,
  type VersionNote,
  type VersionTools,
  verifyArticle,
} from '@/lib/knowledge/versions';
import { err, ok, type Result } from '@/lib/result';
import type { ArticleRepository } from './articles';

export type ActionFailure = StoreFailure | { readonly code: 'not-found'; readonly articleId: string };
type Done<T> = Promise<Result<T, ActionFailure>>;

/** What a person does to articles, as one step each: read, make the version, write it if nobody was faster. */
export interface ArticleActions {
  create(content: ArticleContent): Done<Article>;
  /** `baseVersion`: the one the editor showed; anything newer is refused with `changed-meanwhile`. */
  edit(id: string, edit: Partial<ArticleContent>, baseVersion: number, summary?: string): Done<Article>;
  restore(id: string, version: number): Done<Article>;
  verify(id: string, everyDays?: number | null): Done<Article>;
  /** All or none. `undo` brings back exactly those that this call archived, each with its former status. */
  archive(ids: readonly string[]): Done<{ archived: number; undo: () => Done<number> }>;
}

export function createArticleActions(
  articles: ArticleRepository,
  author: () => string,
  tools: VersionTools,
): ArticleActions {
  const note = (summary?: string): VersionNote => ({ author: author(), ...(summary && { summary }) });

  async function find(id: string): Done<Article> {
    const found = await articles.get(id);
    if (!found.ok) return found;
    return found.value ? ok(found.value) : err({ code: 'not-found', articleId: id });
  }

  async function write(article: Article, change: ArticleChange | null): Done<Article> {
    if (change === null) return ok(article);
    const written = await articles.put([change]);
    return written.ok ? ok(change.article) : written;
  }

  async function setStatus(
    ids: readonly string[],
    change: (article: Article) => Promise<ArticleChange | null>,
  ): Done<Article[]> {
    const found = await articles.getMany(ids);
    if (!found.ok) return found;
    const changes = (await Promise.all(found.value.map(change))).filter((each) => each !== null);
    const written = await articles.put(changes);
    const touched = new Set(changes.map(({ article }) => article.id));
    return written.ok ? ok(found.value.filter(({ id }) => touched.has(id))) : written;
  }

  return {
    async create(content) {
      const change = await createArticle(content, { ...note(), source: null }, tools);
      return write(change.article, change);
    },
    async edit(id, edit, baseVersion, summary) {
      const found = await find(id);
      if (!found.ok) return found;
      if (found.value.version !== baseVersion) return err({ code: 'changed-meanwhile', articleId: id });
      return write(found.value, await editArticle(found.value, edit, note(summary), tools));
    },
    async restore(id, version) {
      const found = await find(id);
      if (!found.ok) return found;
      const former = await articles.version(id, version);
      if (!former.ok) return former;
      if (former.value === null) return err({ code: 'not-found', articleId: id });
      return write(found.value, await restoreVersion(found.value, former.value, note(), tools));
    },
    async verify(id, everyDays) {
      const found = await find(id);
      if (!found.ok) return found;
      return write(found.value, verifyArticle(found.value, author(), tools, everyDays));
    },
    async archive(ids) {
      const archived = await setStatus(ids, (article) => archiveArticle(article, note(), tools));
      if (!archived.ok) return archived;
      const former = new Map(archived.value.map((article) => [article.id, article.status]));
      const undo = async (): Done<number> => {
        const back = await setStatus([...former.keys()], (article) =>
          unarchiveArticle(
            article,
            note(),
            tools,
            former.get(article.id) === 'draft' ? 'draft' : 'published',
          ),
        );
        return back.ok ? ok(back.value.length) : back;
      };
      return ok({ archived: former.size, undo });
    },
  };
}
