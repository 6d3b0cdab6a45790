import type { AskPart } from './asks';
import type { Section } from './sections';
import { isMatter, isMatterWord, isShared, termsOf } from './terms';
import type { Unit } from './units';
import { holdsWanted, type Wanted, wantedIn } from './wanted';

/** A matter counts for more than a word: words agree by chance. */
const matterWeight = 1.6;
const matterWordWeight = 0.5;
const contextShare = 0.3;
/** With hardly a word of its own ("And how much is it?") an ask is understood by what stands around it. */
const contextShareOfThin = 0.6;
/** The answer to "how long" has a time in it. */
const valueBonus = 0.15;
/** For each of the matters around the ask that the section speaks of, and how many count. */
const aroundBonus = 0.05;
const mostAround = 3;
const headingBonus = 0.2;
/** The heading sets a case that the customer does not speak of. */
const otherCase = 0.85;
const otherMatter = 0.7;
/** It holds no value of the kind that is asked for. */
const nothingWanted = 0.8;
/** Terms that stand only in the title count as this much of one in the section. */
const titleShare = 0.5;
/** Words of one language are not expected in another: they weigh this much there. */
const foreignWords = 0.2;
/** All of them together weigh at most this much. */
const mostForeign = 0.6;
/** What was said before the ask. */
const inheritedWeight = { matter: 0.7, word: 0.25 } as const;
/** The ask names the thing the article is named after. */
const nameBonus = 0.2;
/** The first section says what the article is about. */
const leadBonus = 0.08;
/** Context words found before half of its worth is reached, in weights of a rare word. */
const contextHalf = 4;

export interface Found {
  /** How well a section answers, about 0 to 1.6. */
  score: number;
  /** Share of the ask's telling terms in the section and its headings, 0 to 1. */
  coverage: number;
  /** How many of the ask's own terms it holds. */
  matches: number;
  /** Share of all matters in the message that it speaks of. */
  story: number;
  /** How many of its matters. */
  matters: number;
  /** The title or heading names a matter that the ask names. */
  isOnTopic: boolean;
  /** Holds the kind of value that is asked for. */
  holdsWanted: boolean;
}

export interface Scorer {
  /** Whether a term stands in any section. */
  isKnown(term: string): boolean;
  section(ask: AskPart, section: Section): Found;
  /** Which of a section's units say it. */
  unit(ask: AskPart, unit: Unit): number;
  /** How many words of a row's name the customer or the order says. */
  row(ask: AskPart, unit: Unit): number;
  /** Share of the ask's telling terms in the words of a canned reply. */
  text(ask: AskPart, words: ReadonlySet<string>): number;
}

interface Words {
  body: ReadonlySet<string>;
  heading: ReadonlySet<string>;
  title: ReadonlySet<string>;
}

/** Rarity is counted over all sections on offer: a term that stands everywhere decides nothing. */
export function createScorer(sections: readonly Section[], foreign: ReadonlySet<number>): Scorer {
  const words = new Map(sections.map((section) => [section, readWords(section)]));
  const frequency = new Map<string, number>();
  for (const { body, heading } of words.values())
    for (const term of new Set([...body, ...heading])) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  // "Torv multi-fuel stove", "Glo gas stove": what few titles hold is a name.
  const names = new Map<string, number>();
  for (const title of new Set(sections.map((section) => section.title)))
    for (const term of titleTerms(title)) names.set(term, (names.get(term) ?? 0) + 1);
  const rarest = Math.log(1 + sections.length / 0.5);
  const kindWeight = (term: string) =>
    isMatter(term) ? matterWeight : isMatterWord(term) ? matterWordWeight : 1;
  const weight = (term: string) =>
    (kindWeight(term) * Math.log(1 + sections.length / (0.5 + (frequency.get(term) ?? 0)))) / (rarest || 1);
  const share = ({ own, inherited }: AskPart, has: (term: string) => number, isForeign: boolean) => {
    let all = 0;
    let found = 0;
    let unread = 0;
    for (const term of own) {
      const held = has(term);
      const worth =
        weight(term) * (inherited.has(term) ? inheritedWeight[isMatter(term) ? 'matter' : 'word'] : 1);
      if (isForeign && !isShared(term) && held === 0) unread += worth * foreignWords;
      else all += worth;
      found += worth * held;
    }
    all += Math.min(unread, mostForeign);
    return all === 0 ? 0 : found / all;
  };

  const holds = remembered(sectionHolds);

  return {
    isKnown: (term) => frequency.has(term) || names.has(term),
    section(ask, section) {
      const { body, heading, title } = words.get(section)!;
      const isForeign = foreign.has(section.passage);
      const has = (term: string) =>
        body.has(term) || heading.has(term) ? 1 : title.has(term) ? titleShare : 0;
      const coverage = share(ask, has, isForeign);
      const around = [...ask.context].reduce((sum, term) => sum + weight(term) * has(term), 0);
      const thin = [...ask.own].reduce((sum, term) => sum + weight(term), 0) < 1.2;
      let score =
        coverage +
        (thin ? contextShareOfThin : contextShare) *
          (around / (around + contextHalf * (0.4 + body.size / 50)));
      const aroundMatters = [...ask.context].filter(
        (term) => isMatter(term) && (body.has(term) || heading.has(term)),
      );
      score += Math.min(aroundMatters.length, mostAround) * aroundBonus;
      const agreed = agreement(heading, ask);
      score += headingBonus * agreed;
      if (section.index === 0) score += leadBonus;
      if (
        [...title].some(
          (term) => !isShared(term) && !isMatterWord(term) && ask.named.has(term) && names.get(term)! <= 2,
        )
      )
        score += nameBonus;
      const held = [...ask.wanted].filter((wanted) => holds(section, wanted)).length;
      const asked = wantedIn(section.heading);
      score += valueBonus * (held + [...ask.wanted].filter((wanted) => asked.has(wanted)).length);
      if (ask.wanted.size > 0 && held === 0) score *= nothingWanted;
      if (asked.size > 0 && ![...asked].some((wanted) => ask.wanted.has(wanted))) score *= otherCase;
      if (heading.size > 0 && agreed === 0 && asked.size === 0)
        score *= [...heading].some(isMatter) ? otherMatter : otherCase;
      const isNamed = [...title].some(
        (term) => !isShared(term) && !isMatterWord(term) && ask.named.has(term) && names.get(term)! <= 2,
      );
      if (isNamed) score += nameBonus;
      return {
        score: score * topic(title, ask),
        coverage,
        matches: [...ask.own].filter((term) => !isMatterWord(term) && has(term) > 0).length,
        story: storyShare(ask, has),
        matters: [...ask.own].filter((term) => isMatter(term) && has(term) > 0).length,
        isOnTopic:
          isNamed ||
          isOnTopic(title, ask) ||
          [...heading].some((term) => isMatter(term) && ask.own.has(term)),
        holdsWanted: held > 0,
      };
    },
    unit: (ask, unit) => {
      const terms = termsOf(`${unit.text} ${unit.items.join(' ')}`);
      const has = (term: string) => (terms.has(term) ? 1 : 0);
      const around = [...ask.context].reduce((sum, term) => sum + weight(term) * has(term), 0);
      const wanted = [...ask.wanted].some((each) => holdsWanted(unit.text, each)) ? valueBonus : 0;
      return (
        share(ask, has, foreign.has(unit.passage)) + contextShare * (around / (around + contextHalf)) + wanted
      );
    },
    row: (ask, unit) => {
      const names = [...termsOf(unit.row ?? '')]
        .filter((term) => !isShared(term))
        .map((term) => (isMatterWord(term) ? term.slice(1) : term))
        .filter((term) => term.length > 2);
      return names.filter((name) => ask.said.includes(name)).length;
    },
    text: (ask, terms) => share(ask, (term) => (terms.has(term) ? 1 : 0), false),
  };
}

/** Finding the values of a text is the dearest of all; every ask wants to know the same of the same sections. */
function remembered(holds: typeof sectionHolds): typeof sectionHolds {
  const known = new Map<Section, Map<Wanted, boolean>>();
  return (section, wanted) => {
    const ofSection = known.get(section) ?? new Map<Wanted, boolean>();
    known.set(section, ofSection);
    const before = ofSection.get(wanted);
    if (before !== undefined) return before;
    const found = holds(section, wanted);
    ofSection.set(wanted, found);
    return found;
  };
}

function sectionHolds(section: Section, wanted: Wanted): boolean {
  return wanted === 'steps'
    ? section.units.some((unit) => unit.items.length > 1)
    : holdsWanted(textOf(section), wanted);
}

function textOf(section: Section): string {
  return section.units.map((unit) => `${unit.text} ${unit.items.join(' ')}`).join(' ');
}

function readWords(section: Section): Words {
  return {
    body: termsOf(textOf(section)),
    heading: termsOf(section.heading),
    title: titleTerms(section.title),
  };
}

/** "Size exchange: free label and reservation": what stands before the colon is the matter. */
export function titleTerms(title: string): Set<string> {
  return termsOf(title.split(/[:：]/u)[0]!);
}

/** 1 when the title speaks of what the customer speaks of; less when it speaks of something else. */
function topic(title: ReadonlySet<string>, ask: AskPart): number {
  const said = (term: string) => (ask.own.has(term) ? 1 : ask.context.has(term) ? 0.7 : 0);
  const matters = [...title].filter(isMatter);
  if (matters.length > 0)
    return 0.5 + (0.5 * matters.reduce((sum, term) => sum + said(term), 0)) / matters.length;
  return title.size === 0 || [...title].some((term) => said(term) > 0) ? 1 : 0.6;
}

function isOnTopic(title: ReadonlySet<string>, ask: AskPart): boolean {
  const matters = [...title].filter(isMatter);
  const said = matters.filter((term) => ask.own.has(term) || ask.context.has(term));
  return said.length > 0 && said.length * 2 >= matters.length;
}

function storyShare({ own, context }: AskPart, has: (term: string) => number): number {
  const matters = [...own, ...context].filter(isMatter);
  return matters.filter((matter) => has(matter) > 0).length / (matters.length || 1);
}

function agreement(heading: ReadonlySet<string>, ask: AskPart): number {
  if (heading.size === 0) return 0;
  const said = [...heading].reduce(
    (sum, term) => sum + (ask.own.has(term) ? 1 : ask.context.has(term) ? 0.5 : 0),
    0,
  );
  return said / heading.size;
}
