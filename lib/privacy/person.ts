import type { Checks } from './checks';
import type { Finding } from './finding';
import { foldName } from './people/fold';
import { createNameFinder, escapePattern } from './people/people-names';

/** Where a record speaks of the person, with some words around it. */
export interface Excerpt {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** Tells whether records speak of one person. */
export interface PersonMatcher {
  /** Looks through the texts of one record, taken together; `null`: none speaks of the person. */
  find(texts: readonly string[]): Excerpt | null;
  /** Whether the person was named by the number of this ticket (`zendesk:acme.zendesk.com:4711`). */
  isTicket(ticketKey: string): boolean;
}

type Span = Pick<Finding, 'start' | 'end'>;
const aroundLetters = 60;
const fewestLetters = 2;
const fewestPhoneDigits = 7;

/** Reads an e-mail address, a phone number, the number of a ticket, or a name. `null`: too little to look for. */
export function createPersonMatcher(words: string, checks: Checks): PersonMatcher | null {
  const asked = words.normalize('NFKC').trim().replace(/\s+/gu, ' ');
  if (/^[^\s@]+@[^\s@]+$/u.test(asked)) return byPattern(emailPattern(asked), null);
  const digits = asked.replace(/\D/gu, '');
  if (digits.length > 0 && /^[#+()\d\s./-]+$/u.test(asked)) {
    const isTicketOnly = asked.startsWith('#') || digits.length < fewestPhoneDigits;
    const ticketId = /^#?\d+$/u.test(asked) ? digits : null;
    if (isTicketOnly && ticketId === null) return null;
    return byPattern(isTicketOnly ? null : phonePattern(asked, checks), ticketId);
  }
  return [...asked].length < fewestLetters ? null : byName(asked);
}

function byPattern(pattern: RegExp | null, ticketId: string | null): PersonMatcher {
  return {
    find: (texts) => (pattern ? firstExcerpt(texts, (text) => spansOf(text, pattern)) : null),
    isTicket: (ticketKey) => ticketId !== null && ticketKey.endsWith(`:${ticketId}`),
  };
}

/** Also with a tag behind a plus, and as addresses of links write it; capitals make no difference. */
function emailPattern(address: string): RegExp {
  const at = address.lastIndexOf('@');
  const local = address
    .slice(0, at)
    .replace(/^mailto:/iu, '')
    .replace(/(?<=.)\+.*$/u, '');
  const domain = address.slice(at + 1);
  return new RegExp(
    `(?<![\\p{L}\\d.+-])${escapePattern(local)}(?:\\+[^\\s@]*)?(?:@|%40)${escapePattern(domain)}(?![\\p{L}\\d-]|\\.[\\p{L}\\d])`,
    'giu',
  );
}

/** The whole number, with or without the code of its country and the zero before it, however it is spaced. */
function phonePattern(number: string, checks: Checks): RegExp {
  const international = number.replace(/^00/u, '+').replace(/\(0\)/u, '');
  const national = checks.nationalNumber(international);
  const digits = international.replace(/\D/gu, '');
  const country = national === null ? '' : digits.slice(0, -national.length);
  const space = '(?:\\(0\\)|[\\s().\\/\\u00a0\\u2010-\\u2015-])*';
  const inside = [...(national ?? digits.replace(/^0+/u, ''))].join(space);
  const codes = ['(?:\\+|00)\\s?\\d{1,3}', ...(country === '' ? [] : [country])];
  return new RegExp(`(?<!\\d)(?:(?:${codes.join('|')})${space})?\\(?0?${space}${inside}(?!\\d)`, 'gu');
}

/**
 * Every part of the name must stand in the record in some form, in whatever order and place: a mail from another
 * person of the same first name is not theirs. A user name made of both halves tells on its own.
 */
function byName(name: string): PersonMatcher {
  const parts = name.split(/[\s,]+/u).filter((part) => [...part].length > 1 || part === name);
  const findWhole = createNameFinder([name]);
  const findParts = parts.map(createPartFinder);
  return {
    isTicket: () => false,
    find(texts) {
      const missing = new Set(findParts);
      let best: { text: string; span: Span } | null = null;
      for (const text of texts) {
        for (const span of findWhole(text)) {
          const found = text.slice(span.start, span.end);
          // Nobody's part alone: both halves in one word.
          if (parts.length > 1 && findParts.every((find) => find(found).length === 0)) missing.clear();
          if (best === null || span.end - span.start > best.span.end - best.span.start) best = { text, span };
        }
        for (const find of missing) {
          const [span] = find(text);
          if (span === undefined) continue;
          missing.delete(find);
          best ??= { text, span };
        }
      }
      return missing.size === 0 && best !== null ? excerptOf(best.text, best.span) : null;
    },
  };
}

/** A name that is a word of the language as well ("May", "Rose") counts where it is written like a name. */
function createPartFinder(part: string): (text: string) => readonly Span[] {
  const find = createNameFinder([part]);
  const folded = foldName(part);
  return (text) => {
    const found = find(text);
    if (found.length > 0) return found;
    return [...text.matchAll(/\p{Lu}[\p{L}\p{M}]*/gu)]
      .filter(([word]) => foldName(word) === folded)
      .map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
  };
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

function firstExcerpt(texts: readonly string[], find: (text: string) => readonly Span[]): Excerpt | null {
  for (const text of texts) {
    const [span] = find(text);
    if (span) return excerptOf(text, span);
  }
  return null;
}

function excerptOf(text: string, { start, end }: Span): Excerpt {
  const flat = (part: string) => part.toWellFormed().replace(/\s+/gu, ' ');
  return {
    before: flat(text.slice(Math.max(0, start - aroundLetters), start)),
    match: flat(text.slice(start, end)),
    after: flat(text.slice(end, end + aroundLetters)),
  };
}

/** Every text inside a stored value, except under the named fields. */
export function textsOf(value: unknown, except: ReadonlySet<string> = new Set()): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => (except.has(field) ? [] : textsOf(inner, except)));
}
