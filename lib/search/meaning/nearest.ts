import { insertBest, type ScoredArticle } from '../rank/best';
import type { SearchIndex } from '../search-index';
import type { VectorBlock } from './block';
import { product, quantiseQuery } from './quantise';

/** By number of the article in the index; `null`: it has no vectors, or those of another version. */
export type PairedVectors = readonly (VectorBlock | null)[];

/** Holds vectors against an index: those of an article that was edited since would speak of words that are gone. */
export function pairVectors(index: SearchIndex, blocks: ReadonlyMap<string, VectorBlock>): PairedVectors {
  const paired: (VectorBlock | null)[] = new Array(index.articles).fill(null);
  for (const { segment, firstArticle } of index.placed) {
    for (let a = 0; a < segment.counts.articles; a++) {
      if (index.live[firstArticle + a] === 0) continue;
      const block = blocks.get(segment.idOf(a));
      if (block?.articleVersion === segment.articleVersion[a]) paired[firstArticle + a] = block!;
    }
  }
  return paired;
}

/**
 * The allowed articles with the passage nearest in meaning, nearest first: every vector is looked at, none is guessed
 * away. The score is the cosine, which compares within one query only.
 */
export function nearestArticles(
  index: SearchIndex,
  paired: PairedVectors,
  vector: Float32Array,
  allowed: Uint8Array,
  limit: number,
): ScoredArticle[] {
  const query = quantiseQuery(vector);
  const best: ScoredArticle[] = [];
  if (query.scale === 0) return best;
  for (const { segment, firstArticle, firstPassage } of index.placed) {
    for (let a = 0; a < segment.counts.articles; a++) {
      const article = firstArticle + a;
      const block = paired[article];
      if (allowed[article] === 0 || !block || block.dimensions !== vector.length) continue;
      const first = segment.articleFirstPassage[a]!;
      const passages = Math.min(block.passages, segment.articleFirstPassage[a + 1]! - first);
      let score = Number.NEGATIVE_INFINITY;
      let passage = -1;
      for (let p = 0; p < passages; p++) {
        const scale = block.scales[p]!;
        if (scale === 0) continue;
        const cosine = product(query.codes, block.codes, p * block.dimensions) * scale * query.scale;
        if (cosine <= score) continue;
        score = cosine;
        passage = firstPassage + first + p;
      }
      if (passage === -1 || (best.length === limit && score < best[limit - 1]!.score)) continue;
      insertBest(best, { article, passage, score, id: segment.idOf(a) }, limit);
    }
  }
  return best;
}
