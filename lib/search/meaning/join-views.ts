import type { ScoredArticle } from '../rank/best';

/**
 * Reciprocal rank fusion: a ranking adds 1 / (60 + place), places from 1. Cormack, Clarke and Buettcher, "Reciprocal
 * rank fusion outperforms Condorcet and individual rank learning methods", SIGIR 2009, where 60 was near the best of
 * what they tried and the choice not critical. Ranks need no common scale, which cosines and word weights do not have.
 */
const damping = 60;

/** One ranking of two. The passage shown is that of the view which ranks the article better; words decide a tie. */
export function joinViews(
  byWords: readonly ScoredArticle[],
  byMeaning: readonly ScoredArticle[],
  limit: number,
): ScoredArticle[] {
  const joined = new Map<number, { best: ScoredArticle; words: number; meaning: number; place: number }>();
  byWords.forEach((best, place) => {
    joined.set(best.article, { best, words: shareOf(place), meaning: 0, place });
  });
  byMeaning.forEach((best, place) => {
    const known = joined.get(best.article);
    const isBetter = !known || place < known.place;
    joined.set(best.article, {
      best: isBetter ? best : known.best,
      words: known?.words ?? 0,
      meaning: shareOf(place),
      place: Math.min(place, known?.place ?? place),
    });
  });
  return [...joined.values()]
    .map(({ best, words, meaning }) => ({
      ...best,
      score: words + meaning,
      meaningShare: meaning / (words + meaning),
    }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

function shareOf(place: number): number {
  return 1 / (damping + place + 1);
}
