import { toSource } from '@/lib/draft/sources/source';
import { localDate } from '@/lib/platform/clock';
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
  deps: Pick<PanelDeps, 'suggest' | 'readArticles' | 'clock'>,
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
      const result = await deps.suggest({ text: query, limit: mostFound, explain: true }, signal);
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
      onFound({
        state: 'found',
        articles: found.map(({ article, hit }, index) => toSource(article, hit, choice, index + 1)),
      });
    },
  };
}
