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
  const [best, second] = detectAll(text.slice(0, readAtMost), { only: [...known] });
  if (!best || best.accuracy < leastAccuracy) return fallback;
  return best.accuracy >= clearLead * (second?.accuracy ?? 0) ? best.lang : fallback;
}

/** Scripts that one language dominates need no statistics. */
function languageOfScript(text: string): string | null {
  const sample = text.slice(0, readAtMost);
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
