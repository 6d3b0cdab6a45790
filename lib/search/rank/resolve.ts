import { stopMark } from '../analysis/analyze';
import type { PlacedSegment, SearchIndex } from '../search-index';
import { isDeleted } from '../search-index';
import { type Alike, SoughtWord, wordsAlike } from './likeness';
import { slipsOf } from './slips';

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

/** What a term stands for, and how many live articles that amounts to. */
interface Meant {
  readonly alike: readonly (readonly Alike[])[];
  readonly documents: number;
}

/** `unfinished`: the last term also stands for the words that begin with it. */
export function resolveTerms(
  index: SearchIndex,
  terms: readonly QueryTerm[],
  unfinished = false,
): { resolved: ResolvedTerm[]; unknown: QueryTerm[] } {
  let known = remembered.get(index);
  if (!known) remembered.set(index, (known = new Map()));
  const resolved: ResolvedTerm[] = [];
  const unknown: QueryTerm[] = [];
  for (const [i, { term, count }] of terms.entries()) {
    const begins = unfinished && i === terms.length - 1;
    let meant = begins ? undefined : known.get(term);
    if (!meant) {
      meant = findMeant(index, term, begins);
      if (known.size >= rememberedTerms) known.clear();
      if (!begins) known.set(term, meant);
    }
    const { alike, documents } = meant;
    if (documents > 0)
      resolved.push({ term, count, alike, weight: count * inverseFrequency(index, documents) });
    else if (!term.startsWith(stopMark)) unknown.push({ term, count });
  }
  return { resolved, unknown };
}

/** Customers say the same words again and again, and an index does not change. */
const remembered = new WeakMap<SearchIndex, Map<string, Meant>>();
const rememberedTerms = 4_000;

function findMeant(index: SearchIndex, term: string, begins: boolean): Meant {
  const word = new SoughtWord(term);
  let alike = index.placed.map(({ segment }) => wordsAlike(segment, word, begins));
  if (!begins && !isKnown(index, alike)) {
    alike = index.placed.map(({ segment }, s) => withSlips(alike[s]!, slipsOf(segment, word)));
  }
  let documents = 0;
  index.placed.forEach((place, s) => {
    for (const each of alike[s]!) documents += each.share * liveArticles(place, each);
  });
  return { alike, documents };
}

/** Whether any live article holds the word itself. */
function isKnown(index: SearchIndex, alike: readonly (readonly Alike[])[]): boolean {
  return index.placed.some((place, s) => {
    const exact = alike[s]!.find(({ similarity }) => similarity === 1);
    return exact !== undefined && liveArticles(place, exact) > 0;
  });
}

function liveArticles(place: PlacedSegment, { term, articles }: Alike): number {
  return place.deletes === null ? articles : liveArticlesWith(place, term);
}

function withSlips(alike: readonly Alike[], slips: readonly Alike[]): readonly Alike[] {
  if (slips.length === 0) return alike;
  return [...slips, ...alike.filter(({ term }) => !slips.some((slip) => slip.term === term))];
}

/** How telling a word is that so many articles hold. */
export function inverseFrequency(index: SearchIndex, documents: number): number {
  const held = Math.min(documents, index.liveArticles);
  return Math.log(1 + (index.liveArticles - held + 0.5) / (held + 0.5));
}

/** Articles that hold the term and are not deleted; counted anew only where something is deleted. */
export function liveArticlesWith(place: PlacedSegment, term: number): number {
  const { segment, deletes } = place;
  if (deletes === null) return segment.postingsHead(term).articles;
  const found = new Set<number>();
  segment.visitPostings(
    term,
    (article) => found.add(article),
    (passage) => found.add(segment.articleOf(passage)),
  );
  let count = 0;
  for (const each of found) if (!isDeleted(deletes, each)) count++;
  return count;
}
