import type { StoreFailure } from '@/lib/knowledge/repository';
import type { EmbeddingFailure, Embeddings } from '@/lib/model/contract';
import { err, ok, type Result } from '@/lib/result';
import type { SearchDocument } from '@/lib/search/contract';
import {
  type ArticleVectors,
  carryOver,
  fill,
  missingOf,
  toBlock,
} from '@/lib/search/meaning/article-vectors';
import { openBlock } from '@/lib/search/meaning/block';
import { isEmbeddable } from '@/lib/search/meaning/embeddable';
import { mostDimensions } from '@/lib/search/meaning/quantise';
import type { VectorRepository } from '@/lib/store/vectors';

/**
 * Passages a request: what the smallest of the common servers takes (text-embeddings-inference,
 * `--max-client-batch-size` 32), and few enough that little is lost when a page closes.
 */
const mostTexts = 32;
const mostCharacters = 40_000;
/** Tells, before any article is sent, whether the endpoint answers and in which size. */
const firstText = 'Footnote';

export interface BuildDeps {
  /** Articles in batches. Throws what storage did to it, for `attempt` of lib/store to name. */
  readonly readArticles: () => AsyncIterable<readonly SearchDocument[]>;
  readonly vectors: VectorRepository;
  readonly embed: (
    texts: readonly string[],
    signal: AbortSignal,
  ) => Promise<Result<Embeddings, EmbeddingFailure>>;
}

export type BuildFailure =
  | EmbeddingFailure
  | StoreFailure
  /** Removed, or begun with another model, in another tab. */
  | { readonly code: 'replaced' }
  /** Vectors larger than can be compared, or of another size than those before. */
  | { readonly code: 'other-size' };

export interface BuildProgress {
  /** Passages that came since the last call. */
  readonly passages: number;
  /** That the endpoint read for them, where it tells. */
  readonly tokens: number;
}

/**
 * Embeds what has no vector yet, one request after the other. Each answer is stored before the next is asked for, so
 * that whoever stops it, or a page that dies, loses one request at most; the next run goes on from there.
 */
export async function buildVectors(
  deps: BuildDeps,
  space: string,
  onProgress: (progress: BuildProgress) => void,
  signal: AbortSignal,
): Promise<Result<void, BuildFailure>> {
  const { vectors } = deps;
  const first = await deps.embed([firstText], signal);
  if (!first.ok) return first;
  const { dimensions } = first.value;
  if (dimensions > mostDimensions) return err({ code: 'other-size' });
  const begun = await vectors.begin(space);
  if (!begun.ok) return begun;

  const store = async (articles: Iterable<ArticleVectors>): Promise<Result<void, BuildFailure>> => {
    const blocks = [...articles].map((article) => ({
      articleId: article.articleId,
      bytes: toBlock(article, dimensions),
    }));
    if (blocks.length === 0) return ok(undefined);
    const written = await vectors.put(space, blocks);
    if (!written.ok) return written;
    return written.value ? ok(undefined) : err({ code: 'replaced' });
  };

  const kept = new Set<string>();
  let waiting: Waiting[] = [];
  let characters = 0;
  const send = async (): Promise<Result<void, BuildFailure>> => {
    const sent = waiting;
    waiting = [];
    characters = 0;
    if (sent.length === 0) return ok(undefined);
    const made = await embedAll(
      sent.map(({ text }) => text),
      dimensions,
      deps,
      signal,
    );
    if (!made.ok) return made;
    for (const [i, { article, ordinal }] of sent.entries()) fill(article, ordinal, made.value.vectors[i]!);
    const stored = await store(new Set(sent.map(({ article }) => article)));
    if (stored.ok) onProgress({ passages: sent.length, tokens: made.value.tokens });
    return stored;
  };

  for await (const batch of deps.readArticles()) {
    const articles = await open(batch, deps, dimensions);
    if (!articles.ok) return articles;
    const whole = articles.value.filter((article) => article.isChanged && missingOf(article).length === 0);
    const stored = await store(whole);
    if (!stored.ok) return stored;
    for (const article of articles.value) {
      kept.add(article.articleId);
      for (const ordinal of missingOf(article)) {
        const { text } = article.passages[ordinal]!;
        if (waiting.length === mostTexts || characters + text.length > mostCharacters) {
          const done = await send();
          if (!done.ok) return done;
        }
        waiting.push({ article, ordinal, text });
        characters += text.length;
      }
    }
    if (signal.aborted) return err({ code: 'aborted' });
  }
  const done = await send();
  return done.ok ? vectors.keepOnly(kept) : done;
}

interface Waiting {
  readonly article: ArticleVectors;
  readonly ordinal: number;
  readonly text: string;
}

/** What may be sent of a batch, with the vectors that are known. */
async function open(
  batch: readonly SearchDocument[],
  { vectors }: Pick<BuildDeps, 'vectors'>,
  dimensions: number,
): Promise<Result<ArticleVectors[], StoreFailure>> {
  const documents = batch.filter(isEmbeddable);
  const stored = await vectors.load(documents.map(({ articleId }) => articleId));
  if (!stored.ok) return stored;
  return ok(
    documents.map((document) => {
      const bytes = stored.value.get(document.articleId);
      const block = bytes ? openBlock(bytes) : null;
      // A model that answers in another size than before is another model under the same name.
      return carryOver(document, block?.dimensions === dimensions ? block : null);
    }),
  );
}

interface Made {
  /** `null`: the endpoint takes no such text. */
  readonly vectors: readonly (Float32Array | null)[];
  readonly tokens: number;
}

/** Halves what is too much for the endpoint, down to the one text that it does not take. */
async function embedAll(
  texts: readonly string[],
  dimensions: number,
  deps: Pick<BuildDeps, 'embed'>,
  signal: AbortSignal,
): Promise<Result<Made, BuildFailure>> {
  const made = await deps.embed(texts, signal);
  if (made.ok) {
    if (made.value.dimensions !== dimensions) return err({ code: 'other-size' });
    return ok({ vectors: made.value.vectors, tokens: made.value.tokens ?? 0 });
  }
  const { code } = made.error;
  const isRefused = code === 'too-long' || code === 'rejected';
  if (texts.length === 1) return isRefused ? ok({ vectors: [null], tokens: 0 }) : made;
  if (!isRefused && code !== 'stalled') return made;
  const half = Math.ceil(texts.length / 2);
  const before = await embedAll(texts.slice(0, half), dimensions, deps, signal);
  if (!before.ok) return before;
  const after = await embedAll(texts.slice(half), dimensions, deps, signal);
  if (!after.ok) return after;
  return ok({
    vectors: [...before.value.vectors, ...after.value.vectors],
    tokens: before.value.tokens + after.value.tokens,
  });
}
