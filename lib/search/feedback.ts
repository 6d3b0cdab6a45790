import { analyze } from './analysis/analyze';
import { detectLanguage } from './analysis/detect';

/** More than these stop telling the article apart from its neighbours. */
const mostQuestions = 12;
/** Two questions that share so much of their words are one. */
const sameFrom = 0.75;
const longestQuestion = 300;
const fewestWords = 2;

/**
 * An article's `askedAs` after it answered a question: newest first, near-duplicates replaced by the newer wording,
 * the oldest dropped beyond the cap. The question must be masked already; what says too little to search by is left out.
 */
export function learnQuestion(askedAs: readonly string[], maskedQuestion: string): readonly string[] {
  const question = maskedQuestion.replace(/\s+/g, ' ').trim().slice(0, longestQuestion).toWellFormed();
  const words = tellingWords(question);
  if (words.size < fewestWords) return askedAs;
  return [question, ...askedAs.filter((known) => overlap(words, tellingWords(known)) < sameFrom)].slice(
    0,
    mostQuestions,
  );
}

function tellingWords(text: string): Set<string> {
  const terms = analyze(text, detectLanguage(text, 'en'));
  return new Set(terms.filter(({ stop }) => !stop).map(({ term }) => term));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}
