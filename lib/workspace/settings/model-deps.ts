import type { ModelConfig } from '@/lib/model/provider';
import { createEgress } from '@/lib/platform/egress';
import { allowsEndpoint } from '@/lib/settings/company-policy';
import type { Settings } from '@/lib/settings/schema';
import type { SettingsDeps } from '../deps';

type ModelDeps = Pick<
  SettingsDeps,
  'presets' | 'readAddress' | 'probe' | 'models' | 'onDevice' | 'downloadOnDevice'
>;

const loadEndpoint = () => import('@/lib/model/openai/endpoint');

/** The model adapters as the settings use them, each loaded when it is asked for. */
export function createModelDeps(): ModelDeps {
  return {
    presets: async () => (await import('@/lib/model/openai/presets')).presets,
    async readAddress(baseUrl) {
      const read = (await loadEndpoint()).readBaseUrl(baseUrl);
      return read.ok ? { ok: true, origin: read.value.origin } : { ok: false, code: read.error.code };
    },
    async *probe(settings, apiKey, signal) {
      const { probeEndpoint } = await import('@/lib/model/openai/probe');
      yield* probeEndpoint(await toConfig(settings, apiKey), signal);
    },
    async models(settings, apiKey, signal) {
      const { listModels } = await import('@/lib/model/openai/models');
      const listed = await listModels(await toConfig(settings, apiKey), signal);
      // Why there is no list is told by the test.
      return listed.ok ? listed.value : [];
    },
    onDevice: async () => (await import('@/lib/model/on-device')).onDevice.availability(offlineConfig, null),
    async *downloadOnDevice(signal) {
      yield* (await import('@/lib/model/on-device')).downloadOnDevice(null, signal);
    },
  };
}

export async function toConfig(settings: Settings, apiKey: string | null): Promise<ModelConfig> {
  const base = (await loadEndpoint()).readBaseUrl(settings.endpoint.baseUrl);
  const isAllowed = base.ok && !settings.nothingLeaves && allowsEndpoint(settings.company, base.value.href);
  return {
    endpoint: settings.endpoint,
    apiKey,
    nothingLeaves: settings.nothingLeaves,
    send: createEgress(isAllowed ? [base.value.origin] : []),
  };
}

/** For a provider that sends nothing. */
const offlineConfig: ModelConfig = {
  endpoint: { preset: 'other', baseUrl: '', model: '', contextTokens: null, stallSeconds: 20 },
  apiKey: null,
  nothingLeaves: true,
  send: createEgress([]),
};
