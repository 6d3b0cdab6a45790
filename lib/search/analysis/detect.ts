import { detectAll } from 'tinyld/light';
import { languages } from './languages';

/** Below this many letters a guess is worse than the base's own language. */
const shortestGuess = 24;
const readAtMost = 1_200;
/** The detector's figure says little by itself (0.1 is common for a plain sentence); its lead over the next does. */
const leastAccuracy = 0.04;
const clearLead = 1.5;

/**
 * Primary language of a text, or `fallback` when it is too short or the detector is unsure.
 * `among` limits the answer (the languages an index holds).
 */
export function detectLanguage(text: string, fallback: string, among?: readonly string[]): string {
  const script = languageOfScript(text);
  if (script !== null) return script;
  if (text.length < shortestGuess) return fallback;
  const known = among && among.length > 0 ? among : Object.keys(languages);
  if (known.length === 1) return known[0]!;
  const plain = languageOfSmallWords(text.slice(0, readAtMost), known);
  if (plain !== null) return plain;
  const [best, second] = detectAll(text.slice(0, readAtMost), { only: [...known] });
  if (!best || best.accuracy < leastAccuracy) return fallback;
  return best.accuracy >= clearLead * (second?.accuracy ?? 0) ? best.lang : fallback;
}

/** A few dozen words tell; fewer than `fewestSmall` small ones among them, or no clear lead, is left to statistics. */
const wordsRead = 80;
const fewestSmall = 10;
const clearlyMore = 1.6;

/**
 * The language whose small words (articles, pronouns, prepositions) run through a text. A hundred times as fast as
 * letter statistics, which an import of thousands of articles would feel.
 */
function languageOfSmallWords(text: string, known: readonly string[]): string | null {
  const counts = new Map<string, number>();
  let read = 0;
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    if (++read > wordsRead) break;
    for (const language of languagesOf(word)) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const ranked = known
    .map((language) => ({ language, count: counts.get(language) ?? 0 }))
    .sort((a, b) => b.count - a.count);
  const [best, second] = ranked;
  if (!best || best.count < fewestSmall) return null;
  return best.count >= clearlyMore * (second?.count ?? 0) ? best.language : null;
}

let smallWords: ReadonlyMap<string, readonly string[]> | null = null;

function languagesOf(word: string): readonly string[] {
  if (smallWords === null) {
    const found = new Map<string, string[]>();
    for (const [language, { stopWords }] of Object.entries(languages)) {
      for (const each of new Set(stopWords)) found.set(each, [...(found.get(each) ?? []), language]);
    }
    smallWords = found;
  }
  return smallWords.get(word) ?? [];
}

/** From Greek on without punctuation and symbols: what comes before is Latin. */
const otherScript = /[\u0370-\u1FFF\u2E80-\uFFFF]/;

/** Scripts that one language dominates need no statistics. */
function languageOfScript(text: string): string | null {
  const sample = text.slice(0, readAtMost);
  if (!otherScript.test(sample)) return null;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  const share = (script: RegExp) => (sample.match(script)?.length ?? 0) / letters;
  if (share(/[\u3040-\u30FF]/g) > 0.15) return 'ja';
  if (share(/[\u3400-\u9FFF]/g) > 0.3) return 'zh';
  if (share(/[\u0E00-\u0E7F]/g) > 0.3) return 'th';
  if (share(/[\uAC00-\uD7AF]/g) > 0.3) return 'ko';
  if (share(/[\u0370-\u03FF]/g) > 0.3) return 'el';
  if (share(/[\u0600-\u06FF]/g) > 0.3) return 'ar';
  if (share(/[\u0590-\u05FF]/g) > 0.3) return 'he';
  return null;
}
