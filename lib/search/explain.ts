import { stopMark } from './analysis/analyze';
import type { SearchField, SearchView, WhyFound } from './contract';
import type { ScoredArticle } from './rank/best';
import type { ResolvedTerm } from './rank/resolve';
import type { SearchIndex } from './search-index';
import { codeFrequency, codeHeading, lengthClasses, passageKinds } from './segment/layout';

const mostReasons = 12;

/** Which words led to a hit, in which field, and for how much of it, and how much its meaning did; strongest first. */
export function explainHit(
  index: SearchIndex,
  terms: readonly ResolvedTerm[],
  hit: ScoredArticle,
): WhyFound[] {
  const s = index.placed.findLastIndex((each) => each.firstArticle <= hit.article);
  const { segment, firstArticle, firstPassage } = index.placed[s]!;
  const { title, asked, heading, k1 } = index.parameters;
  const reasons = new Map<string, WhyFound>();
  let total = 0;
  for (const { alike, weight } of terms) {
    for (const { term, text, similarity, share: counts } of alike[s]!) {
      const part: Record<SearchField, number> = { title: 0, heading: 0, body: 0, askedAs: 0 };
      segment.visitPostings(
        term,
        (article, frequency) => {
          if (firstArticle + article === hit.article) part.title += title * frequency;
        },
        (local, code) => {
          const passage = firstPassage + local;
          if (index.articleOf[passage] !== hit.article) return;
          const isAsked = index.passageClass[passage]! >= passageKinds.asked * lengthClasses;
          if (passage !== hit.passage && !isAsked) return;
          part[isAsked ? 'askedAs' : 'body'] += codeFrequency[code]! * (isAsked ? asked : 1);
          part.heading += heading * codeHeading[code]!;
        },
      );
      for (const field of ['title', 'heading', 'body', 'askedAs'] as const) {
        if (part[field] === 0) continue;
        const share = counts * part[field];
        const view: SearchView = similarity === 1 ? (field === 'askedAs' ? 'unit' : 'word') : 'gram';
        const reason = {
          term: readable(text),
          view,
          field,
          weight: (weight * share) / (k1 + share),
        };
        const key = `${reason.term} ${field}`;
        total += reason.weight;
        reasons.set(key, { ...reason, weight: reason.weight + (reasons.get(key)?.weight ?? 0) });
      }
    }
  }
  const { meaningShare = 0 } = hit;
  const byWords = [...reasons.values()].map((reason) => ({
    ...reason,
    weight: (reason.weight / total) * (1 - meaningShare),
  }));
  const byMeaning: WhyFound[] =
    meaningShare === 0 ? [] : [{ term: '', view: 'meaning', field: 'body', weight: meaningShare }];
  return [...byMeaning, ...byWords].sort((a, b) => b.weight - a.weight).slice(0, mostReasons);
}

/** Stop words carry a mark in the index. */
function readable(term: string): string {
  return term.startsWith(stopMark) ? term.slice(stopMark.length) : term;
}
