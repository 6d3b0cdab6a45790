import { stopMark } from './analysis/analyze';
import type { SearchField, SearchView, WhyFound } from './contract';
import type { ResolvedTerm } from './rank/accumulate';
import type { ScoredArticle } from './rank/best';
import type { SearchIndex } from './search-index';
import { codeFrequency, codeHeading, passageCodes, passageKinds, titleCodes } from './segment/layout';

const mostReasons = 12;

/** Which words led to a hit, in which field, and for how much of it; strongest first. */
export function explainHit(
  index: SearchIndex,
  terms: readonly ResolvedTerm[],
  hit: ScoredArticle,
): WhyFound[] {
  const s = index.placed.findLastIndex((each) => each.firstArticle <= hit.article);
  const { segment, firstArticle, firstPassage } = index.placed[s]!;
  const { title, asked, heading, likenessPower, k1 } = index.parameters;
  const reasons = new Map<string, WhyFound>();
  let total = 0;
  for (const { alike, weight } of terms) {
    for (const { term, text, similarity } of alike[s]!) {
      const part: Record<SearchField, number> = { title: 0, heading: 0, body: 0, askedAs: 0 };
      const reader = { at: segment.postingOffset[term]! };
      segment.readVarint(reader);
      const count = segment.readVarint(reader);
      let passage = firstPassage;
      for (let i = 0; i < count; i++) {
        const value = segment.readVarint(reader);
        passage += Math.floor(value / passageCodes);
        if (index.articleOf[passage] !== hit.article) continue;
        const code = value % passageCodes;
        const isAsked = index.passageKind[passage] === passageKinds.asked;
        if (passage !== hit.passage && !isAsked) continue;
        part[isAsked ? 'askedAs' : 'body'] += codeFrequency[code]! * (isAsked ? asked : 1);
        part.heading += heading * codeHeading[code]!;
      }
      let article = firstArticle;
      while (reader.at < segment.postingOffset[term + 1]!) {
        const value = segment.readVarint(reader);
        article += Math.floor(value / titleCodes);
        if (article === hit.article) part.title += title * (value % titleCodes);
      }
      for (const field of ['title', 'heading', 'body', 'askedAs'] as const) {
        if (part[field] === 0) continue;
        const share = similarity ** likenessPower * part[field];
        const view: SearchView = similarity === 1 ? (field === 'askedAs' ? 'unit' : 'word') : 'gram';
        const reason = { term: readable(text), view, field, weight: (weight * share) / (k1 + share) };
        const key = `${reason.term} ${field}`;
        total += reason.weight;
        reasons.set(key, { ...reason, weight: reason.weight + (reasons.get(key)?.weight ?? 0) });
      }
    }
  }
  return [...reasons.values()]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostReasons)
    .map((reason) => ({ ...reason, weight: reason.weight / total }));
}

/** Stop words carry a mark in the index. */
function readable(term: string): string {
  return term.startsWith(stopMark) ? term.slice(stopMark.length) : term;
}
