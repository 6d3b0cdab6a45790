import { stopMark } from '../analysis/analyze';
import { isDeleted, type PlacedSegment, type SearchIndex } from '../search-index';
import { passageKinds } from '../segment/layout';

/** One line of a list of phrases: its words once each, by number, and what they weigh together. */
export interface Line {
  readonly words: number[];
  weight: number;
}

/** The lines of all live lists of phrases (a macro's wordings), word by word, to hold a query against each. */
export interface Wordings {
  readonly lines: number;
  /** Lines by number of their article. */
  readonly ofArticle: ReadonlyMap<number, readonly Line[]>;
  /** Numbers of the words that stand in a line; stop words with their mark. */
  readonly numberOf: ReadonlyMap<string, number>;
  /** By word: how many lines hold it, and what it weighs. */
  readonly linesWith: readonly number[];
  readonly weight: readonly number[];
}

/** All postings are read once an index; with more passages the first query would feel it. */
const mostPassages = 20_000;
/** Small words tell how a thing is asked: half as much as the words for the thing. */
const stopShare = 0.7;

const remembered = new WeakMap<SearchIndex, Wordings | null>();

/** `null`: no list of phrases, or a base too large to read them all. Read on first use, kept with the index. */
export function wordingsOf(index: SearchIndex): Wordings | null {
  let wordings = remembered.get(index);
  if (wordings === undefined) remembered.set(index, (wordings = readWordings(index)));
  return wordings;
}

/**
 * Root of the inverse line frequency: what a word weighs that stands in so many of the lines, 0 for an unseen one. In
 * steps of 1/4096, so that sums come out the same however the articles lie in segments.
 */
export function wordWeight(lines: number, linesWith: number, isStop: boolean): number {
  const held = Math.min(linesWith, lines);
  const weight = Math.sqrt(Math.log(1 + (lines - held + 0.5) / (held + 0.5)));
  return Math.round(weight * (isStop ? stopShare : 1) * 4_096) / 4_096;
}

function readWordings(index: SearchIndex): Wordings | null {
  if (index.livePassages > mostPassages) return null;
  const ofArticle = new Map<number, Line[]>();
  const lines: Line[] = [];
  const lineAt = new Int32Array(index.passages).fill(-1);
  for (const place of index.placed) placeLines(place, ofArticle, lines, lineAt);
  if (lines.length === 0) return null;
  const numberOf = new Map<string, number>();
  const linesWith: number[] = [];
  for (const place of index.placed) fillLines(place, lines, lineAt, numberOf, linesWith);
  const weight = new Array<number>(linesWith.length);
  for (const [word, number] of numberOf) {
    weight[number] = wordWeight(lines.length, linesWith[number]!, word.startsWith(stopMark));
  }
  for (const line of lines) for (const word of line.words) line.weight += weight[word]!;
  return { lines: lines.length, ofArticle, numberOf, linesWith, weight };
}

/** An empty line for each phrase of a live article. */
function placeLines(
  { segment, firstArticle, firstPassage, deletes }: PlacedSegment,
  ofArticle: Map<number, Line[]>,
  lines: Line[],
  lineAt: Int32Array,
): void {
  for (let article = 0; article < segment.counts.articles; article++) {
    const first = segment.articleFirstPassage[article]!;
    const end = segment.articleFirstPassage[article + 1]!;
    const isList = first < end && segment.passageKind[first] === passageKinds.phrase;
    if (!isList || isDeleted(deletes, article)) continue;
    const own: Line[] = [];
    // Asked questions follow the phrases.
    for (let p = first; p < end && segment.passageKind[p] === passageKinds.phrase; p++) {
      lineAt[firstPassage + p] = lines.length;
      const line = { words: [], weight: 0 };
      own.push(line);
      lines.push(line);
    }
    ofArticle.set(firstArticle + article, own);
  }
}

function fillLines(
  { segment, firstPassage }: PlacedSegment,
  lines: readonly Line[],
  lineAt: Int32Array,
  numberOf: Map<string, number>,
  linesWith: number[],
): void {
  const passages = new Uint32Array(segment.counts.passages);
  for (let term = 0; term < segment.counts.terms; term++) {
    const found = segment.readPassages(term, passages);
    let number = -1;
    for (let i = 0; i < found; i++) {
      const at = lineAt[firstPassage + passages[i]!]!;
      if (at === -1) continue;
      if (number === -1) {
        const text = segment.termAt(term);
        number = numberOf.get(text) ?? linesWith.push(0) - 1;
        numberOf.set(text, number);
      }
      linesWith[number]!++;
      lines[at]!.words.push(number);
    }
  }
}
