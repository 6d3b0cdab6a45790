import type { SearchIndex } from '../search-index';
import { codeFrequency, codeHeading } from '../segment/layout';
import { bestArticles } from './best';
import type { Running } from './candidates';
import { makeAlike } from './likeness';
import { inverseFrequency, liveArticlesWith, type ResolvedTerm } from './resolve';

/** In a handful of articles the best three are a tenth of all: they would lend noise. */
const fewestArticles = 150;
/** Live ones: deleted articles must not change what is found. Beyond, reading all postings once costs more than the query. */
const mostPassages = 20_000;
/** How steeply an article's say falls with its score. */
const steepness = 8;
const titlePart = 0.1;
/** A short passage must not lend single words with full force. */
const shortestPassage = 20;

/**
 * Words that the best articles so far have in common, to be added to the query: an answer and its kin rarely use the
 * customer's words. Reads the scores that stand in the scratch arrays.
 */
export function echoTerms(
  index: SearchIndex,
  terms: readonly ResolvedTerm[],
  running: Running,
): ResolvedTerm[] {
  if (index.liveArticles < fewestArticles || index.livePassages > mostPassages) return [];
  const { echoArticles, echoTerms: howMany, echoWeight } = index.parameters;
  const best = bestArticles(index, running, echoArticles);
  if (best.length === 0) return [];
  const says = best.map(({ score }) => Math.exp(steepness * (score / best[0]!.score - 1)));
  const sum = says.reduce((a, b) => a + b, 0);
  const passageSay = new Map<number, number>();
  const articleSay = new Map<number, number>();
  best.forEach(({ article, passage }, i) => {
    articleSay.set(article, says[i]! / sum);
    if (passage !== -1) passageSay.set(passage, says[i]! / sum);
  });

  const said = new Map<string, number>();
  index.placed.forEach((place) => {
    const { segment, firstArticle, firstPassage } = place;
    const isHere = best.some(
      ({ article }) => article >= firstArticle && article < firstArticle + segment.counts.articles,
    );
    if (!isHere) return;
    for (let t = 0; t < segment.counts.terms; t++) {
      // In steps, so that sums come out the same however the articles lie in segments.
      let weight = 0;
      segment.visitPostings(
        t,
        (article, frequency) => {
          const say = articleSay.get(firstArticle + article);
          if (say !== undefined && frequency > 0) weight += inSteps(say * titlePart);
        },
        (passage, code) => {
          const say = passageSay.get(firstPassage + passage);
          if (say === undefined) return;
          const length = Math.max(shortestPassage, segment.passageLength[passage]!);
          const spoken = codeFrequency[code]! + index.parameters.heading * codeHeading[code]!;
          weight += inSteps((say * spoken) / length);
        },
      );
      if (weight > 0) {
        const term = segment.termAt(t);
        said.set(term, (said.get(term) ?? 0) + weight);
      }
    }
  });

  const candidates = [...said].map(([term, weight]) => {
    const alike = index.placed.map(({ segment }) => {
      const number = segment.findTerm(term);
      return number === -1 ? [] : [makeAlike(segment, number, 1)];
    });
    let documents = 0;
    index.placed.forEach((place, i) => {
      for (const { term: number } of alike[i]!) documents += liveArticlesWith(place, number);
    });
    // A word of one article alone leads nowhere else.
    return { term, alike, weight: documents < 2 ? 0 : weight * inverseFrequency(index, documents) };
  });
  candidates.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
  const kept = candidates.slice(0, howMany).filter(({ weight }) => weight > 0);
  const total = kept.reduce((a, { weight }) => a + weight, 0);
  const queryWeight = terms.reduce((a, { weight }) => a + weight, 0);
  return kept.map(({ term, alike, weight }) => ({
    term,
    count: 1,
    alike,
    weight: (echoWeight * queryWeight * weight) / total,
  }));
}

function inSteps(weight: number): number {
  return Math.round(weight * 1_048_576) / 1_048_576;
}
