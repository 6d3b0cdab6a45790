import type { SearchHit } from './contract';
import type { ScoredArticle } from './rank/best';
import { placeOf, type SearchIndex } from './search-index';

/** Where a scored article and its best passage stand in the article's body. */
export function toHit(
  index: SearchIndex,
  { article, passage, score, meaningShare }: ScoredArticle,
): SearchHit {
  const place = placeOf(index, article);
  const { segment } = place;
  const local = article - place.firstArticle;
  const found = {
    articleId: segment.idOf(local),
    articleVersion: segment.articleVersion[local]!,
    score,
    question: null,
    ...(meaningShare && { meaningShare }),
  };
  // An article without text is found by its title alone.
  if (passage === -1) return { ...found, ordinal: 0, start: 0, end: 0, headingPath: [] };
  const p = passage - place.firstPassage;
  return {
    ...found,
    ordinal: p - segment.articleFirstPassage[local]!,
    start: segment.passageStart[p]!,
    end: segment.passageEnd[p]!,
    headingPath: segment.list(segment.passageHeading[p]!),
  };
}
