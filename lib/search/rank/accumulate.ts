import type { PlacedSegment, SearchIndex } from '../search-index';
import {
  codeFrequency,
  codeHeading,
  farStep,
  lengthClasses,
  passageCodes,
  passageKinds,
  titleCodes,
} from '../segment/layout';
import type { ResolvedTerm } from './resolve';

/**
 * Adds every term's part to the scores of articles and passages. Plain term-at-a-time over each list once: on
 * ticket-long queries, pruning costs more than it saves. A word alike adds as a word of its own, by its likeness.
 * `wanted`: 1 for the articles that the caller will look at; others come out with too little.
 */
export function accumulate(
  index: SearchIndex,
  terms: readonly ResolvedTerm[],
  wanted: Uint8Array | null = null,
): void {
  if (terms.length === 0) return;
  const wantedPassages = wanted && passagesOf(index, wanted);
  // Segment by segment, so that the scores in hand stay near the processor.
  index.placed.forEach((place, s) => {
    for (const { alike, weight } of terms) {
      for (const { term, share } of alike[s]!) addList(index, place, term, weight * share, wantedPassages);
    }
  });
}

function passagesOf({ articleOf }: SearchIndex, wanted: Uint8Array): Uint8Array {
  const passages = new Uint8Array(articleOf.length);
  for (let p = 0; p < passages.length; p++) passages[p] = wanted[articleOf[p]!]!;
  return passages;
}

function addList(
  index: SearchIndex,
  place: PlacedSegment,
  term: number,
  weight: number,
  wanted: Uint8Array | null,
): void {
  const { scratch, parameters, articleOf, articleNorm, passageNorm, passageClass, impact } = index;
  const { articleScore, passageScore, titleWeight } = scratch;
  const { k1, passageK1, asked, heading } = parameters;
  const titleRatio = parameters.passageTitle / parameters.title;
  const articleWeight = weight * (k1 + 1);
  const reader = place.segment.titlePostings(term);
  const titled = reader.at === reader.end ? 0 : readTitles(index, place, reader, weight);
  const found = readPassages(place, term, reader.end, wanted);
  const list = passages;
  for (let i = 0; i < found; ) {
    const article = articleOf[list[i]! >>> 3]!;
    const title = titleWeight[article]!;
    let inText = 0;
    do {
      const passage = list[i]! >>> 3;
      const code = list[i]! & 7;
      const kindAndLength = passageClass[passage]!;
      // A question is a field of its own: the length of the article's text does not water it down.
      inText +=
        kindAndLength >= askedClass
          ? (asked * codeFrequency[code]!) / articleNorm[article]!
          : codeFrequency[code]!;
      if (title === 0) passageScore[passage]! += weight * impact[kindAndLength * passageCodes + code]!;
      else {
        const base = title * titleRatio;
        const both =
          base + (codeFrequency[code]! + heading * codeHeading[code]!) * passageNorm[kindAndLength]!;
        passageScore[passage]! +=
          weight * (passageK1 + 1) * (both / (passageK1 + both) - base / (passageK1 + base));
      }
    } while (++i < found && articleOf[list[i]! >>> 3] === article);
    const all = title + inText * articleNorm[article]!;
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

/** The list in hand as `passage * 8 + code`, and the articles of its titles; they grow as needed and are used anew. */
let passages = new Uint32Array(4096);
let titles = new Uint32Array(1024);

const askedClass = passageKinds.asked * lengthClasses;

/** Fills `passages` with the wanted passages of a term whose title postings end at `titleEnd`; returns how many. */
function readPassages(
  { segment, firstPassage }: PlacedSegment,
  term: number,
  titleEnd: number,
  wanted: Uint8Array | null,
): number {
  const { postingWords } = segment;
  const from = (titleEnd + 1) >>> 1;
  const end = segment.postingOffset[term + 1]! >>> 1;
  if (passages.length < end - from) passages = new Uint32Array(2 * (end - from));
  const list = passages;
  let passage = firstPassage;
  let found = 0;
  for (let at = from; at < end; at++) {
    const value = postingWords[at]!;
    passage += value >>> 3;
    if (value >= stepFrom) continue;
    // Written always, counted when wanted: a branch here would be guessed wrong too often.
    list[found] = (passage << 3) | (value & 7);
    found += wanted === null ? 1 : wanted[passage]!;
  }
  return found;
}

const stepFrom = farStep * passageCodes;

/** Fills `titles` with the articles that hold the term in their title, and what that weighs; returns how many. */
function readTitles(
  index: SearchIndex,
  { segment, firstArticle }: PlacedSegment,
  reader: { at: number; readonly end: number },
  weight: number,
): number {
  const { title, passageTitle, passageK1 } = index.parameters;
  const { titleScore, titleWeight } = index.scratch;
  let article = firstArticle;
  let count = 0;
  while (reader.at < reader.end) {
    const value = segment.readVarint(reader);
    article += Math.floor(value / titleCodes);
    if (count === titles.length) growTitles();
    titles[count++] = article;
    const inTitle = title * (value % titleCodes) * index.titleNorm[article]!;
    titleWeight[article] = inTitle;
    const forPassages = (inTitle * passageTitle) / title;
    titleScore[article]! += (weight * (passageK1 + 1) * forPassages) / (passageK1 + forPassages);
  }
  return count;
}

function growTitles(): void {
  const larger = new Uint32Array(titles.length * 2);
  larger.set(titles);
  titles = larger;
}
