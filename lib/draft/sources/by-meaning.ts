import { placeholderPattern } from '@/lib/privacy/placeholder';
import { cleanTicket } from '@/lib/search/clean/clean-ticket';
import type { QueryMeaning, SearchRequest, SearchResult } from '@/lib/search/contract';
import type { DraftDeps, Mask } from '../pipeline';

/** What texts mean, in their order; `null`: no answer. */
export type AskMeaning = (
  texts: readonly string[],
  signal: AbortSignal,
) => Promise<{ readonly space: string; readonly vectors: readonly Float32Array<ArrayBuffer>[] } | null>;

/**
 * How long a draft waits for what its question means, the search with it included: the limit within which a wait does
 * not break the thought (Nielsen: 1 s), less what the rest of the way takes.
 */
export const meaningLimitMs = 800;
/** What a question is about stands early, and embedding models read some hundred words. */
const mostCharacters = 2_000;

/**
 * Searches by words and by what they mean to the endpoint. `null`: no answer in time, or none at all; whoever asked has
 * the ranking by words in hand.
 */
export async function searchByMeaning(
  request: SearchRequest,
  mask: Mask,
  ask: AskMeaning,
  { search, clock }: Pick<DraftDeps, 'search' | 'clock'>,
  signal: AbortSignal,
): Promise<SearchResult | null> {
  const stop = new AbortController();
  const mine = AbortSignal.any([signal, stop.signal]);
  const joined = async (): Promise<SearchResult | null> => {
    const made = await ask(textsToEmbed(request, mask), mine);
    const [whole, ...questions] = made?.vectors ?? [];
    if (!made || !whole || mine.aborted) return null;
    const meaning: QueryMeaning = { space: made.space, whole, questions };
    return search({ ...request, meaning }, mine);
  };
  const found = await Promise.race([
    // The search by words, which runs beside it, tells of a search that fails.
    joined().catch(() => null),
    clock.sleep(meaningLimitMs, mine).then(() => null),
  ]);
  stop.abort();
  return found;
}

/** As they leave: masked like the draft's request, cleaned like the search by words, and without the placeholders. */
function textsToEmbed({ text, questions = [] }: SearchRequest, mask: Mask): string[] {
  const whole = asSent(text, mask);
  return [whole, ...questions.map((question) => asSent(question, mask) || whole)];
}

function asSent(text: string, mask: Mask): string {
  return cleanTicket(mask.mask(text))
    .replace(placeholderPattern, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, mostCharacters)
    .toWellFormed();
}
