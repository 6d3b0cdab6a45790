import { fold, wordsOf } from '@/lib/draft/fold';
import { isSmallWord } from '@/lib/draft/language';
import { findValues } from '@/lib/draft/values';
import type { Unit } from './units';

/** Words in nearly every ticket; they find nothing. */
const common = new Set(
  fold(
    'order orders bestellung commande pedido encomenda ordine hello please want need like would could know tell help get got make made thing things question questions ' +
      'möchte bitte gerne kann können frage voudrais pouvez puis bonjour quiero puedo gostaria posso today now just really also still last week time day days one two buy bought shop store',
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
  return new Set(
    wordsOf(text)
      .filter((word) => !isSmallWord(word) && !common.has(word))
      .map(stem),
  );
}

export interface Scorer {
  /** How well a unit answers an ask: 0 and up; comparable within one reply. */
  score(ask: string, unit: Unit, rank: number): number;
  /** Share of the ask's telling words that a passage's words hold, 0 to 1. */
  coverage(ask: string, passage: number): number;
}

/** Rarity is counted over all passages on offer: a word that stands everywhere decides nothing. */
export function createScorer(units: readonly Unit[], titles: ReadonlyMap<number, string>): Scorer {
  const terms = new Map(units.map((unit) => [unit, termsOf(`${unit.text} ${unit.items.join(' ')}`)]));
  const headings = new Map(
    units.map((unit) => [unit, termsOf(`${unit.heading} ${titles.get(unit.passage) ?? ''}`)]),
  );
  const frequency = new Map<string, number>();
  for (const unit of units) {
    for (const term of new Set([...terms.get(unit)!, ...headings.get(unit)!]))
      frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const weight = (term: string) => Math.log(1 + units.length / (1 + (frequency.get(term) ?? 0)));

  return {
    score(ask, unit, rank) {
      const wanted = termsOf(ask);
      let score = 0;
      for (const term of wanted) {
        if (terms.get(unit)!.has(term)) score += weight(term);
        else if (headings.get(unit)!.has(term)) score += weight(term) * 0.5;
      }
      score += 1.2 / (1 + rank);
      if (unit.index === 0) score += 0.3;
      if (
        asksForFigure(ask) &&
        findValues(`${unit.text} ${unit.items.join(' ')}`).some((value) => value.unit !== null)
      )
        score += 0.8;
      return score;
    },
    coverage(ask, passage) {
      const wanted = [...termsOf(ask)];
      if (wanted.length === 0) return 0;
      const there = new Set<string>();
      for (const unit of units) {
        if (unit.passage !== passage) continue;
        for (const term of [...terms.get(unit)!, ...headings.get(unit)!]) there.add(term);
      }
      const total = wanted.reduce((sum, term) => sum + weight(term), 0);
      return wanted.reduce((sum, term) => sum + (there.has(term) ? weight(term) : 0), 0) / total;
    },
  };
}

/** "When", "how long", "how much": the answer has a figure in it. */
function asksForFigure(ask: string): boolean {
  return /(?<!\p{L})(?:when|how (?:long|much|many|soon|far)|cost|price|deadline|wann|wie (?:lange|viel|teuer)|kostet|kosten|frist|quand|combien|délai|coûte|cuándo|cuánto|cuesta|plazo|quando|quanto|custa|prazo|costa|wanneer|hoe (?:lang|veel))(?!\p{L})/iu.test(
    ask,
  );
}

/** Jaccard of the words: above 0.6 two units say the same. */
export function isSameSaying(a: Unit, b: Unit): boolean {
  const one = new Set(wordsOf(a.text + a.items.join(' ')));
  const two = new Set(wordsOf(b.text + b.items.join(' ')));
  const shared = [...one].filter((word) => two.has(word)).length;
  return shared / (one.size + two.size - shared || 1) > 0.6;
}
