import { type FoundAddress, findUrls } from './urls';

/** Web addresses that a draft may link to. The prompt names them by index, so that no address has to be copied. */
export interface LinkTable {
  /** `[LINK_n]` for an address that may be linked, `null` for any other. */
  indexOf(address: string): string | null;
  /** What `n` stands for. */
  hrefOf(index: number): string | null;
  readonly hrefs: readonly string[];
}

export function createLinkTable(addresses: Iterable<string>): LinkTable {
  const hrefs = [...new Set([...addresses].filter(isPlainAddress))];
  return {
    indexOf(address) {
      const at = hrefs.findIndex((href) => href === address || hostAndPath(href) === hostAndPath(address));
      return at < 0 ? null : `[LINK_${at + 1}]`;
    },
    hrefOf: (index) => hrefs[index - 1] ?? null,
    hrefs,
  };
}

/** An ordinary address of the web: a host with a name, no login in it, no odd port, no letters that imitate others. */
function isPlainAddress(address: string): boolean {
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.username === '' &&
    url.password === '' &&
    url.port === '' &&
    /[a-z]$/u.test(url.hostname) &&
    !/(?:^|\.)xn--/u.test(url.hostname)
  );
}

function hostAndPath(address: string): string {
  return address.replace(/^https?:\/\//iu, '').replace(/\/$/u, '');
}

const letters = (word: string) =>
  [...word].join('(?:\\s|&(?:#x?[0-9a-f]+|tab|newline);?|\\\\x?[0-9a-f]{0,2})*');
/** Schemes that run something, also with the letters parted by spaces or entities, as browsers forgive. */
const runs = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${letters('javascript')}|${letters('vbscript')})\\s*(?::|&colon;|&#x?0*(?:3a|58);?)[^\\s"'<>]*|(?<![\\p{L}\\p{N}])data:[a-z]+/[^\\s"'<>)]+`,
  'giu',
);

/** Every address of the web in a text, written out or bare, in reading order; mail addresses are not meant. */
export function findAddresses(text: string): FoundAddress[] {
  const found: FoundAddress[] = [...text.matchAll(runs)].map((match) => ({
    value: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  // Brackets around an address belong to Markdown, not to it.
  for (const { value, start, end } of findUrls(text)) {
    if (!found.some((other) => other.start < end && start < other.end)) found.push({ value, start, end });
  }
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}])(?:[a-z][a-z0-9+.-]{1,20}:)?\/\/\[?[0-9a-f:.]{3,}\]?[^\s<>")]*/giu,
  )) {
    const end = match.index + match[0].length;
    if (!found.some((other) => other.start < end && match.index < other.end))
      found.push({ value: match[0], start: match.index, end });
  }
  return found.sort((a, b) => a.start - b.start);
}

export function replaceAddresses(text: string, write: (address: string) => string): string {
  let out = '';
  let at = 0;
  for (const { value, start, end } of findAddresses(text)) {
    out += text.slice(at, start) + write(value);
    at = end;
  }
  return out + text.slice(at);
}

/** Host without `www.`, `null` for what is no address. */
export function hostOfAddress(address: string): string | null {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//iu.test(address)
    ? address
    : `https://${address.replace(/^\/\//u, '')}`;
  return URL.canParse(whole) ? new URL(whole).hostname.replace(/^www\./u, '') : null;
}
