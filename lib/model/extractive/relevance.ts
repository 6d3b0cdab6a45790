import { fold, wordsOf } from '@/lib/draft/fold';
import { isSmallWord } from '@/lib/draft/language';
import { mattersOf } from '@/lib/draft/matters';
import { findValues } from '@/lib/draft/values';
import type { ReplyOrder } from '../contract';
import type { Unit } from './units';
import { holdsWanted, type Wanted, wantedIn } from './wanted';

/** Words in nearly every ticket; they find nothing. */
const common = new Set(
  fold(
    'order orders ordered bestellung bestellt commande commandé pedido encomenda ordine hello please want need like would could know tell help get got make made thing things question questions ' +
      'möchte bitte gerne kann können frage voudrais pouvez puis bonjour quiero puedo gostaria posso today now just really also still last week time day days one two buy bought shop store another ' +
      'something anything someone sure okay yes bag use used using new old good long soon back off out over about there here then than them they their only into any all some more much many see take going way ' +
      'work works best way ways stuff people possible mean problem issue send sent come comes came give gives keep put look looking let say says said think right wrong away change changed',
  ).split(' '),
);

/** Light stem: endings differ, beginnings stay. Long compounds keep enough to stay apart. */
function stem(word: string): string {
  if (/^\d/u.test(word)) return word;
  return word.length > 7
    ? word.slice(0, 6)
    : word.length > 5
      ? word.slice(0, 5)
      : word.replace(/(?:es|s|n|e)$/u, '');
}

export function termsOf(text: string): Set<string> {
  // Small bare numbers agree by chance ("10 % off", "10:00"); with their unit they tell.
  const words = wordsOf(text).filter(
    (word) => word.length > 1 && !isSmallWord(word) && !common.has(word) && !/^\d{1,3}$/u.test(word),
  );
  const figures = findValues(text)
    .filter((value) => value.unit !== null)
    .map((value) => `§${value.key}`);
  // A word that names a matter is counted as the matter, not twice.
  const plainWords = words.filter((word) => !namesMatter(word)).map(stem);
  return new Set([...plainWords, ...mattersOf(fold(text)), ...figures]);
}

const known = new Map<string, boolean>();
/** Remembered: the same few thousand words come again and again. */
function namesMatter(word: string): boolean {
  const before = known.get(word);
  if (before !== undefined) return before;
  const found = mattersOf(word).length > 0;
  if (known.size < 20_000) known.set(word, found);
  return found;
}

function isMatter(term: string): boolean {
  return term.startsWith('§') && !term.includes(':');
}

/** A matter counts for more than a word: words agree by chance. */
const conceptWeight = 1.6;
const contextShare = 0.25;
/** The answer to "how long" has a time in it. */
const valueBonus = 0.15;
/** Terms that stand in the heading, or only in the title, count as this much of one in the sentence. */
const headingShare = 0.7;
const titleShare = 0.5;

export interface AskTerms {
  own: ReadonlySet<string>;
  /** Words of the message around it. */
  context: ReadonlySet<string>;
  wanted: ReadonlySet<Wanted>;
}

export function toAskTerms(ask: string, context: string, order?: ReplyOrder | null): AskTerms {
  // The order's name and what was bought tell which case it is, not what is asked.
  const bought = new Set(
    (order?.items ?? []).flatMap((item) => [...termsOf(item)]).filter((term) => !isMatter(term)),
  );
  const own = new Set(
    [...termsOf(order ? ask.replaceAll(order.name, ' ') : ask)].filter((term) => !bought.has(term)),
  );
  return {
    own,
    context: new Set([...termsOf(context)].filter((term) => !own.has(term))),
    wanted: wantedIn(ask),
  };
}

export interface Scorer {
  /** How well a unit answers, about 0 to 1.5. `rank`: place of its passage in the search. */
  score(ask: AskTerms, unit: Unit, rank: number): number;
  /** Share of the ask's telling terms in the unit and its headings, 0 to 1. */
  coverage(ask: AskTerms, unit: Unit): number;
  /** Holds one of the matters that the ask names, if it names any. */
  sharesMatter(ask: AskTerms, unit: Unit): boolean;
  /** How many of the ask's own terms the unit holds, headings counted. */
  matches(ask: AskTerms, unit: Unit): number;
  /** 1 when the article's title speaks of what the customer speaks of; less when it speaks of something else. */
  topic(ask: AskTerms, passage: number): number;
  /** The title names a matter that the customer names too. */
  isOnTopic(ask: AskTerms, passage: number): boolean;
  /** The same for a whole passage. */
  passageCoverage(ask: AskTerms, passage: number): number;
}

/** Rarity is counted over all passages on offer: a term that stands everywhere decides nothing. */
export function createScorer(units: readonly Unit[], titles: ReadonlyMap<number, string>): Scorer {
  const bodies = new Map(units.map((unit) => [unit, termsOf(`${unit.text} ${unit.items.join(' ')}`)]));
  const titlesOf = new Map([...titles].map(([passage, title]) => [passage, termsOf(title)]));
  const byHeading = new Map<string, Set<string>>();
  const headingTerms = (heading: string) => {
    const known = byHeading.get(heading) ?? termsOf(heading);
    byHeading.set(heading, known);
    return known;
  };
  const headings = new Map(units.map((unit) => [unit, headingTerms(unit.heading)]));
  const passages = new Map<number, Set<string>>();
  for (const unit of units) {
    const terms = passages.get(unit.passage) ?? new Set<string>();
    for (const term of [...bodies.get(unit)!, ...headings.get(unit)!, ...(titlesOf.get(unit.passage) ?? [])])
      terms.add(term);
    passages.set(unit.passage, terms);
  }
  const frequency = new Map<string, number>();
  for (const terms of passages.values())
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const weight = (term: string) =>
    (term.startsWith('§') ? conceptWeight : 1) *
    Math.log(1 + passages.size / (0.5 + (frequency.get(term) ?? 0)));
  const total = (terms: Iterable<string>) => [...terms].reduce((sum, term) => sum + weight(term), 0);

  const share = (ask: AskTerms, has: (term: string) => number) => {
    const all = total(ask.own);
    if (all === 0) return 0;
    return [...ask.own].reduce((sum, term) => sum + weight(term) * has(term), 0) / all;
  };
  // "Size exchange: free label and reservation": what stands before the colon is the matter.
  const mainTitles = new Map(
    [...titles].map(([passage, title]) => [passage, termsOf(title.split(/[:：]/u)[0]!)]),
  );
  const titleTerms = (passage: number) => mainTitles.get(passage) ?? new Set<string>();
  const inUnit = (unit: Unit) => (term: string) =>
    bodies.get(unit)!.has(term)
      ? 1
      : headings.get(unit)!.has(term)
        ? headingShare
        : titlesOf.get(unit.passage)?.has(term)
          ? titleShare
          : 0;

  return {
    score(ask, unit, rank) {
      let score = share(ask, inUnit(unit));
      const around = total(ask.context);
      if (around > 0) {
        const found = [...ask.context].reduce((sum, term) => sum + weight(term) * inUnit(unit)(term), 0);
        score += contextShare * (found / around);
      }
      score += 0.2 / (1 + rank);
      if (unit.index === 0) score += 0.04;
      const words = `${unit.text} ${unit.items.join(' ')}`;
      for (const wanted of ask.wanted) {
        if (wanted === 'steps' ? unit.items.length > 1 : holdsWanted(words, wanted)) score += valueBonus;
      }
      const length = words.split(' ').length;
      // Long lists hold many words and say little; scraps say nothing.
      return score * (length > 45 ? 0.75 : 1) * (length < 6 ? 0.6 : 1) * (unit.text === '' ? 0.85 : 1);
    },
    isOnTopic(ask, passage) {
      const matters = [...titleTerms(passage)].filter(isMatter);
      const said = matters.filter((term) => ask.own.has(term) || ask.context.has(term));
      return said.length > 0 && said.length * 2 >= matters.length;
    },
    topic(ask, passage) {
      const title = titleTerms(passage);
      const said = (term: string) => ask.own.has(term) || ask.context.has(term);
      const matters = [...title].filter(isMatter);
      if (matters.length > 0) return 0.45 + (0.55 * matters.filter(said).length) / matters.length;
      return title.size === 0 || [...title].some(said) ? 1 : 0.6;
    },
    sharesMatter(ask, unit) {
      const matters = [...ask.own].filter(isMatter);
      return matters.length === 0 || matters.some((term) => inUnit(unit)(term) > 0);
    },
    matches: (ask, unit) => [...ask.own].filter((term) => inUnit(unit)(term) > 0).length,
    coverage: (ask, unit) => share(ask, inUnit(unit)),
    passageCoverage: (ask, passage) => share(ask, (term) => (passages.get(passage)?.has(term) ? 1 : 0)),
  };
}

/** Jaccard of the words: above 0.6 two units say the same. */
export function isSameSaying(a: Unit, b: Unit): boolean {
  const one = new Set(wordsOf(a.text + a.items.join(' ')));
  const two = new Set(wordsOf(b.text + b.items.join(' ')));
  const shared = [...one].filter((word) => two.has(word)).length;
  return shared / (one.size + two.size - shared || 1) > 0.6;
}
