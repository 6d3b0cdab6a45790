import { stopMark } from '../analysis/analyze';
import type { PlacedSegment, SearchIndex } from '../search-index';
import { isDeleted } from '../search-index';
import {
  codeFrequency,
  codeHeading,
  lengthClasses,
  passageCodes,
  passageKinds,
  titleCodes,
} from '../segment/layout';
import { type Alike, wordsAlike } from './likeness';
import { slipsOf } from './slips';

export interface QueryTerm {
  readonly term: string;
  /** How often the query says it. */
  readonly count: number;
}

/** A query term with what it stands for in each segment, in the order of the index. */
export interface ResolvedTerm extends QueryTerm {
  readonly alike: readonly (readonly Alike[])[];
  /** Count times inverse document frequency. */
  readonly weight: number;
}

/** `unfinished`: the last term also stands for the words that begin with it. */
export function resolveTerms(
  index: SearchIndex,
  terms: readonly QueryTerm[],
  unfinished = false,
): { resolved: ResolvedTerm[]; unknown: QueryTerm[] } {
  const resolved: ResolvedTerm[] = [];
  const unknown: QueryTerm[] = [];
  for (const [i, { term, count }] of terms.entries()) {
    const begins = unfinished && i === terms.length - 1;
    let alike = index.placed.map(({ segment }) => wordsAlike(segment, term, begins));
    if (!begins && !isKnown(index, alike)) {
      alike = index.placed.map(({ segment }, s) => withSlips(alike[s]!, slipsOf(segment, term)));
    }
    let documents = 0;
    index.placed.forEach((place, s) => {
      for (const each of alike[s]!)
        documents += likenessShare(index, each.similarity) * liveArticles(place, each);
    });
    if (documents > 0)
      resolved.push({ term, count, alike, weight: count * inverseFrequency(index, documents) });
    else if (!term.startsWith(stopMark)) unknown.push({ term, count });
  }
  return { resolved, unknown };
}

/** Whether any live article holds the word itself. */
function isKnown(index: SearchIndex, alike: readonly (readonly Alike[])[]): boolean {
  return index.placed.some((place, s) => {
    const exact = alike[s]!.find(({ similarity }) => similarity === 1);
    return exact !== undefined && liveArticles(place, exact) > 0;
  });
}

function liveArticles(place: PlacedSegment, { term, articles }: Alike): number {
  return place.deletes === null ? articles : liveArticlesWith(place, term);
}

function withSlips(alike: readonly Alike[], slips: readonly Alike[]): readonly Alike[] {
  if (slips.length === 0) return alike;
  return [...slips, ...alike.filter(({ term }) => !slips.some((slip) => slip.term === term))];
}

/** In steps of 1/4096, so that sums over segments come out the same in every order. */
function likenessShare(index: SearchIndex, similarity: number): number {
  return similarity === 1 ? 1 : Math.round(similarity ** index.parameters.likenessPower * 4096) / 4096;
}

/** How telling a word is that so many articles hold. */
export function inverseFrequency(index: SearchIndex, documents: number): number {
  const held = Math.min(documents, index.liveArticles);
  return Math.log(1 + (index.liveArticles - held + 0.5) / (held + 0.5));
}

/**
 * Adds every term's part to the scores of articles and passages. Plain term-at-a-time over each list once: on
 * ticket-long queries, pruning costs more than it saves. A word alike adds as a word of its own, by its likeness.
 */
export function accumulate(index: SearchIndex, terms: readonly ResolvedTerm[]): void {
  for (const { alike, weight } of terms) {
    for (let s = 0; s < index.placed.length; s++) {
      for (const { term, similarity } of alike[s]!) {
        addList(index, index.placed[s]!, term, weight * likenessShare(index, similarity));
      }
    }
  }
}

function addList(index: SearchIndex, place: PlacedSegment, term: number, weight: number): void {
  const { scratch, parameters, articleOf, articleNorm, passageNorm, passageClass, impact } = index;
  const { articleScore, passageScore } = scratch;
  const { k1, passageK1, asked, heading } = parameters;
  const bytes = place.segment.postingBytes;
  const end = place.segment.postingOffset[term + 1]!;
  const titleRatio = parameters.passageTitle / parameters.title;
  const articleWeight = weight * (k1 + 1);
  const titled = readTitles(index, place, term);
  let nextTitle = 0;
  let at = titles.end;
  let passage = place.firstPassage;
  let article = -1;
  let title = 0;
  let inText = 0;
  while (at < end) {
    let byte = bytes[at++]!;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++]!;
      value |= (byte & 0x7f) << shift;
    }
    passage += value >>> 3;
    const code = value & 7;
    const owner = articleOf[passage]!;
    if (owner !== article) {
      if (article !== -1) {
        const all = title + inText * articleNorm[article]!;
        articleScore[article]! += (articleWeight * all) / (k1 + all);
      }
      article = owner;
      inText = 0;
      title = 0;
      if (nextTitle < titled) {
        while (nextTitle < titled && titles.article[nextTitle]! < article)
          addTitle(index, nextTitle++, weight, true);
        if (nextTitle < titled && titles.article[nextTitle] === article) {
          title = titles.weight[nextTitle]!;
          addTitle(index, nextTitle++, weight, false);
        }
      }
    }
    const kindAndLength = passageClass[passage]!;
    // A question is a field of its own: the length of the article's text does not water it down.
    inText +=
      kindAndLength >= askedClass
        ? (asked * codeFrequency[code]!) / articleNorm[article]!
        : codeFrequency[code]!;
    if (title === 0) passageScore[passage]! += weight * impact[kindAndLength * passageCodes + code]!;
    else {
      const base = title * titleRatio;
      const both = base + (codeFrequency[code]! + heading * codeHeading[code]!) * passageNorm[kindAndLength]!;
      passageScore[passage]! +=
        weight * (passageK1 + 1) * (both / (passageK1 + both) - base / (passageK1 + base));
    }
  }
  if (article !== -1) {
    const all = title + inText * articleNorm[article]!;
    articleScore[article]! += (articleWeight * all) / (k1 + all);
  }
  while (nextTitle < titled) addTitle(index, nextTitle++, weight, true);
}

/** `alone`: no passage holds the word, so nothing else adds the article's own part. */
function addTitle(index: SearchIndex, i: number, weight: number, alone: boolean): void {
  const { k1, passageK1, passageTitle, title } = index.parameters;
  const article = titles.article[i]!;
  const inTitle = titles.weight[i]!;
  const forPassages = (inTitle * passageTitle) / title;
  if (alone) index.scratch.articleScore[article]! += (weight * (k1 + 1) * inTitle) / (k1 + inTitle);
  index.scratch.titleScore[article]! += (weight * (passageK1 + 1) * forPassages) / (passageK1 + forPassages);
}

/** The titles of the list in hand; grows as needed and is used anew for each list. */
const titles = { article: new Uint32Array(1024), weight: new Float32Array(1024), end: 0 };

const askedClass = passageKinds.asked * lengthClasses;

/** Fills `titles` with the articles that hold the term in their title; returns how many. */
function readTitles(index: SearchIndex, place: PlacedSegment, term: number): number {
  const { segment } = place;
  const reader = { at: segment.postingOffset[term]! };
  segment.readVarint(reader);
  const bytes = segment.readVarint(reader);
  titles.end = reader.at + bytes;
  let article = place.firstArticle;
  let count = 0;
  while (reader.at < titles.end) {
    const value = segment.readVarint(reader);
    article += Math.floor(value / titleCodes);
    if (count === titles.article.length) growTitles();
    titles.article[count] = article;
    titles.weight[count++] = index.parameters.title * (value % titleCodes) * index.titleNorm[article]!;
  }
  return count;
}

function growTitles(): void {
  const { article, weight } = titles;
  titles.article = new Uint32Array(article.length * 2);
  titles.article.set(article);
  titles.weight = new Float32Array(weight.length * 2);
  titles.weight.set(weight);
}

/** Articles that hold the term and are not deleted; counted anew only where something is deleted. */
export function liveArticlesWith(place: PlacedSegment, term: number): number {
  const { segment, deletes } = place;
  if (deletes === null) return segment.articlesWith(term);
  const found = new Set<number>();
  segment.visitPostings(
    term,
    (article) => found.add(article),
    (passage) => found.add(segment.articleOf(passage)),
  );
  let count = 0;
  for (const each of found) if (!isDeleted(deletes, each)) count++;
  return count;
}
