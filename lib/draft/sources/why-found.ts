import type { Article } from '@/lib/knowledge/article';
import type { SearchHit, SearchRequest, ShownPassage } from '@/lib/search/contract';
import type { DraftDeps } from '../pipeline';
import type { Source } from '../session/session-state';

export interface Looked {
  readonly request: SearchRequest;
  readonly hits: readonly SearchHit[];
  /** The same in the words of articles, and the hits that only these found. */
  readonly bridge: SearchRequest | null;
  readonly byMatter: readonly SearchHit[];
}

/**
 * Sources with the words that they were found by, and where those stand. Asked for the few that are shown, not for every
 * hit. A pinned article that no search found is not explained.
 */
export async function withReasons(
  sources: readonly Source[],
  articles: readonly Article[],
  { request, hits, bridge, byMatter }: Looked,
  explain: DraftDeps['explain'],
  signal: AbortSignal,
): Promise<Source[]> {
  const isByMatter = (source: Source) => byMatter.some((hit) => hit.articleId === source.articleId);
  const found = sources.filter((source) => hits.some((hit) => hit.articleId === source.articleId));
  if (found.length === 0) return [...sources];
  const matter = bridge && { asked: wholeOf(bridge), askedLanguage: bridge.language };
  const ticket = { asked: request.text, askedLanguage: request.language };
  const passages = found.map((source) => toShown(source, articles, (isByMatter(source) && matter) || ticket));
  const explained = await explain({ passages }, signal);
  const explanations = new Map(found.map((source, i) => [source, explained[i]]));
  return sources.map((source) => {
    const explanation = explanations.get(source);
    if (!explanation) return source;
    const { words, marks } = explanation;
    return { ...source, marks, found: words, ...(isByMatter(source) && { byMatter: true }) };
  });
}

/** A source as it is explained, looked for by these words. */
export function toShown(
  { articleId, title, headingPath, text }: Source,
  articles: readonly Article[],
  asked: Pick<ShownPassage, 'asked' | 'askedLanguage' | 'unfinished'>,
): ShownPassage {
  const { askedAs = [], locale = '' } = articles.find(({ id }) => id === articleId) ?? {};
  return { ...asked, title, headingPath, text, askedAs, locale };
}

function wholeOf({ text, questions = [] }: SearchRequest): string {
  return [text, ...questions].join('\n');
}
