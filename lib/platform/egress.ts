/** A request that must not leave. Thrown, because `fetch` has no other way to refuse; callers turn it into a value. */
export class EgressBlocked extends Error {
  readonly host: string;
  readonly why: 'origin' | 'scheme' | 'too-large' | 'method';
  constructor(host: string, why: EgressBlocked['why']) {
    super(`Egress blocked: ${why}`);
    this.host = host;
    this.why = why;
  }
}

export interface EgressLimits {
  /** Largest request body, bytes. */
  requestBytes: number;
  /** Largest response body, bytes; a longer one breaks off with an error. */
  responseBytes: number;
  /** Longest time for one request with its whole answer, milliseconds. */
  totalMs: number;
}

const defaultLimits: EgressLimits = { requestBytes: 2_000_000, responseBytes: 8_000_000, totalMs: 600_000 };

export type EgressFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * The only `fetch` through which the extension's pages reach a network. The origin must be one that was configured
 * (and permitted on a click); redirects are errors, so that an allowed host cannot pass the request on; no referrer,
 * no cookies, no cache. Plain http is for this machine only.
 */
export function createEgress(
  allowedOrigins: readonly string[],
  limits: Partial<EgressLimits> = {},
  send: EgressFetch = (input, init) => fetch(input, init),
): EgressFetch {
  const { requestBytes, responseBytes, totalMs } = { ...defaultLimits, ...limits };
  const allowed = new Set(allowedOrigins.map((origin) => new URL(origin).origin));
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!allowed.has(url.origin)) throw new EgressBlocked(url.host, 'origin');
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isThisMachine(url.hostname))) {
      throw new EgressBlocked(url.host, 'scheme');
    }
    const method = (init.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase();
    if (method !== 'GET' && method !== 'POST') throw new EgressBlocked(url.host, 'method');
    if (sizeOf(init.body) > requestBytes) throw new EgressBlocked(url.host, 'too-large');
    const timeout = AbortSignal.timeout(totalMs);
    const response = await send(input, {
      ...init,
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      credentials: 'omit',
      cache: 'no-store',
      signal: init.signal ? AbortSignal.any([init.signal, timeout]) : timeout,
    });
    return limitBody(response, responseBytes, url.host);
  };
}

/** Hosts that never leave the machine; browsers treat them as trustworthy without TLS. */
function isThisMachine(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(hostname)
  );
}

function sizeOf(body: RequestInit['body']): number {
  if (body === null || body === undefined) return 0;
  if (typeof body === 'string') return new TextEncoder().encode(body).length;
  if (body instanceof Blob) return body.size;
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return body.byteLength;
  // Streams and forms have no size to check; nothing here sends them.
  return Number.POSITIVE_INFINITY;
}

function limitBody(response: Response, mostBytes: number, host: string): Response {
  if (response.body === null) return response;
  let bytes = 0;
  const limited = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > mostBytes) controller.error(new EgressBlocked(host, 'too-large'));
        else controller.enqueue(chunk);
      },
    }),
  );
  return new Response(limited, {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
  });
}
