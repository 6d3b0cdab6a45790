import { placeOf, type SearchIndex } from '../search-index';
import { lengthClasses, passageKinds } from '../segment/layout';
import type { Running } from './candidates';
import { classMask } from './scores';

export interface ScoredArticle {
  /** Numbers in the index; `passage` is -1 for an article without text. */
  readonly article: number;
  readonly passage: number;
  readonly score: number;
  readonly id: string;
  /** Share of the score that is likeness in meaning, 0 to 1; left out: found by words. */
  readonly meaningShare?: number;
}

/** The best of the articles in the running; equal scores in order of id. */
export function bestArticles(index: SearchIndex, running: Running, limit: number): ScoredArticle[] {
  const { passageShare, phraseShares } = index.parameters;
  const { articles, firstPassage, facts, passageScore, articleScore, titleScore } = running;
  const best: ScoredArticle[] = [];
  for (let number = 0; number < articles.length; number++) {
    const whole = articleScore[number]!;
    if (whole === 0) continue;
    const start = firstPassage[number]!;
    const end = firstPassage[number + 1]!;
    let passage = -1;
    let passageTop = -1;
    let first = 0;
    let second = 0;
    let third = 0;
    let hasPhrases = false;
    for (let p = start; p < end; p++) {
      const score = passageScore[p]!;
      const kind = facts[p]! & classMask;
      if (kind < askedClass && score > passageTop) {
        passageTop = score;
        passage = p;
      }
      if (kind < phraseClass) continue;
      hasPhrases = true;
      if (score > first) {
        third = second;
        second = first;
        first = score;
      } else if (score > second) {
        third = second;
        second = score;
      } else if (score > third) third = score;
    }
    const title = titleScore[number]!;
    const phrases = phraseShares[0] * (title + first) + phraseShares[1] * second + phraseShares[2] * third;
    const plain = passageShare * (title + Math.max(0, passageTop));
    const score = whole + (hasPhrases ? Math.max(plain, phrases) : plain);
    if (best.length === limit && score < best[limit - 1]!.score) continue;
    const article = articles[number]!;
    const { segment, firstArticle, firstPassage: placedAt } = placeOf(index, article);
    if (passage !== -1) passage += placedAt + segment.articleFirstPassage[article - firstArticle]! - start;
    insertBest(best, { article, passage, score, id: segment.idOf(article - firstArticle) }, limit);
  }
  return best;
}

const phraseClass = passageKinds.phrase * lengthClasses;
const askedClass = passageKinds.asked * lengthClasses;

/** Keeps the best `limit`, equal scores in order of id. */
export function insertBest(best: ScoredArticle[], found: ScoredArticle, limit: number): void {
  const precedes = (other: ScoredArticle) =>
    other.score > found.score || (other.score === found.score && other.id < found.id);
  let at = best.length;
  while (at > 0 && !precedes(best[at - 1]!)) at--;
  if (at >= limit) return;
  best.splice(at, 0, found);
  if (best.length > limit) best.pop();
}
