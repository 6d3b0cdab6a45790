import { analyze } from './analysis/analyze';
import { detectLanguage } from './analysis/detect';
import { primaryLanguage } from './analysis/languages';
import type { SearchRequest } from './contract';
import type { SearchIndex } from './search-index';

/** What a language is told by; more words would tell the same. */
const wordsRead = 60;

/**
 * Language that a query is read in. A guess on a short or mistyped text is often wrong, and then every stem is: against
 * the base's commonest language it only stands when the base understands at least as many of the words by it.
 */
export function queryLanguage(index: SearchIndex, request: Pick<SearchRequest, 'text' | 'language'>): string {
  if (request.language !== undefined) return primaryLanguage(request.language);
  const common = index.languages[0] ?? 'en';
  const guess = detectLanguage(request.text, common, index.languages);
  if (guess === common || !index.languages.includes(guess)) return guess;
  const text = request.text.slice(0, 1_000);
  return understood(index, text, common) > understood(index, text, guess) ? common : guess;
}

/** How many of the first words are stop words of the language or known to the base as it writes them. */
function understood(index: SearchIndex, text: string, language: string): number {
  return analyze(text, language)
    .slice(0, wordsRead)
    .filter(({ term, stop }) => stop || index.placed.some(({ segment }) => segment.findTerm(term) !== -1))
    .length;
}
