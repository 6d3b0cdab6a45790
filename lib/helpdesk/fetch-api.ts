import type { ApiResponse } from './contract';
import type { HelpdeskPage } from './page-contract';

/** Longer than any answer worth waiting for; a helpdesk in trouble answers after seconds, not minutes. */
const timeoutMs = 20_000;

export type FetchedApi = { ok: true; value: ApiResponse } | { ok: false; error: 'refused-path' | 'network' };

/**
 * One GET to the helpdesk's own API with the agent's session. Only paths on the adapter's list, only this origin. The
 * token that would allow writing never leaves the page.
 */
export async function fetchApi(
  helpdesk: HelpdeskPage,
  path: string,
  signal: AbortSignal,
): Promise<FetchedApi> {
  const url = new URL(path, location.origin);
  const isAllowed =
    url.origin === location.origin && helpdesk.allowedPaths.some((allowed) => allowed.test(url.pathname));
  if (!isAllowed) return { ok: false, error: 'refused-path' };
  try {
    const response = await fetch(url, {
      // With `include` a redirect to the attachment host would be refused by its CORS answer.
      credentials: 'same-origin',
      headers: { Accept: 'application/json' },
      // No listed path leads on to another; one that does leads to the login, and the list would not hold for it.
      redirect: 'manual',
      // The browser's cache lets a second reader of an address wait for the first, also for one that nobody waits for.
      cache: 'no-store',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    const text = await response.text();
    const contentType = response.headers.get('content-type') ?? '';
    const retryAfter = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
    return {
      ok: true,
      value: {
        // The browser tells of a redirect that it did not follow by no status at all.
        status: response.type === 'opaqueredirect' ? 302 : response.status,
        body: contentType.includes('json') ? parseJson(text) : null,
        contentType,
        retryAfterSeconds: Number.isNaN(retryAfter) ? null : retryAfter,
      },
    };
  } catch {
    // fetch tells its reasons only in words: offline, reset or timed out.
    return { ok: false, error: 'network' };
  }
}

/** `null` for a body that was cut off: the contract's word for "not JSON". */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => (key === 'authenticity_token' ? undefined : value));
  } catch {
    return null;
  }
}
