import { err } from '@/lib/result';
import type { ProviderResult } from './contract';
import { extractive } from './extractive';
import { onDevice } from './on-device';
import { openai } from './openai';
import type { ModelConfig } from './provider';

export const providers = [extractive, onDevice, openai] as const;
export type ProviderId = (typeof providers)[number]['id'];

/** The provider that the settings name. With `nothingLeaves` on, one that would send anything is refused. */
export function createProvider(id: ProviderId, config: ModelConfig): ProviderResult {
  const factory = providerOf(id);
  const made = factory.create(config);
  if (config.nothingLeaves && made.ok && made.value.egress.length > 0) {
    return err({ code: 'host-blocked', host: made.value.egress[0]! });
  }
  return made;
}

function providerOf(id: ProviderId) {
  return providers.find((provider) => provider.id === id)!;
}
