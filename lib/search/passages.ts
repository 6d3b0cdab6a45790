import type { PassageSpan } from './contract';

/** Passages aim at this many words: enough to stand alone, short enough to read at a glance and to cite. */
const fewestWords = 60;
const mostWords = 180;
/** For scripts without spaces, where words are not counted by blanks: about as much to read. */
const mostChars = 1_400;

interface Block {
  start: number;
  end: number;
  words: number;
  headingPath: readonly string[];
  isHeading: boolean;
}

/**
 * Cuts a Markdown body into passages along its headings and blocks. A passage never starts inside a word, and a
 * section is only joined with the next one while it is too short to stand alone. Whitespace between passages belongs
 * to none.
 */
export function splitPassages(body: string): PassageSpan[] {
  const phrases = phraseLines(body);
  if (phrases) return phrases;
  const spans: PassageSpan[] = [];
  let open: Block | null = null;
  const close = () => {
    if (open && (open.words > 0 || !open.isHeading)) {
      const { start, end, headingPath } = open;
      spans.push({ ordinal: spans.length, start, end, headingPath });
    }
    open = null;
  };
  for (const block of readBlocks(body)) {
    const length: number = open ? block.end - open.start : 0;
    const startsSection = open !== null && block.isHeading;
    if (open && (open.words + block.words > mostWords || length > mostChars)) close();
    else if (open && startsSection && open.words >= fewestWords) close();
    if (open) {
      open.end = block.end;
      open.words += block.words;
      if (!block.isHeading && open.isHeading) {
        open.isHeading = false;
        open.headingPath = block.headingPath;
      }
    } else open = { ...block };
  }
  close();
  return spans;
}

const fewestPhrases = 4;
const longestPhraseWords = 25;
const marked = /^\s*(?:[#>|*+-]|\d+[.)]\s)/;

/** A body that is nothing but short plain lines is a list of phrases (a macro's wordings): each stands for itself. */
function phraseLines(body: string): PassageSpan[] | null {
  const lines = [...readLines(body)].filter(({ start, end }) => end > start);
  if (lines.length < fewestPhrases) return null;
  let words = 0;
  for (const { start, end } of lines) {
    if (marked.test(body.slice(start, Math.min(end, start + 8))) || /[:;,]/.test(body[end - 1]!)) return null;
    words += countWords(body, start, end);
    if (words > lines.length * longestPhraseWords) return null;
  }
  return lines.map(({ start, end }, ordinal) => ({ ordinal, start, end, headingPath: [] }));
}

/** Whether `spans` came out as a list of phrases: passages so short and so many are nothing else. */
export function isPhraseList(body: string, spans: readonly PassageSpan[]): boolean {
  return spans.length >= fewestPhrases && phraseLines(body) !== null;
}

const atxHeading = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
const fence = /^ {0,3}(```+|~~~+)/;

/** Headings, paragraphs, list items and fenced code, in order; long ones cut at sentence ends. */
function* readBlocks(body: string): Generator<Block> {
  const path: { level: number; text: string }[] = [];
  let pending: { start: number; end: number } | null = null;
  let fenceMark: string | null = null;
  function* flush(): Generator<Block> {
    if (pending)
      yield* cutLong(
        body,
        pending.start,
        pending.end,
        path.map((heading) => heading.text),
      );
    pending = null;
  }
  for (const { start, end } of readLines(body)) {
    const line = body.slice(start, end);
    const mark = fence.exec(line)?.[1];
    if (fenceMark !== null) {
      if (pending) pending.end = end;
      if (mark?.startsWith(fenceMark)) fenceMark = null;
      continue;
    }
    const heading = atxHeading.exec(line);
    if (heading) {
      yield* flush();
      const level = heading[1]!.length;
      while (path.length > 0 && path.at(-1)!.level >= level) path.pop();
      path.push({ level, text: plainHeading(heading[2]!) });
      yield { start, end, words: 0, headingPath: path.map((entry) => entry.text), isHeading: true };
    } else if (line.trim() === '') yield* flush();
    else {
      if (mark !== undefined) fenceMark = mark;
      if (pending && end - pending.start > mostChars) yield* flush();
      if (pending) pending.end = end;
      else pending = { start: start + line.length - line.trimStart().length, end };
    }
  }
  yield* flush();
}

function* readLines(body: string): Generator<{ start: number; end: number }> {
  let start = 0;
  while (start < body.length) {
    const newline = body.indexOf('\n', start);
    const next = newline === -1 ? body.length : newline;
    let end = next;
    while (end > start && /\s/.test(body[end - 1]!)) end--;
    yield { start, end };
    start = next + 1;
  }
}

function plainHeading(text: string): string {
  return text
    .replace(/[*_`]+/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim();
}

/** A sentence end, a line end, else a blank: where a long block may be cut. */
const cutPoint = /[.!?。！？…]["'”’)\]]*(?=\s|$)|[。！？]|\n/g;

function* cutLong(
  body: string,
  start: number,
  end: number,
  headingPath: readonly string[],
): Generator<Block> {
  let from = start;
  while (from < end) {
    const limit = lengthOfWords(body, from, end);
    const to = limit >= end ? end : lastCut(body, from, limit);
    yield { start: from, end: to, words: countWords(body, from, to), headingPath, isHeading: false };
    from = to;
    while (from < end && /\s/.test(body[from]!)) from++;
  }
}

/** Where the passage's word or character limit falls. */
function lengthOfWords(body: string, from: number, end: number): number {
  if (end - from <= mostChars && countWords(body, from, end) <= mostWords) return end;
  let words = 0;
  const hardEnd = Math.min(end, from + mostChars);
  for (let i = from; i < hardEnd; i++) {
    if (isBlank(body.charCodeAt(i)) && !isBlank(body.charCodeAt(i - 1)) && ++words >= mostWords) return i;
  }
  return hardEnd;
}

function lastCut(body: string, from: number, limit: number): number {
  const piece = body.slice(from, limit);
  let cut = -1;
  for (const match of piece.matchAll(cutPoint)) cut = match.index + match[0].length;
  if (cut > piece.length / 4) return from + cut;
  const blank = piece.search(/\s\S*$/);
  if (blank > 0) return from + blank;
  // No blank at all: never cut a surrogate pair in two.
  const code = body.charCodeAt(limit);
  return code >= 0xdc00 && code <= 0xdfff && limit - from > 1 ? limit - 1 : limit;
}

function countWords(body: string, start: number, end: number): number {
  let words = 0;
  let inside = false;
  for (let i = start; i < end; i++) {
    const blank = isBlank(body.charCodeAt(i));
    if (!blank && !inside) words++;
    inside = !blank;
  }
  return words;
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}
