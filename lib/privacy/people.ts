import type { Ticket } from '@/lib/ticket/ticket';
import type { Finding } from './finding';

/** Parts of names that are words of the language far more often than names. */
const everyday = new Set(
  'will may mark grace hope rose bill rich art dean frank june april august sunny joy faith best long short green brown white black gray young king bush may see you his her her mann der die das van von den del los las bin abu the and mai rot klein gross lang kurz neu blanc petit grand noir rouge sol luz cruz rey team support service shop store customer client guest info'.split(
    ' ',
  ),
);

/** Finds the people of a ticket, whose names, addresses and numbers the helpdesk itself tells. */
export function createPeopleFinder(
  ticket: Pick<Ticket, 'customer' | 'messages' | 'agentName'>,
): (text: string) => Finding[] {
  const names = new Set<string>();
  for (const name of [
    ticket.customer.name,
    ticket.agentName,
    ...ticket.messages.map((message) => message.author.name),
  ]) {
    if (name && name.trim().length > 1 && !name.includes('@')) names.add(name.trim().replace(/\s+/gu, ' '));
  }
  const whole = [...names];
  const parts = new Set(whole.flatMap((name) => name.split(/[\s,]+/u)).filter(isTellingPart));
  const patterns: RegExp[] = [];
  if (whole.length > 0) {
    const forms = whole.flatMap((name) => [name, reversed(name)]).filter((form) => form !== '');
    patterns.push(boundary(forms.sort(longestFirst).map(escapePattern).map(looseSpaces), 'giu'));
  }
  // Single parts only as names are written: "may" is no name, "May" at the start of a sentence hardly.
  const cased = [...parts].flatMap((part) => [...new Set([part, part.toUpperCase(), capitalised(part)])]);
  if (cased.length > 0) patterns.push(boundary(cased.sort(longestFirst).map(escapePattern), 'gu'));
  const phone = ticket.customer.phone?.replace(/\D/gu, '') ?? '';
  const known = [ticket.customer.email].filter((value): value is string => Boolean(value)).map(escapePattern);

  return (text) => {
    const found: Finding[] = [];
    if (known.length > 0) {
      for (const match of text.matchAll(new RegExp(known.join('|'), 'giu')))
        found.push({ type: 'EMAIL', start: match.index, end: match.index + match[0].length });
    }
    if (phone.length >= 7) {
      // The same number with or without country code, however it is spaced: the last seven digits tell.
      for (const match of text.matchAll(/(?:\+|00)?\(?\d[\d\s()./-]{5,18}\d/gu)) {
        const digits = match[0].replace(/\D/gu, '');
        if (digits.length >= 7 && phone.endsWith(digits.slice(-7)))
          found.push({ type: 'PHONE', start: match.index, end: match.index + match[0].length });
      }
    }
    for (const pattern of patterns) {
      for (const match of text.matchAll(pattern))
        found.push({ type: 'PERSON', start: match.index, end: match.index + match[0].length });
    }
    return found;
  };
}

function isTellingPart(part: string): boolean {
  const isWide = /[\p{Script=Han}\u3040-\u30ff\p{Script=Hangul}]/u.test(part);
  return (
    (part.length >= 3 || isWide) && /^[\p{L}\p{M}'’-]+$/u.test(part) && !everyday.has(part.toLowerCase())
  );
}

/** Not inside a word; a genitive s or an apostrophe may follow. Scripts without spaces have no boundary to ask for. */
function boundary(alternatives: readonly string[], flags: string): RegExp {
  const wide = '[\\p{Script=Han}\\u3040-\\u30ff\\p{Script=Hangul}]';
  return new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:${alternatives.join('|')})(?=s?(?![\\p{L}\\p{N}_])|${wide})`,
    flags,
  );
}

function reversed(name: string): string {
  const words = name.split(' ');
  return words.length === 2 ? `${words[1]}, ${words[0]}` : '';
}

function looseSpaces(pattern: string): string {
  return pattern.replaceAll(' ', '\\s+');
}

function capitalised(part: string): string {
  return part[0]!.toUpperCase() + part.slice(1).toLowerCase();
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
