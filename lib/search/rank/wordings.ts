import { stopMark } from '../analysis/analyze';
import { isDeleted, type PlacedSegment, type SearchIndex } from '../search-index';
import { passageKinds } from '../segment/layout';

/** Lines of one list by number, `end` exclusive. */
export interface LineRange {
  readonly first: number;
  readonly end: number;
}

/** The lines of all live lists of phrases (a macro's wordings), word by word, to hold a query against each. */
export interface Wordings {
  readonly lines: number;
  /** By number of the article. */
  readonly ofArticle: ReadonlyMap<number, LineRange>;
  /** By segment, in the order of the index, and term: the number of that word, -1 where no line has it. */
  readonly numberIn: readonly Int32Array[];
  /** By word: how many lines hold it, and what it weighs. */
  readonly linesWith: readonly number[];
  readonly weight: Float64Array;
  /** The words of all lines, each once a line; line `i` has those from `lineStart[i]` up to the next line's. */
  readonly words: Uint32Array;
  readonly lineStart: Uint32Array;
  /** By line: what its words weigh together. */
  readonly lineWeight: Float64Array;
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
  const ofArticle = new Map<number, LineRange>();
  const lineAt = new Int32Array(index.passages).fill(-1);
  let lines = 0;
  for (const place of index.placed) lines = placeLines(place, lines, ofArticle, lineAt);
  if (lines === 0) return null;
  /** Stop words with their mark. */
  const numberOf = new Map<string, number>();
  const linesWith: number[] = [];
  const found = index.placed.map((place) => findWords(place, lineAt, numberOf, linesWith));
  const weight = new Float64Array(linesWith.length);
  for (const [word, number] of numberOf) {
    weight[number] = wordWeight(lines, linesWith[number]!, word.startsWith(stopMark));
  }
  const numberIn = found.map((each) => each.numberIn);
  return { lines, ofArticle, numberIn, linesWith, weight, ...byLine(found, lines, weight) };
}

/** Numbers the phrases of live articles, from `lines` on; returns the next number. */
function placeLines(
  { segment, firstArticle, firstPassage, deletes }: PlacedSegment,
  lines: number,
  ofArticle: Map<number, LineRange>,
  lineAt: Int32Array,
): number {
  let next = lines;
  for (let article = 0; article < segment.counts.articles; article++) {
    let passage = segment.articleFirstPassage[article]!;
    const end = segment.articleFirstPassage[article + 1]!;
    const isList = passage < end && segment.passageKind[passage] === passageKinds.phrase;
    if (!isList || isDeleted(deletes, article)) continue;
    const first = next;
    // Asked questions follow the phrases.
    for (; passage < end && segment.passageKind[passage] === passageKinds.phrase; passage++) {
      lineAt[firstPassage + passage] = next++;
    }
    ofArticle.set(firstArticle + article, { first, end: next });
  }
  return next;
}

/** Which word stands in which line, word by word. */
interface Found {
  readonly numberIn: Int32Array;
  readonly line: Uint32Array;
  readonly word: Uint32Array;
  readonly count: number;
}

function findWords(
  { segment, firstPassage }: PlacedSegment,
  lineAt: Int32Array,
  numberOf: Map<string, number>,
  linesWith: number[],
): Found {
  const numberIn = new Int32Array(segment.counts.terms).fill(-1);
  const passages = new Uint32Array(segment.counts.passages);
  const line = new Uint32Array(segment.postingWords.length);
  const word = new Uint32Array(segment.postingWords.length);
  let count = 0;
  for (let term = 0; term < segment.counts.terms; term++) {
    const holding = segment.readPassages(term, passages);
    let number = -1;
    for (let i = 0; i < holding; i++) {
      const at = lineAt[firstPassage + passages[i]!]!;
      if (at === -1) continue;
      if (number === -1) {
        const text = segment.termAt(term);
        number = numberOf.get(text) ?? linesWith.push(0) - 1;
        numberOf.set(text, number);
        numberIn[term] = number;
      }
      linesWith[number]!++;
      line[count] = at;
      word[count++] = number;
    }
  }
  return { numberIn, line, word, count };
}

function byLine(found: readonly Found[], lines: number, weight: Float64Array) {
  const lineStart = new Uint32Array(lines + 1);
  for (const { line, count } of found) for (let i = 0; i < count; i++) lineStart[line[i]! + 1]!++;
  for (let i = 0; i < lines; i++) lineStart[i + 1]! += lineStart[i]!;
  const words = new Uint32Array(lineStart[lines]!);
  const lineWeight = new Float64Array(lines);
  const next = lineStart.slice();
  for (const { line, word, count } of found) {
    for (let i = 0; i < count; i++) {
      words[next[line[i]!]!++] = word[i]!;
      lineWeight[line[i]!]! += weight[word[i]!]!;
    }
  }
  return { words, lineStart, lineWeight };
}
