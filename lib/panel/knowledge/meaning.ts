import type { AskMeaning } from '@/lib/draft/sources/by-meaning';
import type { ModelConfig } from '@/lib/model/provider';
import type { SearchClient } from '@/lib/search/worker/client';
import { asksMeaning, meaningSpace } from '@/lib/settings/meaning';
import type { Settings } from '@/lib/settings/schema';
import type { VectorRepository } from '@/lib/store/vectors';
import type { EndpointKey } from '../key/endpoint-key';

export interface Meaning {
  /** Loads what the first question would wait for, where it will be asked. */
  follow(settings: Settings): void;
  /** `null`: it is not wanted, not allowed, or there is nothing to compare a question with. */
  askerFor(settings: Settings): Promise<AskMeaning | null>;
}

/** What a question means, told by the endpoint that writes the drafts. */
export function createMeaning(
  search: Pick<SearchClient, 'prepareMeaning'>,
  vectors: () => Promise<Pick<VectorRepository, 'space'>>,
  key: Pick<EndpointKey, 'take'>,
  configOf: (settings: Settings, apiKey: string | null) => ModelConfig,
): Meaning {
  let prepared: string | null = null;
  const loadEmbedding = () => import('@/lib/model/openai/embed');

  return {
    follow(settings) {
      const space = meaningSpace(settings);
      if (!asksMeaning(settings) || space === prepared) return;
      prepared = space;
      void search.prepareMeaning(space);
      // What cannot be loaded now is asked for again with the question, which is then found by words.
      loadEmbedding().catch(() => {});
    },
    async askerFor(settings) {
      if (!asksMeaning(settings)) return null;
      const space = meaningSpace(settings);
      const stored = await (await vectors()).space();
      if (!stored.ok || stored.value !== space) return null;
      const { model, dimensions } = settings.meaning;
      return async (texts, signal) => {
        const taken = await key.take();
        if (taken.isLocked) return null;
        const { embedWithEndpoint } = await loadEmbedding();
        const made = await embedWithEndpoint(
          configOf(settings, taken.key),
          { model, dimensions, texts },
          AbortSignal.any([signal, taken.gone]),
          { mostTries: 1 },
        );
        return made.ok ? { space, vectors: made.value.vectors } : null;
      };
    },
  };
}
