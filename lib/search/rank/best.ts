import type { SearchIndex } from '../search-index';
import { lengthClasses, passageKinds } from '../segment/layout';

export interface ScoredArticle {
  /** Numbers in the index; `passage` is -1 for an article without text. */
  readonly article: number;
  readonly passage: number;
  readonly score: number;
  readonly id: string;
  /** Share of the score that is likeness in meaning, 0 to 1; left out: found by words. */
  readonly meaningShare?: number;
}

/** The best of the allowed articles by the scores that stand in the scratch arrays; equal scores in order of id. */
export function bestArticles(index: SearchIndex, allowed: Uint8Array, limit: number): ScoredArticle[] {
  const { articleScore, titleScore, passageScore } = index.scratch;
  const { passageShare, phraseShares } = index.parameters;
  const { passageClass } = index;
  const best: ScoredArticle[] = [];
  for (const { segment, firstArticle, firstPassage } of index.placed) {
    for (let a = 0; a < segment.counts.articles; a++) {
      const article = firstArticle + a;
      const whole = articleScore[article]!;
      if (whole === 0 || allowed[article] === 0) continue;
      const end = firstPassage + segment.articleFirstPassage[a + 1]!;
      let passage = -1;
      let passageTop = -1;
      let first = 0;
      let second = 0;
      let third = 0;
      let hasPhrases = false;
      for (let p = firstPassage + segment.articleFirstPassage[a]!; p < end; p++) {
        const score = passageScore[p]!;
        const kind = passageClass[p]!;
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
      const title = titleScore[article]!;
      const phrases = phraseShares[0] * (title + first) + phraseShares[1] * second + phraseShares[2] * third;
      const plain = passageShare * (title + Math.max(0, passageTop));
      const score = whole + (hasPhrases ? Math.max(plain, phrases) : plain);
      if (best.length === limit && score < best[limit - 1]!.score) continue;
      insertBest(best, { article, passage, score, id: segment.idOf(a) }, limit);
    }
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

/** Leaves the scratch arrays clean for the next query. */
export function clearScores({ scratch }: SearchIndex): void {
  scratch.articleScore.fill(0);
  scratch.titleScore.fill(0);
  scratch.passageScore.fill(0);
}
