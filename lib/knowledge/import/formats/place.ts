import type { ArticleKind } from '../../article';
import { toLocale } from './metadata';
import { humanise } from './plain-text';

/** A text of a source with the place it was found at. */
export interface PlacedText {
  /** With `/` between its parts, e.g. `help/de/returns.md`. */
  readonly path: string;
  readonly text: string;
}

/** The same for a text that is read as it goes, in parts that end anywhere. */
export interface PlacedParts {
  readonly path: string;
  readonly parts: AsyncIterable<string>;
}

/** And by lines. */
export interface PlacedLines {
  readonly path: string;
  /** Some at a time, without their ends; the first ones are enough to tell what the file is about. */
  readonly lines: AsyncIterable<readonly string[]>;
}

const kindWords: readonly (readonly [ArticleKind, RegExp])[] = [
  ['canned-reply', /\b(macros?|canned|repl(y|ies)|templates?|snippets?|saved responses?|textbausteine?)\b/],
  ['procedure', /\b(guidelines?|procedures?|playbooks?|runbooks?|process(es)?|workflows?|how we)\b/],
  ['example', /\bexamples?\b/],
  ['product', /\b(products?|catalog(ue)?|produkte?)\b/],
  ['policy', /\b(polic(y|ies)|terms|agb|returns?|refunds?|shipping|warranty|rules|legal)\b/],
];

/** What the folders and the name of a file say about its articles; `faq` when they say nothing. */
export function kindFromPath(path: string): ArticleKind {
  const words = path.toLowerCase().replace(/[^\p{L}]+/gu, ' ');
  return kindWords.find(([, pattern]) => pattern.test(words))?.[0] ?? 'faq';
}

/**
 * Language by a folder (`de/returns.md`) or an ending (`returns.de.md`); an empty text leaves it to the words. Only
 * two-letter codes count, so that a folder called `faq` is not taken for Fanagalo.
 */
export function localeFromPath(path: string): string {
  const parts = path.split('/');
  const ending = /\.([a-z]{2}(?:[-_][a-z]{2})?)\.[a-z]+$/i.exec(parts.at(-1) ?? '')?.[1];
  const folder = parts.slice(0, -1).findLast((part) => /^[a-z]{2}([-_][a-z]{2})?$/i.test(part));
  return toLocale(ending ?? folder ?? null) ?? '';
}

export function titleFromPath(path: string): string {
  return humanise((path.split('/').at(-1) ?? path).replace(/\.[^.]+$/, ''));
}

/** What must be read again without an article before it counts as gone: the dropped folder, or the file itself. */
export function scopeOf(path: string): string {
  const slash = path.indexOf('/');
  return slash < 0 ? path : path.slice(0, slash + 1);
}

export function guessFrom(path: string): { kind: ArticleKind; locale: string } {
  return { kind: kindFromPath(path), locale: localeFromPath(path) };
}
