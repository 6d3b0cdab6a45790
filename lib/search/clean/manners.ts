import { addressWords, closingWords, greetingWords, replyWords } from './phrases';

/** Longer texts say more than hello, thanks and yes. */
const longest = 80;
const word = [...greetingWords, ...closingWords, ...addressWords, ...replyWords].join('|');
const mannersOnly = new RegExp(
  `^(?:[\\s\\p{P}\\p{S}]*(?:${word})(?![\\p{L}\\p{N}]))+[\\s\\p{P}\\p{S}]*$`,
  'iu',
);

/** Whether a text greets, thanks or nods and states no need: nothing in the base can answer it. */
export function isMannersOnly(text: string): boolean {
  return text.length <= longest && mannersOnly.test(text);
}
