import { allowsEndpoint } from './company-policy';
import type { Settings } from './schema';

/** Names what makes vectors comparable: those of another endpoint, model or size say nothing about these. */
export function meaningSpace({ endpoint, meaning }: Settings): string {
  const origin = URL.canParse(endpoint.baseUrl) ? new URL(endpoint.baseUrl).origin : '';
  return [origin, meaning.model, meaning.dimensions ?? 'whole'].join(' ');
}

/** Why nothing may be asked of the endpoint about meaning; `null`: it may. */
export function meaningBar(settings: Settings): 'nothing-leaves' | 'company' | 'no-endpoint' | null {
  const { provider, nothingLeaves, company, endpoint } = settings;
  if (nothingLeaves) return 'nothing-leaves';
  if (company?.findByMeaning === false || !allowsEndpoint(company, endpoint.baseUrl)) return 'company';
  return provider === 'openai' && URL.canParse(endpoint.baseUrl) ? null : 'no-endpoint';
}

/**
 * Whether a question may be turned into a vector without asking: only beside a draft that goes to the same endpoint
 * anyway, and not where a person wants to see each request first.
 */
export function asksMeaning(settings: Settings): boolean {
  const { meaning, askBefore } = settings;
  return meaning.isOn && meaning.model !== '' && !askBefore && meaningBar(settings) === null;
}
