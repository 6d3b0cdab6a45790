import type { SearchIndex } from '../search-index';
import { countBits, type PassageBits } from './passage-bits';
import { classBits, classMask, type Scores } from './scores';

/** So many articles stay in the running; a smaller base keeps all of its own. */
const mostCandidates = 1_500;
/** Of the scale on which they are told apart. */
const steps = 4_096;

/** A place that is used anew by each query, larger where one needs it. What was written to it is still there. */
function reused<T extends Int32Array | Uint32Array | Float32Array>(
  make: new (length: number) => T,
): (length: number) => T {
  let kept = new make(0);
  return (length) => {
    if (kept.length < length) kept = new make(length);
    return kept.subarray(0, length) as T;
  };
}

const room = {
  numberOf: reused(Int32Array),
  chosen: reused(Uint32Array),
  firstPassage: reused(Uint32Array),
  articleScore: reused(Float32Array),
  titleScore: reused(Float32Array),
  titleWeight: reused(Float32Array),
  articleNorm: reused(Float32Array),
  facts: reused(Uint32Array),
  passageScore: reused(Float32Array),
};

/** The articles that the rest of a query is read for, with their scores, in numbers of their own: 0, 1, 2 ... Until the next query. */
export interface Running extends Scores {
  /** Their numbers in the index, ascending. */
  readonly articles: Uint32Array;
  /** By number in the index: their own, -1 for those out of the running. */
  readonly numberOf: Int32Array;
  /** By their own number: that of their first passage; one more for the end of the last. */
  readonly firstPassage: Uint32Array;
  /** By segment, in the order of the index: which of its passages are theirs, and how many were before. */
  readonly wanted: readonly PassageBits[];
}

/**
 * The allowed articles with the highest scores so far: `mostCandidates` and those that share the last step with them;
 * all that are allowed where there are no more. What is read for these alone can reorder the best, but not lift an
 * article that the rarer words leave far behind. Takes the scores out of the index's scratch arrays, which are clean
 * then: a fiftieth of a large base stays near the processor, however long the lists are that go by.
 */
export function takeCandidates(index: SearchIndex, allowed: Uint8Array): Running {
  const { scale, least } = leastStep(index, allowed);
  const { articleScore } = index.scratch;
  const numberOf = room.numberOf(allowed.length).fill(-1);
  const chosen = room.chosen(allowed.length);
  let count = 0;
  for (let article = 0; article < allowed.length; article++) {
    if (allowed[article] === 0 || articleScore[article]! * scale < least) continue;
    numberOf[article] = count;
    chosen[count++] = article;
  }
  const running = takeScores(index, chosen.subarray(0, count), numberOf);
  clearScores(index);
  return running;
}

function takeScores({ placed, scratch }: SearchIndex, articles: Uint32Array, numberOf: Int32Array): Running {
  const firstPassage = room.firstPassage(articles.length + 1);
  firstPassage[0] = 0;
  let number = 0;
  for (const { segment, firstArticle } of placed) {
    for (; number < articles.length && articles[number]! < firstArticle + segment.counts.articles; number++) {
      const article = articles[number]! - firstArticle;
      const passages = segment.articleFirstPassage[article + 1]! - segment.articleFirstPassage[article]!;
      firstPassage[number + 1] = firstPassage[number]! + passages;
    }
  }
  const titleScore = room.titleScore(articles.length);
  const articleScore = room.articleScore(articles.length);
  const articleNorm = room.articleNorm(articles.length);
  const titleWeight = room.titleWeight(articles.length).fill(0);
  const facts = room.facts(firstPassage[articles.length]!);
  const passageScore = room.passageScore(facts.length);
  number = 0;
  const wanted = placed.map(({ segment, firstArticle, firstPassage: first }) => {
    const bits = new Uint32Array((segment.counts.passages + 31) >>> 5);
    const start = firstPassage[number]!;
    for (; number < articles.length && articles[number]! < firstArticle + segment.counts.articles; number++) {
      const article = articles[number]!;
      articleScore[number] = scratch.articleScore[article]!;
      titleScore[number] = scratch.titleScore[article]!;
      articleNorm[number] = scratch.articleNorm[article]!;
      let passage = segment.articleFirstPassage[article - firstArticle]!;
      for (let to = firstPassage[number]!; to < firstPassage[number + 1]!; to++, passage++) {
        facts[to] = (number << classBits) | (scratch.facts[first + passage]! & classMask);
        passageScore[to] = scratch.passageScore[first + passage]!;
        bits[passage >>> 5]! |= 1 << (passage & 31);
      }
    }
    return countBits(bits, start);
  });
  return {
    articles,
    numberOf,
    firstPassage,
    wanted,
    facts,
    passageScore,
    articleScore,
    titleScore,
    titleWeight,
    articleNorm,
  };
}

/** From which step of which scale on an allowed article stays in the running. */
function leastStep(index: SearchIndex, allowed: Uint8Array): { scale: number; least: number } {
  const all = { scale: 0, least: 0 };
  if (index.liveArticles <= mostCandidates) return all;
  const { articleScore } = index.scratch;
  let highest = 0;
  for (let article = 0; article < allowed.length; article++) {
    const score = articleScore[article]!;
    if (score > highest && allowed[article] !== 0) highest = score;
  }
  if (highest === 0) return all;
  const scale = (steps - 1) / highest;
  const inStep = new Uint32Array(steps);
  for (let article = 0; article < allowed.length; article++) {
    if (allowed[article] !== 0) inStep[(articleScore[article]! * scale) | 0]!++;
  }
  let least = steps - 1;
  let count = inStep[least]!;
  while (least > 1 && count < mostCandidates) count += inStep[--least]!;
  // Few hold more than a word that nearly all hold: none is in the way of another.
  return count < mostCandidates ? all : { scale, least };
}

/** Leaves the scratch arrays clean for the next query. */
function clearScores({ scratch }: SearchIndex): void {
  scratch.articleScore.fill(0);
  scratch.titleScore.fill(0);
  scratch.passageScore.fill(0);
}
