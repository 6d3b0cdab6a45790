import type { ReplyMaterial } from '../contract';
import { type AskPart, toAskParts } from './asks';
import { chooseCanned } from './canned';
import { isForeign } from './foreign';
import type { Instruction } from './instruction';
import { leastRoom, type Quote, quote } from './quoting';
import { createRanking, type Ranked } from './ranking';
import { createScorer, type Scorer } from './relevance';
import { toSections, wordsOfUnit } from './sections';
import { termsOf } from './terms';
import type { Unit } from './units';
import { holdsWanted } from './wanted';

/** More reads like a leaflet. */
const mostWords = { reply: 190, manyAsks: 280, ask: 80, short: 40 } as const;

/** With many asks each gets this much, as long as there is room. */
const leastPerPart = 50;
/** An answer as good as this leaves no doubt which thing was meant. */
const clearScore = 0.5;
/** A canned reply that holds this much of a further ask has answered it as well. */
const coveredByCanned = 0.5;
export interface Answer {
  ask: number;
  /** The words of the ask that it answers. */
  part: string;
  quotes: Quote[];
  /** Paragraphs of a canned reply, used whole. */
  canned: { number: number; text: string } | null;
}

/** An answer per part of an ask; none for a part that nothing answers. */
export function findAnswers(
  material: ReplyMaterial,
  instruction: Instruction,
): { answers: Answer[]; open: AskPart[] } {
  const isShort = instruction.kind === 'shorter';
  const sections = toSections(material);
  const foreign = new Set(
    material.passages
      .filter((passage) => isForeign(passage.text, material.language))
      .map(({ number }) => number),
  );
  const scorer = createScorer(sections, foreign);
  const rank = createRanking(material, sections, foreign, scorer);
  const used: Unit[] = [];
  const answers: Answer[] = [];
  const open: AskPart[] = [];
  let canned: UsedCanned | null = null;
  let wasOpen = false;
  const parts = toAskParts(material, scorer.isKnown);
  const most = Math.min(Math.max(mostWords.reply, parts.length * leastPerPart), mostWords.manyAsks);
  const perPart = isShort ? mostWords.short : Math.max(most / parts.length, leastPerPart);
  for (const readings of parts) {
    const { part, ranked } = bestReading(readings, rank);
    const answer = (quotes: Quote[], text: Answer['canned'] = null) =>
      answers.push({ ask: part.ask, part: part.text, quotes, canned: text });
    if (canned !== null && isCovered(part, canned, scorer)) {
      answer([]);
      continue;
    }
    const chosen: Answer['canned'] =
      canned === null && !isShort ? chooseCanned(part, material, scorer, ranked[0]?.found.score ?? 0) : null;
    if (chosen !== null) {
      canned = { ...chosen, terms: termsOf(chosen.text) };
      answer([], chosen);
      continue;
    }
    const room = most - used.reduce((sum, unit) => sum + wordsOfUnit(unit), 0);
    const isOpen: boolean = ranked.length === 0 || room < leastRoom || (part.goesOn && wasOpen);
    wasOpen = isOpen;
    if (isOpen) {
      open.push(part);
      continue;
    }
    const quotes = quote(ranked, part, scorer, used, Math.min(room, perPart, mostWords.ask));
    used.push(...quotes.flatMap(({ units }) => units));
    answer(quotes);
  }
  return { answers, open };
}

function isCovered(part: AskPart, canned: UsedCanned, scorer: Scorer): boolean {
  return (
    scorer.text(part, canned.terms) >= coveredByCanned &&
    [...part.wanted].every((wanted) => wanted === 'steps' || holdsWanted(canned.text, wanted))
  );
}

/** The nearest of the things a part may point back to that is answered clearly; else what is answered best. */
function bestReading(
  readings: readonly AskPart[],
  rankOf: (part: AskPart) => Ranked[],
): { part: AskPart; ranked: Ranked[] } {
  const all = readings.map((part) => ({ part, ranked: rankOf(part) }));
  const score = ({ ranked }: { ranked: readonly Ranked[] }) => ranked[0]?.found.score ?? 0;
  return (
    all.find((each) => score(each) >= clearScore) ??
    all.reduce((best, each) => (score(each) > score(best) ? each : best))
  );
}

interface UsedCanned {
  number: number;
  text: string;
  terms: ReadonlySet<string>;
}
