import type { Checks } from '../checks';
import type { Finding, MaskType } from '../finding';

/** What a detector may ask beside the text. */
export interface Clues {
  checks: Checks;
  /** ISO 3166 country of the customer, for numbers written without country code; `null`: not known. */
  country: string | null;
}

/** Letters of scripts that set no spaces between words, so that a value may stand right beside them. */
export const wideLetters = '\\p{Script=Han}\\u3040-\\u30ff\\p{Script=Hangul}\\p{Script=Thai}';

/** Every match of `pattern`; with a first group only that, which must then stand at the end of the match. */
export function findAll(
  text: string,
  type: MaskType,
  pattern: RegExp,
  accept: (value: string, match: RegExpExecArray) => boolean = () => true,
): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(pattern)) {
    const value = match[1] ?? match[0];
    const end = match.index + match[0].length;
    if (accept(value, match)) found.push({ type, start: end - value.length, end });
  }
  return found;
}

/** What stands before a place, as far as a cue may be away. */
export function before(text: string, index: number, length = 40): string {
  return text.slice(Math.max(0, index - length), index);
}

/** Words of a list as alternatives of a pattern; a space in them stands for any white space. */
export function anyOf(words: string): string {
  return words
    .trim()
    .split(/\s*\|\s*/u)
    .map((word) => word.replace(/ /gu, '\\s+'))
    .sort((a, b) => b.length - a.length)
    .join('|');
}

/** The same words as written in running text, at the start of a name, and in capitals. */
export function inEveryCase(alternatives: string): string {
  const words = alternatives.split('|');
  const forms = words.flatMap((word) => [
    word,
    word.replace(/^\p{Ll}/u, (first) => first.toUpperCase()),
    upper(word),
  ]);
  return [...new Set(forms)].join('|');
}

/** Signs of a pattern, such as `\s`, keep their letter. */
function upper(word: string): string {
  return word.replace(/(?<!\\)\p{Ll}/gu, (letter) => letter.toUpperCase());
}
