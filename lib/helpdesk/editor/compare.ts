import type { Placement } from '../contract';
import type { Block } from './blocks';

/** What was found in the reply box, measured against what was to be there. Counts are of paragraphs. */
export interface Comparison {
  isSame: boolean;
  arrived: number;
  expected: number;
}

export interface Expectation {
  before: readonly Block[];
  payload: readonly Block[];
  placement: Placement;
}

/**
 * Does the reply box hold the payload exactly once, where it was meant to be, and everything that stood there before?
 * Bold, lists and links count, italics and empty lines do not. At the caret the first and last paragraph may have
 * joined the agent's own; below or in place of the old text they may not.
 */
export function compareStructure(found: readonly Block[], expectation: Expectation): Comparison {
  return compare(found.flatMap(toLines), expectation, expectation.payload.flatMap(toLines));
}

/** The same for words alone: did every line arrive, whatever it looks like? */
export function compareWords(found: readonly Block[], expectation: Expectation): Comparison {
  return compare(found.flatMap(toPlainLines), expectation, expectation.payload.flatMap(toPlainLines));
}

interface Line {
  list: Block['list'];
  /** One entry per character: the character, then its look. Words of equal look give equal entries. */
  cells: string[];
}

function compare(found: Line[], { before, placement }: Expectation, payload: Line[]): Comparison {
  const kept = placement === 'replace' ? '' : wordsOf(before.flatMap(toLines));
  const isSame = found.some((_, start) => restAround(found, payload, start, placement) === kept);
  const arrived = payload.filter((line) => found.some((each) => indexOf(each.cells, line.cells) >= 0)).length;
  return { isSame, arrived, expected: payload.length };
}

/** The words around the payload when it starts in line `start`, or `null` when it does not. */
function restAround(found: Line[], payload: Line[], start: number, placement: Placement): string | null {
  const first = payload[0];
  const last = payload.at(-1);
  const end = start + payload.length - 1;
  const head = found[start];
  const tail = found[end];
  if (!first || !last || !head || !tail) return null;
  const isInside = payload.slice(1, -1).every((line, index) => isEqual(found[start + 1 + index], line));
  if (!isInside) return null;
  const offset =
    payload.length === 1 ? indexOf(head.cells, first.cells) : head.cells.length - first.cells.length;
  if (
    offset < 0 ||
    !startsWith(head.cells.slice(offset), first.cells) ||
    !startsWith(tail.cells, payload.length === 1 ? [] : last.cells)
  )
    return null;
  const prefix = head.cells.slice(0, offset);
  const suffix =
    payload.length === 1
      ? head.cells.slice(offset + first.cells.length)
      : tail.cells.slice(last.cells.length);
  const isJoined = prefix.length > 0 || suffix.length > 0;
  if (isJoined && placement !== 'caret') return null;
  if (placement === 'append' && end !== found.length - 1) return null;
  if ((prefix.length === 0 && head.list !== first.list) || (payload.length > 1 && tail.list !== last.list))
    return null;
  const above = found.slice(0, start);
  const below = found.slice(end + 1);
  return wordsOf([...above, { list: null, cells: prefix }, { list: null, cells: suffix }, ...below]);
}

/** Outside lists a line break and a new paragraph are the same to a reader, and to Draft.js, given plain text. */
function toLines({ list, runs }: Block): Line[] {
  const lines: string[][] = [[]];
  for (const { text, bold, href } of runs) {
    const look = `${bold ? 'b' : ''}${href ?? ''}`;
    for (const character of text) {
      const cells = lines.at(-1)!;
      if (character === '\n' && list === null) lines.push([]);
      // White space has no look: `<b>Hi </b>Ann` and `<b>Hi</b> Ann` are the same to a reader.
      else if (character.trim() !== '') cells.push(character + look);
      else if (cells.length > 0 && cells.at(-1) !== ' ') cells.push(' ');
    }
  }
  return lines.map((cells) => ({ list, cells: cells.at(-1) === ' ' ? cells.slice(0, -1) : cells }));
}

function toPlainLines(block: Block): Line[] {
  const text = block.runs.map((run) => run.text).join('');
  return text.split('\n').flatMap((line) => {
    // An editor that takes plain text keeps the marks of lists as written.
    const words = line
      .replace(/^\s*(?:[-•*]|\d+[.)])\s+/, '')
      .replace(/\s+/g, ' ')
      .trim();
    return words === '' ? [] : [{ list: null, cells: [...words] }];
  });
}

function wordsOf(lines: readonly Line[]): string {
  return lines
    .flatMap(({ cells }) => cells.filter((cell) => cell !== ' ').map((cell) => [...cell][0]))
    .join('');
}

function isEqual(found: Line | undefined, line: Line): boolean {
  return (
    found?.list === line.list &&
    found.cells.length === line.cells.length &&
    startsWith(found.cells, line.cells)
  );
}

function startsWith(cells: readonly string[], part: readonly string[]): boolean {
  return part.length <= cells.length && part.every((cell, index) => cells[index] === cell);
}

function indexOf(cells: readonly string[], part: readonly string[]): number {
  return cells.findIndex((_, start) => startsWith(cells.slice(start, start + part.length), part));
}
