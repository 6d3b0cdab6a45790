import { languages } from './languages';
import { scanTokens } from './tokens';

export interface AnalyzedTerm {
  /** What is indexed: stemmed, without accents. */
  readonly term: string;
  /** The word as written, lower case. */
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  readonly stop: boolean;
}

/**
 * Marks a stop word as a term of its own. Only phrases and asked questions index these: in a line of eight words,
 * "how do I" tells something; in running text it is noise and would double the index.
 */
export const stopMark = '\u0002';

export interface Analyzer {
  readonly language: string;
  /** Index form of a lower-case word. */
  termOf(surface: string): string;
  isStop(surface: string): boolean;
}

const digit = /\p{N}/u;
const accents = /\p{M}/gu;
/** Words kept in memory per language, so that each is stemmed once; cleared when full. */
const cacheLimit = 200_000;
const analyzers = new Map<string, Analyzer>();

/** Analyzers are shared: one a language. */
export function analyzerFor(language: string): Analyzer {
  const known = analyzers.get(language);
  if (known) return known;
  const { stem, stopWords } = languages[language] ?? { stem: (word: string) => word, stopWords: [] };
  const stops = new Set(
    stopWords.flatMap((word) => word.toLowerCase().split(/['’]/)).filter((word) => word !== ''),
  );
  const cache = new Map<string, string>();
  const analyzer: Analyzer = {
    language,
    termOf(surface) {
      const cached = cache.get(surface);
      if (cached !== undefined) return cached;
      if (cache.size >= cacheLimit) cache.clear();
      const term = fold(digit.test(surface) ? surface : stem(surface)) || surface;
      cache.set(surface, term);
      return term;
    },
    isStop: (surface) => stops.has(surface) || (surface.length === 1 && surface >= 'a' && surface <= 'z'),
  };
  analyzers.set(language, analyzer);
  return analyzer;
}

/** Accents go after stemming: the stemmers need them, people leave them out. */
export function fold(word: string): string {
  for (let i = 0; i < word.length; i++) {
    if (word.charCodeAt(i) > 0x7f) return word.normalize('NFKD').replace(accents, '').replaceAll('ß', 'ss');
  }
  return word;
}

/** All words of a text in order, stop words marked. `language` is a primary subtag. */
export function analyze(text: string, language: string): AnalyzedTerm[] {
  const analyzer = analyzerFor(language);
  const terms: AnalyzedTerm[] = [];
  scanTokens(text, (surface, start, end) => {
    terms.push({ term: analyzer.termOf(surface), surface, start, end, stop: analyzer.isStop(surface) });
  });
  return terms;
}
