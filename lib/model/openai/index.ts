import { err, ok } from '@/lib/result';
import type { ModelConfig, ProviderFactory } from '../provider';
import { loadSdk, readBaseUrl } from './endpoint';
import { writeWithEndpoint } from './write';

export { probeEndpoint } from './probe';

/** Any endpoint that speaks OpenAI's chat completions. The SDK is loaded when a draft can be expected. */
export const openai: ProviderFactory<'openai'> = {
  id: 'openai',
  async availability(config) {
    const base = readBaseUrl(config.endpoint.baseUrl);
    if (!base.ok) return { state: 'unavailable', reason: 'address' };
    return config.endpoint.model === '' ? { state: 'unavailable', reason: 'model' } : { state: 'ready' };
  },
  create(config: ModelConfig) {
    const base = readBaseUrl(config.endpoint.baseUrl);
    if (!base.ok || config.endpoint.model === '') return err({ code: 'unavailable' });
    return ok({
      id: 'openai',
      label: config.endpoint.model,
      egress: [base.value.host],
      readsPrompt: true,
      contextTokens: config.endpoint.contextTokens,
      write: (request, signal) => writeWithEndpoint(config, request, signal),
      warmUp() {
        // What cannot be loaded now is asked for again when it writes, and fails there for all to see.
        loadSdk().catch(() => {});
      },
    });
  },
};
