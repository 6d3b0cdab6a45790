import type { ReplyMaterial } from '../contract';
import type { AskPart } from './asks';
import type { Found, Scorer } from './relevance';
import type { Section } from './sections';
import { situationFactor } from './situation';
import { countThings } from './terms';

/** Least share of an ask's telling terms in a section and its headings, and least score, to count as an answer. */
const leastCoverage = { strong: 0.4, weak: 0.5 } as const;
const leastScore = { strong: 0.5, weak: 0.6 } as const;
/** The same where title or heading name the very matter: there even a thin question is understood. */
const onTopic = {
  strong: { coverage: 0.2, score: 0.4 },
  weak: { coverage: 0.45, score: 0.4 },
} as const;
const leastStory = 0.5;
/** What the search found first. */
const placeBonus = 0.18;
/** Words of another language agree by chance and are read by nobody: only the clear cases. */
const foreignFactor = 0.8;
/** A passage in the customer's language that answers at least this well needs none in another. */
const ownLanguageShare = 0.65;
/** Nobody stands for it, while somebody stands for another passage on offer. */
const unverifiedFactor = 0.8;
/** Where that other passage answers at least this well, the one that nobody stands for is not quoted at all. */
const verifiedShare = 0.6;
/** A rule for the very span of time goes before the general one. */
const specialFactor = 1.12;

export interface Ranked {
  section: Section;
  found: Found;
}

interface Weighing {
  factors: ReadonlyMap<number, number>;
  foreign: ReadonlySet<number>;
}

/** Sections that answer a part of an ask, best first. */
export function createRanking(
  material: ReplyMaterial,
  sections: readonly Section[],
  foreign: ReadonlySet<number>,
  scorer: Scorer,
): (part: AskPart) => Ranked[] {
  const weighing = { factors: passageFactors(material, foreign), foreign };
  return (part) => rank(part, sections, weighing, scorer, material);
}

function passageFactors(material: ReplyMaterial, foreign: ReadonlySet<number>): Map<number, number> {
  const anyVerified = material.passages.some((passage) => passage.verified === 'verified');
  return new Map(
    material.passages.map((passage) => [
      passage.number,
      (foreign.has(passage.number) ? foreignFactor : 1) *
        (anyVerified && passage.verified === 'never' ? unverifiedFactor : 1) *
        (passage.isSpecial ? specialFactor : 1),
    ]),
  );
}

function rank(
  part: AskPart,
  sections: readonly Section[],
  { factors, foreign }: Weighing,
  scorer: Scorer,
  material: ReplyMaterial,
): Ranked[] {
  const places = new Map(part.passages.map((number, index) => [number, index]));
  const scored = sections
    .filter((section) => places.has(section.passage))
    .map((section) => {
      const found = scorer.section(part, section);
      const score =
        (found.score + placeBonus / (1 + places.get(section.passage)!)) *
        factors.get(section.passage)! *
        situationFactor(section, material.order);
      return { section, found: { ...found, score } };
    })
    .sort((a, b) => b.found.score - a.found.score);
  const answering = scored.filter(({ found }) => isAnswer(part, found, material.evidence));
  return withLead(withoutForeign(withoutDoubtful(answering, material), foreign), scored);
}

/** What the best article says first may lead in to its answer though it holds few of the ask's words. */
function withLead(ranked: Ranked[], scored: readonly Ranked[]): Ranked[] {
  const passage = ranked[0]?.section.passage;
  const lead = scored.find(({ section }) => section.passage === passage && section.index === 0);
  return lead === undefined || lead.found.coverage === 0 || ranked.includes(lead)
    ? ranked
    : [...ranked, lead];
}

/** What the customer can read answers well enough: no second language beside it. */
function withoutForeign(ranked: readonly Ranked[], foreign: ReadonlySet<number>): Ranked[] {
  const best = ranked[0];
  const isEnough = ranked.some(
    ({ section, found }) =>
      !foreign.has(section.passage) &&
      found.score >= best!.found.score * ownLanguageShare &&
      found.matters >= best!.found.matters,
  );
  return ranked.filter(({ section }) => !isEnough || !foreign.has(section.passage));
}

function withoutDoubtful(ranked: readonly Ranked[], { passages }: ReplyMaterial): Ranked[] {
  const stateOf = new Map(passages.map(({ number, verified }) => [number, verified]));
  const stood = ranked.find(({ section }) => stateOf.get(section.passage) === 'verified');
  const isBetter = stood !== undefined && stood.found.score >= ranked[0]!.found.score * verifiedShare;
  return ranked.filter(({ section }) => !isBetter || stateOf.get(section.passage) !== 'never');
}

/** Whether a section may stand as an answer. One shared word of many is chance. */
function isAnswer(part: AskPart, found: Found, evidence: ReplyMaterial['evidence']): boolean {
  if (evidence === 'none' || part.own.size === 0) return false;
  // Found by its matter alone, it must fit the story: how to change a battery is no answer about a swollen one.
  if (evidence === 'weak' && found.story < leastStory) return false;
  if (found.isOnTopic)
    return found.score >= onTopic[evidence].score && found.coverage >= onTopic[evidence].coverage;
  return (
    countThings(part.own) > 1 &&
    found.matches > 1 &&
    found.score >= leastScore[evidence] &&
    found.coverage >= leastCoverage[evidence]
  );
}
