import type { SearchHit, SearchRequest, SearchResult } from '@/lib/search/contract';
import { fold } from '../words/fold';
import { primaryLanguage } from '../words/language';
import { mattersOf, searchWordsOf } from '../words/matters';

/** Hits that only the matter found count as this much of the best one. */
const bridgedShare = 0.6;
const mostBridged = 20;

/**
 * The same questions in the words that articles use: "swap it for an L" finds the article on exchanges, and a question
 * in one language finds an article in another. `null` when no matter is named.
 */
export function bridgeRequest(request: SearchRequest, context: string): SearchRequest | null {
  const around = mattersOf(fold(context));
  // Questions that name none stay in their places: a hit tells which one it serves by its place.
  const questions = (request.questions ?? []).map((question) => searchWordsOf(mattersOf(fold(question))));
  if (around.length === 0 && questions.every((words) => words === '')) return null;
  return { ...request, text: searchWordsOf(around), questions, language: 'en', limit: mostBridged };
}

/**
 * Hits of both, the bridged ones behind. Where a ticket in another language than the articles' found nothing, the
 * bridged ones stand alone, and are weak evidence whatever their words promise.
 */
export function joinBridged(
  result: SearchResult,
  bridged: SearchResult,
  language: string | undefined,
): SearchResult {
  if (result.evidence === 'none') {
    const isForeign = language !== undefined && primaryLanguage(language) !== 'en';
    return isForeign && bridged.evidence !== 'none'
      ? { ...result, hits: bridged.hits, evidence: 'weak' }
      : result;
  }
  const scale = ((result.hits[0]?.score ?? 1) / (bridged.hits[0]?.score ?? 1)) * bridgedShare;
  const known = new Set(result.hits.map((hit) => hit.articleId));
  const added = bridged.hits
    .filter((hit) => !known.has(hit.articleId))
    .map((hit): SearchHit => ({ ...hit, score: hit.score * scale, question: null }));
  return { ...result, hits: [...result.hits, ...added] };
}
