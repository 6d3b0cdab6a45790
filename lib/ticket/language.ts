import { detectAll } from 'tinyld/light';
import type { Message } from './ticket';

export type WrittenMessage = Pick<Message, 'author' | 'text'>;

/** Fewer letters than this tell no language apart: "Danke!" and "ok" are left to what the helpdesk knows. */
const enoughLetters = 12;
/** The detector's own measure, low for long words. What counts is how far its first guess is ahead of the second. */
const enoughConfidence = 0.1;
const enoughLead = 2;
/** Later words of a long mail change nothing any more. */
const enoughChars = 2_000;

/**
 * BCP 47 of what the customer writes, newest messages first; `null` when it cannot be told. Quoted history and signatures
 * are not part of `text` and do not count.
 */
export function detectLanguage(messages: readonly WrittenMessage[]): string | null {
  const texts = messages.filter(({ author }) => author.role === 'customer').map(({ text }) => text);
  for (const newest of texts.reverse()) {
    const found = detectTextLanguage(newest);
    if (found !== null) return found;
  }
  // Several short messages of a chat may tell together what none tells alone.
  return detectTextLanguage(texts.join('\n'));
}

export function detectTextLanguage(text: string): string | null {
  const words = text.slice(0, enoughChars).replace(/\S+@\S+|https?:\S+|#?\w*\d\w*/g, ' ');
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  // Scripts with one word per character say more with fewer.
  const needed = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(words)
    ? 4
    : enoughLetters;
  if (letters < needed) return null;
  const [best, second] = detectAll(words);
  if (!best || best.accuracy < enoughConfidence) return null;
  return best.accuracy >= enoughLead * (second?.accuracy ?? 0) ? best.lang : null;
}
