import { findAddresses, hostOfAddress, replaceAddresses } from '../safety/addresses';
import type { Inline } from './document';
import type { InlineContext } from './inline';

export function hostOf(url: string): string | null {
  try {
    return new URL(url.startsWith('www.') ? `https://${url}` : url).host || null;
  } catch {
    // Not an address at all; there is no host to name.
    return null;
  }
}

export function isSafeHref(url: string): boolean {
  return /^(?:https?:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+)$/iu.test(url);
}

/** Written so that no mail program makes a link of it again. */
export function broken(address: string): string {
  const host = hostOfAddress(address);
  return host === null ? address.replaceAll(':', '[:]') : address.replaceAll('.', '[.]');
}

/** An address without scheme is a link again in the customer's mail program. Names of files have one dot. */
export function breakBareAddresses(runs: readonly Inline[], context: InlineContext): Inline[] {
  return runs.map((run) => {
    if ('citation' in run || run.href !== undefined || findAddresses(run.text).length === 0) return run;
    const text = replaceAddresses(run.text, (address) => {
      const isLink = /^[a-z][a-z0-9+.-]*:|\/|\..*\./iu.test(address);
      const href = `https://${address}`;
      const isAllowed = context.allowedLinks.has(href) || context.allowedLinks.has(address);
      if (!isLink || isAllowed || !isNamed(address)) return address;
      context.problems.push({ code: 'url-as-text', host: hostOfAddress(address) });
      return broken(address);
    });
    return { ...run, text };
  });
}

function isNamed(address: string): boolean {
  return !/^localhost/iu.test(address) && !address.includes('[.]');
}
