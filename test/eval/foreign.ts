import { basename } from 'node:path';
import type { EvidenceLevel } from '@/lib/search/contract';
import { search } from '@/lib/search/search';
import type { SearchIndex } from '@/lib/search/search-index';
import { openSet, setFolders } from './retrieval';

/** Of a longer set every so manieth question is asked. */
const mostQuestions = 300;
const depth = 10;

/** A question with the ids of the articles that must not answer it. */
interface Question {
  readonly text: string;
  readonly exclude?: readonly string[];
}

/**
 * How good the evidence is said to be where a base has no answer: asked the questions of every other set, and its own
 * with the articles that answer them left out; and its own as they are, of which few may be refused. One line for each
 * base and set of questions, with shares of the levels. Arguments: two set folders or more.
 */
export async function run(args: readonly string[]): Promise<void> {
  const sets = setFolders(args).map((folder) => ({ name: basename(folder), ...openSet(folder) }));
  if (sets.length < 2)
    throw new Error('Name at least two set folders: each is asked the questions of the others.');
  const inScope = new Map(
    sets.map(({ name, queries, judgements }) => [
      name,
      evenly(queries.filter(({ id, outOfScope }) => !outOfScope && judgements.has(id))),
    ]),
  );
  for (const { name, index, judgements } of sets) {
    const own = inScope.get(name)!;
    report(name, name, 'own', askAll(index, own));
    const unanswered = own.map(({ id, text }) => ({ text, exclude: [...judgements.get(id)!.keys()] }));
    report(name, name, 'own, answers left out', askAll(index, unanswered));
    const texts = new Set(own.map(({ text }) => text));
    for (const [asked, questions] of inScope) {
      // Two sets made of one source have each other's answers.
      if (!questions.some(({ text }) => texts.has(text)))
        report(name, asked, 'foreign', askAll(index, questions));
    }
  }
}

function evenly<T>(rows: readonly T[]): T[] {
  const step = Math.max(1, rows.length / mostQuestions);
  return rows.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

function askAll(index: SearchIndex, questions: readonly Question[]): EvidenceLevel[] {
  return questions.map(
    ({ text, exclude }) => search(index, { text, limit: depth, filter: { exclude } }).evidence,
  );
}

function report(base: string, asked: string, questions: string, levels: readonly EvidenceLevel[]): void {
  if (levels.length === 0) throw new Error(`${asked}: no question that is in scope and judged.`);
  const share = (level: EvidenceLevel) =>
    Number((levels.filter((each) => each === level).length / levels.length).toFixed(4));
  const shares = { strong: share('strong'), weak: share('weak'), none: share('none') };
  console.log(JSON.stringify({ base, asked, questions, rows: levels.length, ...shares }));
}
