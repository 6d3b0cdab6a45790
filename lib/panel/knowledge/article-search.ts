import { toSource } from '@/lib/draft/sources/source';
import { toShown } from '@/lib/draft/sources/why-found';
import { localDate } from '@/lib/platform/clock';
import { isUnfinished } from '@/lib/search/typed';
import type { PanelDeps } from '../deps';
import type { ArticleFinding } from '../panel-state';
import type { Sessions } from '../sessions';

const mostFound = 20;
/** An example is no source: nothing may be quoted from it. Canned replies have a list of their own. */
const kindsLeftOut = new Set(['example', 'canned-reply']);

export interface ArticleSearch {
  /** Best first; each call gives up the one before. `null`: no ticket is open. */
  search(ticketKey: string | null, query: string): Promise<void>;
}

/** Search as you type over all published articles, for what the ticket's own words do not find. */
export function createArticleSearch(
  deps: Pick<PanelDeps, 'suggest' | 'explain' | 'readArticles' | 'clock'>,
  sessions: Sessions,
  onFound: (finding: ArticleFinding) => void,
  signal: AbortSignal,
): ArticleSearch {
  let latest = 0;
  return {
    async search(key, query) {
      const turn = ++latest;
      // A slower answer to fewer letters must not overwrite a newer one.
      const isOver = () => turn !== latest || signal.aborted;
      if (query.trim() === '') return onFound({ state: 'none' });
      const result = await deps.suggest({ text: query, limit: mostFound }, signal);
      if (isOver()) return;
      if (!result.ok) return onFound({ state: 'failed' });
      const { hits } = result.value;
      const articles = await deps.readArticles(
        hits.map(({ articleId }) => articleId),
        signal,
      );
      if (isOver()) return;
      const byId = new Map(articles.map((article) => [article.id, article]));
      const { pinned } = key === null ? { pinned: [] } : sessions.get(key);
      const choice = { order: null, today: localDate(deps.clock.now()), pinned };
      const found = hits.flatMap((hit) => {
        const article = byId.get(hit.articleId);
        return article?.status === 'published' && !kindsLeftOut.has(article.kind) ? [{ article, hit }] : [];
      });
      const sources = found.map(({ article, hit }, index) => toSource(article, hit, choice, index + 1));
      const typed = { asked: query, unfinished: isUnfinished(query) };
      const passages = sources.map((source) => toShown(source, articles, typed));
      // Without marks the list serves all the same.
      const explained = await deps.explain({ passages }, signal).catch(() => []);
      if (isOver()) return;
      const marked = sources.map((source, index) => ({ ...source, marks: explained[index]?.marks ?? [] }));
      onFound({ state: 'found', articles: marked });
    },
  };
}
