import { isPromise } from '../../commitments';
import { plain, wordsOf } from '../../words/fold';
import type { LedgerContext } from '../evidence';
import { type Check, citationsOf, type Finding, noSource, type Verdict } from '../finding';
import { worstSource } from './standing';

/** How much of a sentence's words a passage must hold to carry it when its footnote stands behind a later sentence. */
const carried = 0.6;

/** A sentence in which nothing smaller was found stands as a whole on its footnotes, or is a promise without any. */
export const checkWhole: Check = (sentence, context, found) => {
  // A name that is right says nothing about the rest of the sentence.
  if (found.some(({ key, state }) => !(key.startsWith('name:') && state === 'ticket'))) return [];
  const { text, own, inherited, hasUnknown } = sentence;
  const key = `words:${plain(text).slice(0, 120)}`;
  const whole = (citations: readonly number[], verdict: Verdict): Finding[] => [
    { start: 0, end: text.length, key, citations, ...verdict },
  ];
  const covering = citationsOf(sentence);
  const blocked = worstSource(covering, context);
  if (blocked !== null && covering.length > 0) return whole(covering, blocked);
  if (isPromise(text) && covering.length === 0)
    return whole([], noSource(hasUnknown ? 'unknown-citation' : 'promise-without-source'));
  if (hasUnknown && own.length === 0) return whole([], noSource('unknown-citation'));
  const isCarried = own.length > 0 || (inherited.length > 0 && overlap(text, inherited, context) >= carried);
  return isCarried ? whole(covering, { state: 'sourced', reason: null, from: null }) : [];
};

function overlap(text: string, numbers: readonly number[], context: LedgerContext): number {
  const words = wordsOf(text);
  if (words.length === 0) return 0;
  const best = numbers.map(
    (number) => words.filter((word) => context.wordsIn.get(number)?.has(word)).length / words.length,
  );
  return Math.max(0, ...best);
}
