import { analyze } from './analysis/analyze';
import { detectLanguage } from './analysis/detect';

/** More than these stop telling the article apart from its neighbours. */
const mostQuestions = 12;
/** Two questions that share so much of their words are one. */
const sameFrom = 0.75;
const longestQuestion = 300;
const fewestWords = 2;
/** `[NAME_1]`: what masking left in the place of a person or a number tells nothing about the article. */
const placeholder = /\[[A-Z_]+\d+\]/g;
/** So many questions may one browser teach one article in a day; more would be a mistake or a trick. */
const mostADay = 3;
/** A reply that the agent rewrote beyond this share of its letters accepts nothing. */
const leastKept = 0.5;

/** What a sent reply says of the articles that it cites. */
export interface SentAnswer {
  readonly ticketKey: string;
  readonly visibility: 'public' | 'internal' | null;
  readonly draftText: string;
  readonly editDistance: number | null;
  readonly sources: readonly { readonly articleId: string; readonly cited: boolean }[];
}

/** Articles that a reply stood on when it went to the customer, each once; none when it was rewritten. */
export function acceptedArticles(sent: SentAnswer): readonly string[] {
  if (sent.visibility !== 'public' || sent.editDistance === null) return [];
  if (sent.editDistance > sent.draftText.length * (1 - leastKept)) return [];
  return [...new Set(sent.sources.filter(({ cited }) => cited).map(({ articleId }) => articleId))];
}

/**
 * The accepted articles that may learn. `lastDay`: what the same browser sent in the day before. A ticket teaches an
 * article once, and a day only so much, whoever repeats himself.
 */
export function articlesToTeach(sent: SentAnswer, lastDay: readonly SentAnswer[]): readonly string[] {
  return acceptedArticles(sent).filter((articleId) => {
    const taughtBy = lastDay.filter((each) => acceptedArticles(each).includes(articleId));
    return taughtBy.length < mostADay && !taughtBy.some(({ ticketKey }) => ticketKey === sent.ticketKey);
  });
}

/**
 * An article's `askedAs` after it answered a question: newest first, near-duplicates replaced by the newer wording,
 * the oldest dropped beyond the cap. The question must be masked already; what says too little to search by is left out.
 */
export function learnQuestion(askedAs: readonly string[], maskedQuestion: string): readonly string[] {
  const question = asLearned(maskedQuestion);
  const words = tellingWords(question);
  if (words.size < fewestWords) return askedAs;
  return [question, ...askedAs.filter((known) => overlap(words, tellingWords(known)) < sameFrom)].slice(
    0,
    mostQuestions,
  );
}

/** A masked question as an article keeps it. */
export function asLearned(maskedQuestion: string): string {
  return maskedQuestion
    .replace(placeholder, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestQuestion)
    .toWellFormed();
}

function tellingWords(text: string): Set<string> {
  const terms = analyze(text, detectLanguage(text, 'en'));
  return new Set(terms.filter(({ stop }) => !stop).map(({ term }) => term));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}
