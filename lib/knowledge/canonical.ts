/** SHA-256 of a text (UTF-8) as lower-case hex. Injected, because the pure rooms have no WebCrypto. */
export type Digest = (text: string) => Promise<string>;

/**
 * JSON with sorted keys and no spaces, so that equal values give equal text and one hash. `undefined` properties are
 * left out, as if they had never been set.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`);
  return `{${fields.join(',')}}`;
}
