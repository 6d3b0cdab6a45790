import type { LinkTable } from '../safety/addresses';
import { namesOtherHost } from '../safety/inert';
import type { Inline } from './document';
import { dropUnknown, settle } from './footnote-places';
import { breakBareAddresses, broken, hostOf, isSafeHref } from './links';

/** What was dropped or changed while reading a model's text, for the ledger and the warning line. */
export type ReplyProblem =
  /** A number nobody offered. `block`/`item` as in `Claim`; `offset` in the block's plain text. */
  | { code: 'unknown-citation'; number: number; block: number; item: number | null; offset: number }
  | { code: 'link-removed'; host: string | null }
  | { code: 'url-as-text'; host: string | null }
  | { code: 'unknown-link'; index: number }
  | { code: 'image-removed' }
  | { code: 'html-removed' };

export interface InlineContext {
  /** Passage numbers on offer. */
  known: ReadonlySet<number>;
  /** Addresses that stand in the offered passages or the ticket; only these become links. */
  allowedLinks: ReadonlySet<string>;
  /** What `[LINK_n]` stands for. */
  links: LinkTable;
  /** More text may follow: an unfinished mark at the end is held back instead of shown raw. */
  streaming: boolean;
  block: number;
  item: number | null;
  problems: ReplyProblem[];
}

const citationPattern =
  /^(?:\[|【)\s*(?:\^|#|(?:passage|source|quelle|fuente|fonte)s?\s+)?(\d{1,3}(?:\s*[,;–-]\s*\^?\d{1,3})*)\s*(?:†[^\]】]{0,40})?(?:\]|】)/iu;
const linkPattern =
  /^(!?)\[((?:[^[\]\\]|\\.){0,400})\]\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+["'][^"']*["'])?\s*\)/u;
const indexPattern = /^\[LINK_(\d{1,3})\](?:\([^()\s]*\))?/u;
const referencePattern = /^(!?)\[([^[\]]{0,400})\]\[([^\]\d][^\]]{0,100})\]/u;
const autolinkPattern = /^<((?:[a-z][a-z0-9+.-]{1,20}:|[^\s<>@]+@)[^\s<>]*)>/iu;
const tagPattern = /^<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?|!--[\s\S]*?--|![a-z][^<>]*)>/iu;
const hiddenElementPattern = /^<(script|style|template|iframe|svg|math)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/iu;
const urlPattern = /^(?:https?:\/\/|www\.)[^\s<>"'“”«»\\]+/iu;
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  nbsp: ' ',
};
/** Longest run that is held back at the end of a growing text before it is shown as it is. */
const heldBack = 420;

/** One block's Markdown to runs. Everything that is not bold, italic, a citation or an allowed link is plain text. */
export function parseInline(source: string, context: InlineContext): Inline[] {
  const out: Inline[] = [];
  let bold = false;
  let italic = false;
  let at = 0;

  const text = (value: string, href?: string) => {
    if (value === '') return;
    const last = out.at(-1);
    if (
      last !== undefined &&
      'text' in last &&
      Boolean(last.bold) === bold &&
      Boolean(last.italic) === italic &&
      last.href === href
    ) {
      last.text += value;
    } else {
      out.push({
        text: value,
        ...(bold && { bold: true as const }),
        ...(italic && { italic: true as const }),
        ...(href && { href }),
      });
    }
  };

  const skip = (match: RegExpExecArray) => {
    at += match[0].length;
  };

  while (at < source.length) {
    const rest = source.slice(at, at + 1200);
    const char = rest[0]!;
    let match: RegExpExecArray | null;

    if (char === '\\' && /^[\\`*_[\]()#+\-.!<>~|{}]/u.test(rest.slice(1))) {
      text(rest[1]!);
      at += 2;
      continue;
    }
    if (char === '\\' && rest.length === 1 && context.streaming) break;
    if (char === '[' || char === '【' || (char === '!' && rest[1] === '[')) {
      if ((match = citationPattern.exec(rest)) && rest[match[0].length] !== '(') {
        for (const number of numbersOf(match[1]!)) cite(number);
        skip(match);
        continue;
      }
      if ((match = indexPattern.exec(rest))) {
        const href = context.links.hrefOf(Number(match[1]));
        if (href === null) context.problems.push({ code: 'unknown-link', index: Number(match[1]) });
        else text(href, href);
        skip(match);
        continue;
      }
      if ((match = linkPattern.exec(rest) ?? referencePattern.exec(rest))) {
        const [, image, label, target] = match;
        if (image) context.problems.push({ code: 'image-removed' });
        else link(label!, target!);
        skip(match);
        continue;
      }
      if (context.streaming && isUnfinishedBracket(rest)) break;
    }
    if (char === '<') {
      if ((match = autolinkPattern.exec(rest))) {
        url(match[1]!);
        skip(match);
        continue;
      }
      if ((match = hiddenElementPattern.exec(source.slice(at)) ?? tagPattern.exec(rest))) {
        if (/^<br\s*\/?>/iu.test(match[0])) text('\n');
        else context.problems.push({ code: 'html-removed' });
        skip(match);
        continue;
      }
      if (context.streaming && /^<[/!a-z]?[^<>]*$/iu.test(rest) && rest.length < heldBack) break;
    }
    if (char === '&' && (match = /^&(amp|lt|gt|quot|apos|#39|nbsp);/u.exec(rest))) {
      text(entities[match[1]!]!);
      skip(match);
      continue;
    }
    if (char === '&' && context.streaming && /^&[a-z#0-9]{0,5}$/u.test(rest)) break;
    if (char === '*' || (char === '_' && !/[\p{L}\p{N}]/u.test(source[at - 1] ?? ' '))) {
      const run = /^(?:\*+|_+)/u.exec(rest)![0];
      if (context.streaming && run.length === rest.length) break;
      if (mark(run)) continue;
    } else if (char === '_' && italic && !/[\p{L}\p{N}]/u.test(rest[1] ?? ' ')) {
      italic = false;
      at += 1;
      continue;
    }
    if (char === '`') {
      at += /^`+/u.exec(rest)![0].length;
      continue;
    }
    if (
      (char === 'h' || char === 'H' || char === 'w' || char === 'W') &&
      (match = urlPattern.exec(rest)) &&
      isWordStart(source, at)
    ) {
      if (context.streaming && at + match[0].length === source.length) break;
      const clean = match[0].replace(/[.,;:!?)\]*_]+$/u, '');
      url(clean);
      at += clean.length;
      continue;
    }
    const plain = /^[^\\[【!<&*_`hHwW]+/u.exec(rest)?.[0] ?? char;
    text(plain);
    at += plain.length;
  }
  return breakBareAddresses(dropUnknown(settle(out, context.streaming), context), context);

  function mark(run: string): boolean {
    const before = source[at - 1] ?? ' ';
    const after = source[at + run.length] ?? ' ';
    const opens = !/\s/u.test(after);
    const closes = !/\s/u.test(before);
    const wide = run.length >= 2;
    const narrow = run.length === 1 || run.length === 3;
    const usable = (on: boolean) =>
      on ? closes || !opens : opens && !/[\p{L}\p{N}]/u.test(run[0] === '_' ? before : ' ');
    if (run.length > 3) return false;
    if (wide && !usable(bold)) return false;
    // A star after a word with nothing open is a star (price*), not a mark.
    if (narrow && (!usable(italic) || (!italic && /[\p{L}\p{N}]/u.test(before)))) return false;
    if (wide) bold = !bold;
    if (narrow) italic = !italic;
    at += run.length;
    return true;
  }

  function cite(number: number) {
    // Unknown ones stay in place, negative, until the spaces around them are settled.
    out.push({ citation: context.known.has(number) ? number : -1 - number });
  }

  function link(label: string, target: string) {
    const words = label
      .replace(/[*_`]/gu, '')
      .replace(/\\(.)/gu, '$1')
      .replace(/<[^<>]*>/gu, '');
    const index = /^\[?LINK_(\d{1,3})\]?$/u.exec(target)?.[1];
    const href = index === undefined ? target : context.links.hrefOf(Number(index));
    const isAllowed =
      href !== null && isSafeHref(href) && (index !== undefined || context.allowedLinks.has(href));
    if (isAllowed && !namesOtherHost(words, href)) {
      text(words, href);
      return;
    }
    context.problems.push({ code: 'link-removed', host: hostOf(target) });
    text(words);
  }

  function url(address: string) {
    const target = address.startsWith('www.') ? `https://${address}` : address;
    const allowed = context.allowedLinks.has(address) || context.allowedLinks.has(target);
    if (allowed && isSafeHref(target)) {
      text(address, target);
      return;
    }
    context.problems.push({ code: 'url-as-text', host: hostOf(address) });
    text(broken(address));
  }
}

function numbersOf(list: string): number[] {
  const numbers: number[] = [];
  for (const piece of list.split(/[,;]/u)) {
    const [from, to] = piece.split(/[–-]/u).map((part) => Number(part.replace(/\D/gu, '')));
    // A range is spelled out, but a long one is a model gone astray.
    for (let number = from!; number <= Math.min(to ?? from!, from! + 9); number += 1) numbers.push(number);
  }
  return [...new Set(numbers)];
}

function isWordStart(source: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(source[at - 1] ?? ' ');
}

function isUnfinishedBracket(rest: string): boolean {
  if (rest.length >= heldBack || rest.includes('\n\n')) return false;
  return /^!?[[【][^\]】]*$/u.test(rest) || /^!?\[[^\]]*\](?:\([^)]*|\[[^\]]*)?$/u.test(rest);
}
