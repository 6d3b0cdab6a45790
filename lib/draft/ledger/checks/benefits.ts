import { fold } from '../../words/fold';
import { mattersOf } from '../../words/matters';
import { type Benefit, benefits, benefitsIn } from '../benefits';
import { isDenied } from '../clauses';
import type { LedgerContext } from '../evidence';
import { type Check, citationsOf, noSource, type SentenceCase } from '../finding';
import { type Said, stemsOf } from '../said';

/** The sentence asks, sets a condition, or speaks of what another says or wants. Folded. */
const open =
  /\?["'”’»)\]]*\s*$|^(?:if|when|should|unless|once|wenn|falls|sobald|si|lorsque|cuando|se|quando|als|wanneer)(?![a-z])|(?<![a-z])(?:would you like|you (?:asked|mentioned|requested|want)|let me (?:check|see))/u;

/**
 * What is given away must be given by a cited passage, by what an agent wrote before, or by a fact: something of the
 * same kind, and for "free" also the same thing.
 */
export const checkBenefits: Check = (sentence, context, found) => {
  const folded = fold(sentence.text);
  const given = benefitsIn(folded);
  if (given.length === 0 || open.test(folded) || isDenied(folded)) return [];
  // A sentence that is marked for a figure or an event needs no second mark.
  if (found.some(({ state }) => state === 'no-source' || state === 'contradicted')) return [];
  const missing = given.find((benefit) => !isGiven(benefit, sentence, context));
  if (missing === undefined) return [];
  const { index, 0: words } = benefits[missing].exec(folded)!;
  // Folding may move places by a character or two: the whole sentence is what is promised anyway.
  return [
    {
      start: 0,
      end: sentence.text.length,
      key: `benefit:${missing}:${folded.slice(index, index + words.length)}`,
      citations: [],
      ...noSource('promise-without-source'),
    },
  ];
};

function isGiven(benefit: Benefit, sentence: SentenceCase, context: LedgerContext): boolean {
  const pattern = benefits[benefit];
  const cited = citationsOf(sentence).flatMap((number) => context.said.ofSource.get(number) ?? []);
  const isSame = benefit === 'free' ? sharesThing(sentence.text) : () => true;
  if ([...cited, ...context.said.byAgents].some((said) => pattern.test(said.folded) && isSame(said)))
    return true;
  return context.factWords.some((words) => pattern.test(words));
}

/** Whether a sentence speaks of the same thing, in the same or in another language. */
function sharesThing(text: string): (said: Said) => boolean {
  const bare = fold(text).replace(benefits.free, ' ');
  const stems = stemsOf(bare);
  const matters = mattersOf(bare);
  return (said) => {
    const rest = said.folded.replace(benefits.free, ' ');
    return (
      [...stems].some((stem) => said.stems.has(stem)) ||
      mattersOf(rest).some((each) => matters.includes(each))
    );
  };
}
