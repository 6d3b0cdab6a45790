import { analyze, fold } from './analysis/analyze';
import { cleanTicket } from './clean/clean-ticket';
import type { ExplainRequest, Explanation, FoundWord, ShownPassage } from './contract';
import { type AskedWord, type Match, matcherOf } from './explain-match';
import { queryLanguage } from './query-language';
import { inverseFrequency } from './rank/resolve';
import type { SearchIndex } from './search-index';
import { languageOf } from './segment/builder';

/** What a reader takes in at a glance; the words behind them did little. */
const mostWords = 12;

/**
 * Which words of what was asked stand where in each passage, strongest first, and where they stand in its text. Reads the
 * passages themselves, as they are shown, so that it costs nothing a query and tells words as they are written, not stems.
 * The index only tells how rare a word is.
 */
export function explain(index: SearchIndex, { passages }: ExplainRequest): Explanation[] {
  const matchers = new Map<string, ReturnType<typeof matcherOf>>();
  return passages.map((passage) => {
    const { asked, askedLanguage, unfinished = false } = passage;
    const key = `${askedLanguage} ${unfinished} ${asked}`;
    let match = matchers.get(key);
    if (!match) {
      const text = unfinished ? asked : cleanTicket(asked);
      const language = queryLanguage(index, { text, language: askedLanguage });
      const words = readAsked(text, language);
      const begun = unfinished ? words.at(-1) : undefined;
      match = matcherOf(words, (term) => articlesWith(index, term) > 0, begun);
      matchers.set(key, match);
    }
    const { title, text, locale } = passage;
    const language = languageOf({ title, body: text, locale }, index.languages[0] ?? 'en');
    return explainPassage(passage, language, match, (term) =>
      inverseFrequency(index, articlesWith(index, term)),
    );
  });
}

function articlesWith(index: SearchIndex, term: string): number {
  let articles = 0;
  for (const { segment } of index.placed) {
    const found = segment.findTerm(term);
    if (found !== -1) articles += segment.postingsHead(found).articles;
  }
  return articles;
}

/** Words as the customer wrote them, by index form; small words and single signs tell nothing. */
function readAsked(text: string, language: string): AskedWord[] {
  const words = new Map<string, AskedWord>();
  for (const { term, start, end, surface, stop } of analyze(text, language)) {
    if (stop || term.length < 2) continue;
    const word = words.get(term) ?? { term, spellings: new Map() };
    // Said again it is the latest: the last one may be unfinished.
    words.delete(term);
    words.set(term, word);
    if (!word.spellings.has(fold(surface))) word.spellings.set(fold(surface), text.slice(start, end));
  }
  return [...words.values()];
}

interface Seen extends Match {
  readonly field: FoundWord['field'];
  readonly term: string;
  readonly written: string;
  readonly spelling: string;
  /** In the passage's text; `null` elsewhere. */
  readonly at: { readonly start: number; readonly end: number } | null;
}

function explainPassage(
  passage: ShownPassage,
  language: string,
  match: (term: string) => Match | null,
  rarityOf: (term: string) => number,
): Explanation {
  const seen = [...readPassage(passage, language, match)];
  const itself = new Set(seen.filter(({ similarity }) => similarity === 1).map(({ word }) => word));
  // Beside the word itself, what is written like it is chance.
  const telling = seen.filter(({ word, similarity }) => similarity === 1 || !itself.has(word));
  const best = new Map<string, FoundWord & { weight: number; word: AskedWord }>();
  for (const each of telling) {
    const { word, field, similarity, term, written, spelling } = each;
    const how = similarity < 1 ? 'alike' : word.spellings.has(spelling) ? 'same' : 'form';
    const said = word.spellings.get(spelling) ?? word.spellings.values().next().value!;
    const weight = rarityOf(term) * similarity ** 3;
    const key = `${field} ${word.term}`;
    const known = best.get(key);
    if (!known || weight > known.weight || (known.how === 'form' && how === 'same'))
      best.set(key, { said, written, how, field, weight, word });
  }
  const strongest = [...best.values()].sort((a, b) => b.weight - a.weight).slice(0, mostWords);
  const told = new Set(strongest.map(({ word }) => word));
  return {
    words: strongest.map(({ said, written, how, field }) => ({ said, written, how, field })),
    marks: marksOf(telling.filter(({ word }) => told.has(word))),
  };
}

function* readPassage(
  { title, headingPath, text, askedAs }: ShownPassage,
  language: string,
  match: (term: string) => Match | null,
): Generator<Seen> {
  const headings = headingsOf(text);
  const isHeading = (at: number) => headings.some(({ start, end }) => start <= at && at < end);
  const fields: readonly [FoundWord['field'], string][] = [
    ['title', title],
    ['heading', headingPath.join('\n')],
    ['body', text],
    ['askedAs', askedAs.join('\n')],
  ];
  for (const [field, words] of fields) {
    for (const { term, surface, start, end, stop } of analyze(words, language)) {
      const found = stop ? null : match(term);
      if (!found) continue;
      yield {
        ...found,
        field: field === 'body' && isHeading(start) ? 'heading' : field,
        term,
        written: words.slice(start, end),
        spelling: fold(surface),
        at: field === 'body' ? { start, end } : null,
      };
    }
  }
}

/** Lines of Markdown that are headings: a short article is shown whole, with its own. */
function headingsOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/^ {0,3}#{1,6}[ \t].*$/gm)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
}

/** A code is read whole and in parts: the widest of overlapping ranges stands. */
function marksOf(seen: readonly Seen[]): { start: number; end: number }[] {
  const marks: { start: number; end: number }[] = [];
  const ranges = seen.flatMap(({ at }) => at ?? []).sort((a, b) => a.start - b.start || b.end - a.end);
  for (const range of ranges) if (range.start >= (marks.at(-1)?.end ?? 0)) marks.push(range);
  return marks;
}
