import type { AskPart } from './asks';
import { excerptOf } from './excerpt';
import type { Ranked } from './ranking';
import { type Found, type Scorer, titleTerms } from './relevance';
import { isSameSaying } from './same-saying';
import { type Section, wordsOfUnit } from './sections';
import { isMatter } from './terms';
import type { Unit } from './units';

/** Less is no answer; the ask is named as open instead. */
export const leastRoom = 12;
/** A further section of the same passage, and of another one, is quoted when it answers nearly as well. */
const secondShare = { same: 0.72, other: 0.88 } as const;
/** What an article says first leads in to the rest of it. */
const leadShare = 0.55;
/** The special rule is told beside the general one, though it has fewer of the words. */
const specialShare = 0.5;
/** Further ones answer something else. */
const mostCandidates = 6;
/** What is quoted of one section. */
export interface Quote {
  section: Section;
  units: Unit[];
}

/** The best section, and another one that answers nearly as well. Nothing is said twice. */
export function quote(
  ranked: readonly Ranked[],
  part: AskPart,
  scorer: Scorer,
  used: readonly Unit[],
  most: number,
): Quote[] {
  const best = ranked[0]!;
  const quotes: Quote[] = [];
  let room = most;
  for (const { section, found } of bestFirst(ranked)) {
    if (section !== best.section && !isWorthAdding(section, found, best)) continue;
    if (room < leastRoom) break;
    const said = [...used, ...quotes.flatMap(({ units }) => units)];
    const units = excerptOf(section, part, scorer, room).filter(
      (unit) => !said.some((known) => known === unit || isSameSaying(known, unit)),
    );
    if (units.length > 0) quotes.push({ section, units });
    room -= units.reduce((sum, unit) => sum + wordsOfUnit(unit), 0);
    if (quotes.length === 2) break;
  }
  return inReadingOrder(quotes);
}

/** Best, then the special rule, then the lead of the best one's article, then the rest by rank. */
function bestFirst(ranked: readonly Ranked[]): Ranked[] {
  const best = ranked[0]!.section;
  const place = ({ section }: Ranked) => {
    if (section === best) return 0;
    if (isSpecialRule(section, best)) return 1;
    return section.passage === best.passage && section.index === 0 ? 2 : 3;
  };
  return [...ranked].sort((a, b) => place(a) - place(b)).slice(0, mostCandidates);
}

/** The first section of a special rule on the matter that another section tells the general rule of. */
function isSpecialRule(section: Section, general: Section): boolean {
  if (!section.isSpecial || general.isSpecial || section.index > 0) return false;
  const matters = new Set(mattersIn(general.title));
  return mattersIn(section.title).some((matter) => matters.has(matter));
}

function mattersIn(title: string): string[] {
  return [...titleTerms(title)].filter(isMatter);
}

function inReadingOrder(quotes: readonly Quote[]): Quote[] {
  const order = [...new Set(quotes.map(({ section }) => section.passage))];
  return [...quotes].sort(
    (a, b) =>
      order.indexOf(a.section.passage) - order.indexOf(b.section.passage) ||
      a.section.index - b.section.index,
  );
}

function isWorthAdding(section: Section, found: Found, best: Ranked): boolean {
  const share = found.score / best.found.score;
  if (isSpecialRule(section, best.section)) return share >= specialShare;
  if (section.passage !== best.section.passage)
    return (
      share >= secondShare.other &&
      found.matters >= best.found.matters &&
      (found.holdsWanted || !best.found.holdsWanted)
    );
  return share >= (section.index === 0 ? leadShare : secondShare.same);
}
