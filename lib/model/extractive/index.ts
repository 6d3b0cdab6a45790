import { ok } from '@/lib/result';
import type { ModelPart, ModelRequest } from '../contract';
import type { Composer, ProviderFactory } from '../provider';

/** No model: the team's own sentences, arranged. Works offline, needs no key, sends nothing. */
export const extractive: ProviderFactory<'extractive'> = {
  id: 'extractive',
  async availability() {
    return { state: 'ready' };
  },
  create({ composer = inPlace }) {
    return ok({
      id: 'extractive',
      label: 'No model',
      egress: [],
      readsPrompt: false,
      contextTokens: null,
      write: (request, signal) => write(composer, request, signal),
      warmUp: composer.warmUp,
    });
  },
};

const loadCompose = () => import('./compose');

const inPlace: Composer = {
  compose: async (material) => (await loadCompose()).composeReply(material),
  // What cannot be loaded now is asked for again when it writes, and fails there for all to see.
  warmUp: () => void loadCompose().catch(() => {}),
};

async function* write(
  composer: Composer,
  request: ModelRequest,
  signal: AbortSignal,
): AsyncGenerator<ModelPart> {
  if (request.material === null) {
    yield { type: 'error', error: { code: 'unavailable' } };
    return;
  }
  const { text, warnings } = await composer.compose(request.material);
  for (const code of warnings) yield { type: 'warning', code };
  // In pieces, like any other provider: the panel shows and checks a reply the same way whoever wrote it.
  for (const piece of text.match(/[\s\S]{1,120}?(?:\s|$)|[\s\S]{1,120}/gu) ?? []) {
    if (signal.aborted) {
      yield { type: 'end', reason: 'aborted' };
      return;
    }
    yield { type: 'text', text: piece };
  }
  yield { type: 'end', reason: 'complete' };
}
