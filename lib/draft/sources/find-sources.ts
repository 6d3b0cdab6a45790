import type { SearchRequest, SearchResult } from '@/lib/search/contract';
import type { Need } from '@/lib/ticket/need';
import { customerBursts, earlierWords } from '../need/need';
import { chosenOrder } from '../need/order-names';
import type { DraftDeps, DraftOrder } from '../pipeline';
import type { DraftFailure, Source } from '../session/session-state';
import { bridgeRequest, joinBridged } from './bridge';
import { chooseSources } from './sources';

/** More than are offered: which of them an ask is about is told by their titles. */
const hitsWanted = 40;

/** The passages on offer for a need; also asked for before any draft, so that sources stand on screen first. */
export async function findSources(
  order: Pick<DraftOrder, 'ticket' | 'hint' | 'pinned' | 'excluded'>,
  need: Need,
  deps: Pick<DraftDeps, 'search' | 'readArticles' | 'clock'>,
  signal: AbortSignal,
): Promise<{ sources: Source[]; result: SearchResult } | { failure: DraftFailure }> {
  const questions = need.asks.map((ask) => ask.text);
  const newest =
    customerBursts(order.ticket)
      .at(-1)
      ?.map((message) => message.text) ?? [];
  const text = [order.ticket.subject, ...newest, ...questions, order.hint].filter(Boolean).join('\n');
  const around = `${text}\n${earlierWords(order.ticket)}`;
  let result: SearchResult;
  try {
    result = await searchBoth(
      {
        text,
        questions,
        ...(need.language !== null && { language: need.language }),
        filter: { exclude: order.excluded },
        limit: hitsWanted,
        explain: true,
      },
      around,
      deps.search,
      signal,
    );
  } catch {
    // The worker is gone or the index unreadable. The panel says so and offers the search again.
    return { failure: { kind: 'search' } };
  }
  if (result.passagesSearched === 0 && order.pinned.length === 0)
    return { failure: { kind: 'no-knowledge' } };
  const ids = [...new Set([...order.pinned, ...result.hits.map((hit) => hit.articleId)])];
  const articles = await deps.readArticles(ids, signal);
  const sources = chooseSources({
    hits: result.evidence === 'none' ? [] : result.hits,
    articles,
    pinned: order.pinned,
    excluded: order.excluded,
    asks: questions,
    context: around,
    order: chosenOrder(order.ticket.orders, need.orderNames),
    language: need.language,
    today: deps.clock.today(),
  });
  return { sources, result };
}

/** By the ticket's own words, and by the matters they name. */
async function searchBoth(
  request: SearchRequest,
  around: string,
  search: DraftDeps['search'],
  signal: AbortSignal,
): Promise<SearchResult> {
  const bridge = bridgeRequest(request, around);
  const [result, bridged] = await Promise.all([
    search(request, signal),
    bridge === null ? null : search(bridge, signal),
  ]);
  return bridged === null ? result : joinBridged(result, bridged, request.language);
}
