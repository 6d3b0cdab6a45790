import { estimateTokens } from '@/lib/draft/prompt/tokens';
import type { StoreFailure } from '@/lib/knowledge/repository';
import { ok, type Result } from '@/lib/result';
import { carryOver } from '@/lib/search/meaning/article-vectors';
import { openBlock } from '@/lib/search/meaning/block';
import { isEmbeddable } from '@/lib/search/meaning/embeddable';
import type { BuildDeps } from './meaning-build';

/** What there is to embed, and how much of it is done. */
export interface MeaningSurvey {
  /** Published articles that may be sent, and those that stay here. */
  readonly articles: number;
  readonly keptHere: number;
  readonly passages: number;
  /** Estimated, of all passages. */
  readonly tokens: number;
  /** Whose vectors are stored (`meaningSpace`); `null`: none. */
  readonly space: string | null;
  /** Without a vector of that space, or with one of words that are gone. */
  readonly missing: { readonly passages: number; readonly tokens: number };
  /** Articles whose stored vectors are not those of their present version: found by their words until then. */
  readonly stale: number;
}

/** Reads all articles once; nothing is sent. */
export async function surveyMeaning({
  readArticles,
  vectors,
}: Pick<BuildDeps, 'readArticles' | 'vectors'>): Promise<Result<MeaningSurvey, StoreFailure>> {
  const space = await vectors.space();
  if (!space.ok) return space;
  const counts = { articles: 0, keptHere: 0, passages: 0, tokens: 0, stale: 0 };
  const missing = { passages: 0, tokens: 0 };
  for await (const batch of readArticles()) {
    const documents = batch.filter(isEmbeddable);
    const published = batch.filter(({ status }) => status === 'published');
    counts.articles += documents.length;
    counts.keptHere += published.length - documents.length;
    const stored = await vectors.load(documents.map(({ articleId }) => articleId));
    if (!stored.ok) return stored;
    for (const document of documents) {
      const bytes = stored.value.get(document.articleId);
      const article = carryOver(document, bytes ? openBlock(bytes) : null);
      article.passages.forEach(({ text }, ordinal) => {
        const tokens = estimateTokens(text);
        counts.passages += 1;
        counts.tokens += tokens;
        if (article.vectors[ordinal] !== null) return;
        missing.passages += 1;
        missing.tokens += tokens;
      });
      if (article.isChanged && article.passages.length > 0) counts.stale += 1;
    }
  }
  return ok({ ...counts, space: space.value, missing });
}
