import type { SearchDocument } from '@/lib/search/contract';
import { meaningSpace } from '@/lib/settings/meaning';
import { attempt } from '@/lib/store/failure';
import { createIndexStorage } from '@/lib/store/index-storage';
import type { Store } from '@/lib/store/store';
import type { MeaningDeps } from '../deps';
import { toConfig } from '../settings/model-deps';

/** `lock` runs one writer at a time over all tabs, or answers `null`. */
export function createMeaningDeps(
  store: Store,
  lock: <T>(work: () => Promise<T>) => Promise<T | null>,
): MeaningDeps {
  const { vectors, database } = store;
  const readArticles = () => inTurns(createIndexStorage(database).readArticles());
  return {
    async survey() {
      const { surveyMeaning } = await import('./meaning-survey');
      const counted = await attempt(() => surveyMeaning({ readArticles, vectors }));
      return counted.ok ? counted.value : counted;
    },
    async build(settings, apiKey, onProgress, signal) {
      const { buildVectors } = await import('./meaning-build');
      const { embedWithEndpoint } = await import('@/lib/model/openai/embed');
      const config = await toConfig(settings, apiKey);
      const { model, dimensions } = settings.meaning;
      const embed = (texts: readonly string[], given: AbortSignal) =>
        embedWithEndpoint(config, { model, dimensions, texts }, given);
      const built = await lock(() =>
        attempt(() =>
          buildVectors({ readArticles, vectors, embed }, meaningSpace(settings), onProgress, signal),
        ),
      );
      return built?.ok ? built.value : built;
    },
    clear: vectors.clear,
  };
}

/** Articles in a turn of the page: cutting a megabyte into passages and hashing them takes 50 to 80 ms. */
const charactersATurn = 250_000;

/** Gives the page back between parts of a batch, so that typing and scrolling wait for none of it. */
async function* inTurns(
  batches: AsyncIterable<readonly SearchDocument[]>,
): AsyncGenerator<readonly SearchDocument[]> {
  for await (const batch of batches) {
    let part: SearchDocument[] = [];
    let characters = 0;
    for (const document of batch) {
      part.push(document);
      characters += document.body.length;
      if (characters < charactersATurn) continue;
      yield part;
      part = [];
      characters = 0;
      await new Promise((resolve) => setTimeout(resolve));
    }
    if (part.length > 0) yield part;
  }
}
