import type { PlacedSegment, SearchIndex } from '../search-index';
import { grown } from '../segment/bytes';
import {
  codeFrequency,
  codeHeading,
  lengthClasses,
  passageCodes,
  passageKinds,
  titleCodes,
} from '../segment/layout';
import type { Running } from './candidates';
import type { Alike } from './likeness';
import { PassageBuffer, readAll, readWanted } from './read-passages';
import type { ResolvedTerm } from './resolve';
import { classBits, classMask, type Scores } from './scores';

/**
 * Adds every term's part to the scores of all articles and passages. Plain term-at-a-time over each list once: on
 * ticket-long queries, pruning costs more than it saves. A word alike adds as a word of its own, by its likeness.
 */
export function accumulate(index: SearchIndex, terms: readonly ResolvedTerm[]): void {
  // Segment by segment, so that the scores in hand stay near the processor.
  index.placed.forEach((place, s) => {
    for (const { alike, weight } of terms) {
      for (const each of alike[s]!) {
        const titled = readTitles(index, place, each, null);
        const found = readAll(place, each, buffer);
        addList(index, index.scratch, found, titled, weight * each.share);
      }
    }
  });
}

/** The same for the articles in the running only. */
export function accumulateRunning(
  index: SearchIndex,
  terms: readonly ResolvedTerm[],
  running: Running,
): void {
  index.placed.forEach((place, s) => {
    const wanted = running.wanted[s]!;
    for (const { alike, weight } of terms) {
      for (const each of alike[s]!) {
        const titled = readTitles(index, place, each, running.numberOf);
        const found = readWanted(place, each, wanted, buffer);
        addList(index, running, found, titled, weight * each.share);
      }
    }
  });
}

const buffer = new PassageBuffer();
/** Of the term in hand: articles with it in their title, and what that weighs. */
let titles = new Uint32Array(1_024);
let titleWeights = new Float32Array(1_024);

const askedClass = passageKinds.asked * lengthClasses;

/** Adds the postings in hand: `found` passages and `titled` titles. */
function addList(index: SearchIndex, scores: Scores, found: number, titled: number, weight: number): void {
  const { parameters, passageNorm, impact } = index;
  const { facts, passageScore, articleScore, titleScore, titleWeight, articleNorm } = scores;
  const { k1, passageK1, asked, heading, title: titleFactor, passageTitle } = parameters;
  const { list } = buffer;
  const titleRatio = passageTitle / titleFactor;
  const articleWeight = weight * (k1 + 1);
  const passageWeight = weight * (passageK1 + 1);
  for (let i = 0; i < titled; i++) {
    const article = titles[i]!;
    const title = titleWeights[i]!;
    titleWeight[article] = title;
    const forPassages = (title * passageTitle) / titleFactor;
    titleScore[article]! += (passageWeight * forPassages) / (passageK1 + forPassages);
  }
  let fact = found === 0 ? 0 : facts[list[0]! >>> codeBits]!;
  for (let i = 0; i < found; ) {
    const article = fact >>> classBits;
    const title = titleWeight[article]!;
    const norm = articleNorm[article]!;
    let inText = 0;
    do {
      const passage = list[i]! >>> codeBits;
      const code = list[i]! & (passageCodes - 1);
      const kindAndLength = fact & classMask;
      // A question is a field of its own: the length of the article's text does not water it down.
      inText += kindAndLength >= askedClass ? (asked * codeFrequency[code]!) / norm : codeFrequency[code]!;
      if (title === 0) passageScore[passage]! += weight * impact[kindAndLength * passageCodes + code]!;
      else {
        const base = title * titleRatio;
        const both =
          base + (codeFrequency[code]! + heading * codeHeading[code]!) * passageNorm[kindAndLength]!;
        passageScore[passage]! += passageWeight * (both / (passageK1 + both) - base / (passageK1 + base));
      }
      if (++i === found) break;
      fact = facts[list[i]! >>> codeBits]!;
    } while (fact >>> classBits === article);
    const all = title + inText * norm;
    articleScore[article]! += (articleWeight * all) / (k1 + all);
    titleWeight[article] = 0;
  }
  // What is left was in a title and in no passage.
  for (let i = 0; i < titled; i++) {
    const article = titles[i]!;
    const title = titleWeight[article]!;
    articleScore[article]! += (articleWeight * title) / (k1 + title);
    titleWeight[article] = 0;
  }
}

const codeBits = Math.log2(passageCodes);

/**
 * Takes up the articles that hold the term in their title, by their number in the index or, of those in the running, by
 * `numberOf`; returns how many.
 */
function readTitles(
  { parameters, titleNorm }: SearchIndex,
  { segment, firstArticle }: PlacedSegment,
  { titlesAt, titlesEnd }: Alike,
  numberOf: Int32Array | null,
): number {
  const reader = { at: titlesAt };
  let article = firstArticle;
  let count = 0;
  while (reader.at < titlesEnd) {
    const value = segment.readVarint(reader);
    article += Math.floor(value / titleCodes);
    const number = numberOf === null ? article : numberOf[article]!;
    if (number === -1) continue;
    if (count === titles.length) {
      titles = grown(titles);
      titleWeights = grown(titleWeights);
    }
    titles[count] = number;
    titleWeights[count++] = parameters.title * (value % titleCodes) * titleNorm[article]!;
  }
  return count;
}
