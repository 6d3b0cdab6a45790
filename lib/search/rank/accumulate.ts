import { stopMark } from '../analysis/analyze';
import type { PlacedSegment, SearchIndex } from '../search-index';
import { isDeleted } from '../search-index';
import { codeFrequency, codeHeading, passageCodes, passageKinds, titleCodes } from '../segment/layout';
import { type Alike, wordsAlike } from './likeness';

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
  const power = index.parameters.likenessPower;
  const resolved: ResolvedTerm[] = [];
  const unknown: QueryTerm[] = [];
  for (const [i, { term, count }] of terms.entries()) {
    const begins = unfinished && i === terms.length - 1;
    const alike = index.placed.map(({ segment }) => wordsAlike(segment, term, begins));
    let documents = 0;
    index.placed.forEach((place, s) => {
      for (const { term: number, similarity } of alike[s]!) {
        documents += similarity ** power * liveArticlesWith(place, number);
      }
    });
    if (documents > 0)
      resolved.push({ term, count, alike, weight: count * inverseFrequency(index, documents) });
    else if (!term.startsWith(stopMark)) unknown.push({ term, count });
  }
  return { resolved, unknown };
}

/** How telling a word is that so many articles hold. */
export function inverseFrequency(index: SearchIndex, documents: number): number {
  const held = Math.min(documents, index.liveArticles);
  return Math.log(1 + (index.liveArticles - held + 0.5) / (held + 0.5));
}

/**
 * Adds every term's part to the scores of articles and passages that `allowed` lets in. Plain term-at-a-time: on
 * ticket-long queries, pruning costs more than it saves.
 */
export function accumulate(index: SearchIndex, terms: readonly ResolvedTerm[], allowed: Uint8Array): void {
  const { scratch, parameters, articleOf, articleNorm, passageNorm, passageKind } = index;
  const {
    articleScore,
    titleScore,
    passageScore,
    articleTf,
    fieldTf,
    passageTf,
    touchedArticles,
    touchedPassages,
  } = scratch;
  const { k1, passageK1, likenessPower } = parameters;
  const titleRatio = parameters.passageTitle / parameters.title;
  const passagePart = new Float32Array(passageCodes);
  for (let code = 0; code < passageCodes; code++) {
    passagePart[code] = codeFrequency[code]! + parameters.heading * codeHeading[code]!;
  }
  for (const { alike, weight } of terms) {
    for (let s = 0; s < index.placed.length; s++) {
      const place = index.placed[s]!;
      let articles = 0;
      let passages = 0;
      for (const { term, similarity } of alike[s]!) {
        const share = similarity ** likenessPower;
        const { postingBytes: bytes, postingOffset } = place.segment;
        const end = postingOffset[term + 1]!;
        const reader = { at: postingOffset[term]! };
        place.segment.readVarint(reader);
        const count = place.segment.readVarint(reader);
        let at = reader.at;
        let passage = place.firstPassage;
        for (let i = 0; i < count; i++) {
          let byte = bytes[at++]!;
          let value = byte & 0x7f;
          for (let shift = 7; byte > 0x7f; shift += 7) {
            byte = bytes[at++]!;
            value |= (byte & 0x7f) << shift;
          }
          passage += value >>> 3;
          const article = articleOf[passage]!;
          if (allowed[article] === 0) continue;
          if (passageTf[passage] === 0) touchedPassages[passages++] = passage;
          passageTf[passage]! += share * passagePart[value & 7]!;
          if (articleTf[article] === 0 && fieldTf[article] === 0) touchedArticles[articles++] = article;
          const frequency = share * codeFrequency[value & 7]!;
          // A question is a field of its own: the length of the article's text does not water it down.
          articleTf[article]! +=
            passageKind[passage] === passageKinds.asked
              ? (parameters.asked * frequency) / articleNorm[article]!
              : frequency;
        }
        let article = place.firstArticle;
        while (at < end) {
          let byte = bytes[at++]!;
          let value = byte & 0x7f;
          for (let shift = 7; byte > 0x7f; shift += 7) {
            byte = bytes[at++]!;
            value |= (byte & 0x7f) << shift;
          }
          article += Math.floor(value / titleCodes);
          if (allowed[article] === 0) continue;
          if (articleTf[article] === 0 && fieldTf[article] === 0) touchedArticles[articles++] = article;
          fieldTf[article]! += share * parameters.title * (value % titleCodes) * index.titleNorm[article]!;
        }
      }
      for (let i = 0; i < passages; i++) {
        const passage = touchedPassages[i]!;
        const title = fieldTf[articleOf[passage]!]! * titleRatio;
        const both = title + passageTf[passage]! * passageNorm[passage]!;
        passageScore[passage]! +=
          weight * (passageK1 + 1) * (both / (passageK1 + both) - title / (passageK1 + title));
        passageTf[passage] = 0;
      }
      for (let i = 0; i < articles; i++) {
        const article = touchedArticles[i]!;
        const fields = fieldTf[article]!;
        const all = fields + articleTf[article]! * articleNorm[article]!;
        articleScore[article]! += (weight * (k1 + 1) * all) / (k1 + all);
        const title = fields * titleRatio;
        titleScore[article]! += (weight * (passageK1 + 1) * title) / (passageK1 + title);
        articleTf[article] = 0;
        fieldTf[article] = 0;
      }
    }
  }
}

/** Articles that hold the term and are not deleted; counted anew only where something is deleted. */
export function liveArticlesWith(place: PlacedSegment, term: number): number {
  const { segment, deletes } = place;
  const reader = { at: segment.postingOffset[term]! };
  const stored = segment.readVarint(reader);
  if (deletes === null) return stored;
  const end = segment.postingOffset[term + 1]!;
  const passages = segment.readVarint(reader);
  const found = new Set<number>();
  let passage = 0;
  for (let i = 0; i < passages; i++) {
    passage += segment.readVarint(reader) >>> 3;
    found.add(segment.articleOf(passage));
  }
  let article = 0;
  while (reader.at < end) {
    article += Math.floor(segment.readVarint(reader) / titleCodes);
    found.add(article);
  }
  let count = 0;
  for (const each of found) if (!isDeleted(deletes, each)) count++;
  return count;
}
