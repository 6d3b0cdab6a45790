import type { SearchClient } from '@/lib/search/worker/client';
import type { QuestionRepository } from '@/lib/store/questions';

/**
 * Takes out of the index what retention took out of articles while no page was open. What fails stays marked, for the
 * next page that opens.
 */
export async function catchUpIndex(
  search: Pick<SearchClient, 'update'>,
  questions: QuestionRepository,
  signal: AbortSignal,
): Promise<void> {
  const marked = await questions.listUnindexed();
  if (!marked.ok || marked.value.length === 0) return;
  const updated = await search.update(marked.value, signal);
  if (updated.ok) await questions.indexed(marked.value);
}
