import { err, ok, type Result } from '@/lib/result';
import type { ModelConfig } from '../provider';
import { presetOf } from './presets';

export type AddressFailure =
  | { code: 'not-an-address' }
  | { code: 'placeholder-left' }
  | { code: 'not-https'; host: string };

/** Base address of an endpoint; http only on this machine. A trailing slash or `/chat/completions` is forgiven. */
export function readBaseUrl(text: string): Result<URL, AddressFailure> {
  if (/[{}]/.test(text)) return err({ code: 'placeholder-left' });
  let url: URL;
  try {
    url = new URL(
      text
        .trim()
        .replace(/\/+$/, '')
        .replace(/\/chat\/completions$/, ''),
    );
  } catch {
    // Half-typed addresses are the normal case in a settings field.
    return err({ code: 'not-an-address' });
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return err({ code: 'not-an-address' });
  const isLocal = /^(?:localhost|.+\.localhost|\[::1\]|127(?:\.\d{1,3}){3})$/.test(url.hostname);
  if (url.protocol === 'http:' && !isLocal) return err({ code: 'not-https', host: url.host });
  return ok(url);
}

/** Everything that identifies machine and runtime is left out: the endpoint needs none of it. */
const withoutFingerprint = Object.fromEntries(
  [
    'Arch',
    'Lang',
    'OS',
    'Package-Version',
    'Retry-Count',
    'Runtime',
    'Runtime-Version',
    'Timeout',
    'Helper-Method',
  ].map((name) => [`X-Stainless-${name}`, null]),
);

export const loadSdk = () => import('openai');

export async function createClient(config: ModelConfig) {
  const { default: OpenAI } = await loadSdk();
  const preset = presetOf(config.endpoint.preset);
  const base = readBaseUrl(config.endpoint.baseUrl);
  const key = config.apiKey?.trim() || 'none';
  const client = new OpenAI({
    baseURL: base.ok ? base.value.href.replace(/\/+$/, '') : config.endpoint.baseUrl,
    apiKey: key,
    organization: null,
    project: null,
    dangerouslyAllowBrowser: true,
    // Retries and time-outs are ours: the SDK ignores long Retry-After headers and does not see a stalled stream.
    maxRetries: 0,
    timeout: 600_000,
    fetch: config.send,
    logLevel: 'off',
    defaultHeaders: { ...withoutFingerprint, ...(preset.keyHeader && { [preset.keyHeader]: key }) },
  });
  return { client, OpenAI };
}
