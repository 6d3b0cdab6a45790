import type { Article } from '@/lib/knowledge/article';
import type { StoreFailure } from '@/lib/knowledge/repository';
import { dayMs } from '@/lib/privacy/retention';
import { ok, type Result } from '@/lib/result';
import { articlesToTeach, asLearned, learnQuestion } from '@/lib/search/feedback';
import type { ArticleRepository } from './articles';
import type { Outcome } from './outcome';
import type { OutcomeRepository } from './outcomes';
import type { QuestionRepository } from './questions';

interface Questioned {
  readonly articles: ArticleRepository;
  readonly questions: QuestionRepository;
}

/**
 * Adds the question to the articles that a sent reply stood on; answers the ids of those that it made easier to find.
 * `maskedQuestion` must hold no personal data. The outcome may be stored already: it is not held against itself.
 */
export async function learnFromOutcome(
  store: Questioned & { readonly outcomes: OutcomeRepository },
  outcome: Outcome,
  maskedQuestion: string,
): Promise<Result<string[], StoreFailure>> {
  const from = new Date(Date.parse(outcome.at) - dayMs).toISOString();
  const lastDay = await store.outcomes.list({ from });
  if (!lastDay.ok) return lastDay;
  const earlier = lastDay.value.outcomes.filter(({ id }) => id !== outcome.id);
  const taught: string[] = [];
  for (const id of articlesToTeach(outcome, earlier)) {
    const changed = await changeAsked(store, id, outcome.at, (asked) => learnQuestion(asked, maskedQuestion));
    if (!changed.ok) return changed;
    if (changed.value) taught.push(id);
  }
  if (taught.length > 0) {
    const noted = await store.outcomes.noteTaught(outcome.id, {
      question: asLearned(maskedQuestion),
      articleIds: taught,
    });
    if (!noted.ok) return noted;
  }
  return ok(taught);
}

/** Takes a learned question out of an article; `false`: it was not there. */
export function forgetQuestion(
  store: Questioned,
  articleId: string,
  question: string,
): Promise<Result<boolean, StoreFailure>> {
  return changeAsked(store, articleId, '', (asked) => asked.filter((each) => each !== question));
}

/** No new version: the article's own words stay as they are. `at`: when a new question was learned, ISO 8601. */
async function changeAsked(
  { articles, questions }: Questioned,
  id: string,
  at: string,
  change: (asked: readonly string[]) => readonly string[],
): Promise<Result<boolean, StoreFailure>> {
  const found = await articles.get(id);
  if (!found.ok) return found;
  if (found.value === null) return ok(false);
  const askedAs = [...change(found.value.askedAs)];
  if (askedAs.join('\n') === found.value.askedAs.join('\n')) return ok(false);
  const article: Article = { ...found.value, askedAs };
  const written = await articles.put([{ article, former: null, expectedVersion: article.version }]);
  if (!written.ok) return written;
  const dated = await questions.follow(id, askedAs, at);
  return dated.ok ? ok(true) : dated;
}
