import { lettered } from '../words/letters';

/** A denial in a sentence: the verb and the word that turns it, as one run. */
export interface Denial {
  start: number;
  end: number;
  /** The sentence without the denial, spaces left as they are. */
  affirmed: string;
}

/** Verb and denial together where they stand together, so that the agent sees what to turn. */
const denial = lettered(
  /(?<!\p{L})(?:(?:is|are|was|were|will|would|can|could|has|have|had|do|does|did|may|must|should)(?:\s+not|n['’]t)(?:\s+been(?!\p{L}))?|cannot|not|never|(?:ist|sind|war|wird|wurde|wurden|kann|können|hat|haben)\s+nicht|nicht|(?:n['’]|ne\s)\p{L}+\s+pas(?:\s+été)?|pas|(?:não|no)\s+(?:es|está|son|ha sido|será|se puede|puede|é|são|foi|pode)|não|non\s+(?:è|sono|sarà|può|è stato)|non(?!-)|(?:is|zijn|wordt|kan|heeft)\s+niet|niet)(?!\p{L})/giu,
);
/** These deny nothing: "not only", "not more than", "whether or not", "no. 5". */
const noDenial =
  /^\s*(?:only|just|more|less|later|until|before|nur|mehr|länger|später|seulement|plus|solo|sólo|só|apenas|más|mais|soltanto|più|alleen|meer)(?!\p{L})/iu;

export function denialsIn(text: string): Denial[] {
  return [...text.matchAll(denial)].flatMap(({ 0: words, index }) => {
    const end = index + words.length;
    if (noDenial.test(text.slice(end)) || /\bor\s*$/iu.test(text.slice(0, index))) return [];
    return [{ start: index, end, affirmed: text.slice(0, index) + affirm(words) + text.slice(end) }];
  });
}

/** "has not been" → "has been", "n'a pas été" → "a été", "cannot" → "can". */
function affirm(words: string): string {
  return words
    .replace(/^cannot$/iu, 'can')
    .replace(/n['’]t|^n['’]|^ne\s/giu, '')
    .replace(/(?:^|\s+)(?:not|never|nicht|pas|niet)(?=\s|$)/giu, '')
    .replace(/^(?:não|no|non)\s*/giu, '');
}
