import type { AskPart } from './asks';
import type { Scorer } from './relevance';
import { type Section, wordsOfUnit } from './sections';
import type { Unit } from './units';

/** A section this short is quoted whole: half a thought misleads. */
const wholeWords = 60;
const excerptWords = 45;
/** Rows that name nothing the customer speaks of are quoted only when there are this few. */
const fewRows = 3;

/** What is quoted of a section, in reading order. */
export function excerptOf(section: Section, ask: AskPart, scorer: Scorer, most: number): Unit[] {
  const units = withFittingRows(section.units, ask, scorer);
  const words = units.reduce((sum, unit) => sum + wordsOfUnit(unit), 0);
  if (words <= Math.min(wholeWords, most)) return units;
  return bestRun(units, ask, scorer, Math.min(excerptWords, most));
}

/** Of a table the rows that name what the ask or the order names; all of a small table when none does. */
function withFittingRows(units: readonly Unit[], ask: AskPart, scorer: Scorer): Unit[] {
  const rows = units.filter((unit) => unit.row !== null);
  if (rows.length < 2) return [...units];
  const scores = new Map(rows.map((unit) => [unit, scorer.row(ask, unit)]));
  const best = Math.max(...scores.values());
  const fitting =
    best > 0 ? rows.filter((unit) => scores.get(unit)! >= best * 0.99) : rows.length <= fewRows ? rows : [];
  return units.filter((unit) => unit.row === null || fitting.includes(unit));
}

/** The run of neighboring units that says most about the ask in so many words. */
function bestRun(units: readonly Unit[], ask: AskPart, scorer: Scorer, most: number): Unit[] {
  const scores = units.map((unit) => scorer.unit(ask, unit));
  const center = scores.indexOf(Math.max(...scores));
  if (center < 0) return [];
  let from = center;
  let to = center;
  let words = wordsOfUnit(units[center]!);
  // A sentence that leans on the one before it is never the first.
  for (;;) {
    const before = from > 0 ? units[from - 1]! : null;
    const after = to + 1 < units.length ? units[to + 1]! : null;
    const mustGoBack = before !== null && leansOnPrevious(units[from]!.text);
    const room = (unit: Unit | null) => unit !== null && words + wordsOfUnit(unit) <= most;
    if (mustGoBack || (room(before) && !(room(after) && scores[to + 1]! >= scores[from - 1]!))) {
      from -= 1;
      words += wordsOfUnit(units[from]!);
    } else if (room(after)) {
      to += 1;
      words += wordsOfUnit(units[to]!);
    } else break;
  }
  return units.slice(from, to + 1);
}

const leaning =
  /^(?:it|its|this|that|these|those|they|them|then|after that|afterwards|also|however|but|otherwise|so|therefore|in (?:this|that|both|these) cases?|both|he|she|er|sie|es|dies\p{L}*|das|danach|dann|auch|jedoch|aber|sonst|andernfalls|in (?:diesem|beiden) f[aä]ll\p{L}*|il|elle|ils|elles|cela|ce|ceci|ensuite|alors|mais|sinon|dans ce cas|est[eo]s?|esta|entonces|después|pero|también|en (?:este|ese) caso|isso|isto|este|depois|então|mas|também|nesse caso|neste caso)(?!\p{L})/iu;

/** An object that was named before: "Wir schicken es …", "We send it …". */
const objectLeaning = /^\p{L}+ \p{L}+ (?:it|them|es|ihn|sie)(?!\p{L})/iu;

/** "It", "this", "after that": such a sentence is quoted with the one before it, or not at all. */
function leansOnPrevious(text: string): boolean {
  return leaning.test(text) || objectLeaning.test(text);
}
