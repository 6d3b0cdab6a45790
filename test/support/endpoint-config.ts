import type { ModelConfig } from '@/lib/model/provider';
import { createEgress } from '@/lib/platform/egress';

/** Settings for an endpoint at this address, which the gate lets through. */
export function endpointConfig(baseUrl: string, change: Partial<ModelConfig['endpoint']> = {}): ModelConfig {
  const endpoint = {
    preset: 'other',
    baseUrl,
    model: 'house-12b',
    contextTokens: null,
    stallSeconds: 5,
    ...change,
  };
  return { endpoint, apiKey: 'key-1', nothingLeaves: false, send: createEgress([endpoint.baseUrl]) };
}
