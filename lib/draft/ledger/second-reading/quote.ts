import { placeholderPattern } from '@/lib/privacy/placeholder';
import type { Span } from '../../words/sentences';

/** Fewer words than this stand in any text by chance. Scripts without spaces count characters. */
const fewestWords = 2;
const fewestWideCharacters = 4;
const longestQuote = 600;
/** Each may stand for words of any length, so that many of them would fit anything. */
const mostPlaceholders = 3;
/** What may stand behind a placeholder: up to the end of a word. */
const anyValue = '[^\\n]{1,80}?(?![\\p{L}\\p{N}])';

/**
 * Where words that a model quotes stand in a text, letter by letter; only spaces, shapes of quote marks and dashes, and
 * Markdown's stars may differ. `null`: they do not stand there, or are too few to mean anything.
 */
export function findQuote(quote: string, text: string): Span | null {
  return find(quote, text, escaped);
}

/** The same in the text as it was before it was masked: what stands behind a placeholder may be any words of a line. */
export function findQuoteUnmasked(quote: string, text: string): Span | null {
  const words = quote.replaceAll('(a link)', '[LINK_0]');
  if ((words.match(masks) ?? []).length > mostPlaceholders) return null;
  return find(words, text, (word) => word.split(masks).map(escaped).join(anyValue));
}

const masks = new RegExp(`\\[LINK_\\d+\\]|${placeholderPattern.source}`, 'giu');

function find(quote: string, text: string, patternOf: (word: string) => string): Span | null {
  const bare = quote.trim().replace(/^["'“”„«»‹›‘’…\s]+|["'“”«»‹›‘’….,;\s]+$/gu, '');
  if (bare.length > longestQuote || !saysSomething(bare)) return null;
  const pattern = bare
    .split(/[\s*]+/u)
    .filter((word) => word !== '')
    .map(patternOf)
    .join('[\\s*]{1,6}');
  const match = new RegExp(pattern, 'u').exec(text);
  return match && { start: match.index, end: match.index + match[0].length };
}

function saysSomething(quote: string): boolean {
  const wide = quote.match(/[\p{Script=Han}\u3040-\u30ff\p{Script=Hangul}]/gu)?.length ?? 0;
  const words = quote.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return wide >= fewestWideCharacters || words >= fewestWords;
}

function escaped(word: string): string {
  return word
    .replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
    .replace(/['‘’]/gu, "['‘’]")
    .replace(/["“”„«»]/gu, '["“”„«»]')
    .replace(/[-–—]/gu, '[-–—]');
}
