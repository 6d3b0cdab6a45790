import type { SearchRequest, SearchResult } from '@/lib/search/contract';
import type { Need } from '@/lib/ticket/need';
import { customerBursts, earlierWords } from '../need/need';
import { chosenOrder } from '../need/order-names';
import type { DraftDeps, DraftOrder } from '../pipeline';
import type { DraftFailure, Source } from '../session/session-state';
import { bridgeRequest, joinBridged } from './bridge';
import { searchByMeaning } from './by-meaning';
import { chooseSources } from './sources';
import { type Looked, withReasons } from './why-found';

/** More than are offered: which of them an ask is about is told by their titles. */
const hitsWanted = 40;

type FindDeps = Pick<DraftDeps, 'search' | 'explain' | 'readArticles' | 'clock'> &
  Partial<Pick<DraftDeps, 'mask' | 'askMeaning'>>;

export interface FoundSources {
  readonly sources: Source[];
  readonly result: SearchResult;
  /** What the question means was asked for and not told in time: found by words alone. */
  readonly isMeaningMissed: boolean;
}

/** The passages on offer for a need; also asked for before any draft, so that sources stand on screen first. */
export async function findSources(
  order: Pick<DraftOrder, 'ticket' | 'hint' | 'pinned' | 'excluded'>,
  need: Need,
  deps: FindDeps,
  signal: AbortSignal,
): Promise<FoundSources | { failure: DraftFailure }> {
  const questions = need.asks.map((ask) => ask.text);
  const newest =
    customerBursts(order.ticket)
      .at(-1)
      ?.map((message) => message.text) ?? [];
  const text = [order.ticket.subject, ...newest, ...questions, order.hint].filter(Boolean).join('\n');
  const around = `${text}\n${earlierWords(order.ticket)}`;
  const request: SearchRequest = {
    text,
    questions,
    ...(need.language !== null && { language: need.language }),
    filter: { exclude: order.excluded },
    limit: hitsWanted,
  };
  let found: Searched;
  try {
    found = await searchAll(request, around, deps, signal);
  } catch {
    // The worker is gone or the index unreadable. The panel says so and offers the search again.
    return { failure: { kind: 'search' } };
  }
  const { result, isMeaningMissed, bridge, byMatter } = found;
  if (result.passagesSearched === 0 && order.pinned.length === 0)
    return { failure: { kind: 'no-knowledge' } };
  const ids = [...new Set([...order.pinned, ...result.hits.map((hit) => hit.articleId)])];
  const articles = await deps.readArticles(ids, signal);
  const chosen = chooseSources({
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
  const looked = { request, hits: result.hits, bridge, byMatter };
  // What is not explained is offered all the same: the words say less, and nothing else depends on them.
  const sources = await withReasons(chosen, articles, looked, deps.explain, signal).catch(() => chosen);
  return { sources, result, isMeaningMissed };
}

type Searched = Pick<FoundSources, 'result' | 'isMeaningMissed'> & Pick<Looked, 'bridge' | 'byMatter'>;

/** By the ticket's own words, by the matters they name, and by what they mean where an endpoint tells that. */
async function searchAll(
  request: SearchRequest,
  around: string,
  deps: FindDeps,
  signal: AbortSignal,
): Promise<Searched> {
  const { search, mask, askMeaning } = deps;
  const bridge = bridgeRequest(request, around);
  const isAsked = mask && askMeaning;
  const [byWords, bridged, byMeaning] = await Promise.all([
    search(request, signal),
    bridge === null ? null : search(bridge, signal),
    isAsked ? searchByMeaning(request, mask, askMeaning, deps, signal) : null,
  ]);
  const own = byMeaning ?? byWords;
  const result = bridged === null ? own : joinBridged(own, bridged, request.language);
  return {
    result,
    bridge,
    byMatter: result.hits.filter((hit) => !own.hits.includes(hit)),
    isMeaningMissed: Boolean(isAsked) && byMeaning === null,
  };
}
