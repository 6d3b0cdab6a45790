import { distance } from 'fastest-levenshtein';

/** How the text that was sent differs from the draft. */
export interface SentDifference {
  /** Edits of single characters between the two normalised texts. */
  distance: number;
  /** 1: the same text; 0: nothing in common. */
  similarity: number;
  /** Runs of words that were changed, added or removed. */
  changes: number;
  parts: readonly DifferencePart[];
}

export interface DifferencePart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Past this many words on a side the difference is told for the whole text only. */
const mostWords = 3_000;

/** Letter shapes, quotes, spaces, blank lines and list marks that editors change on their own do not count as edits. */
export function normaliseReply(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\u00a0\u2007\u202f\t]/gu, ' ')
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’‚]/gu, "'")
    .replace(/[–—]/gu, '-')
    .replace(/^[ ]*(?:[•·*-]|\d{1,2}[.)])[ ]+/gmu, '')
    .replace(/[ ]+/gu, ' ')
    .replace(/[ ]*\n[ ]*/gu, '\n')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}

export function compareSent(draft: string, sent: string): SentDifference {
  const before = normaliseReply(draft);
  const after = normaliseReply(sent);
  const edits = before === after ? 0 : distance(before, after);
  const longest = Math.max(before.length, after.length, 1);
  const parts = differenceOf(before, after);
  return { distance: edits, similarity: 1 - edits / longest, changes: countChanges(parts), parts };
}

function countChanges(parts: readonly DifferencePart[]): number {
  let changes = 0;
  let inChange = false;
  for (const part of parts) {
    if (part.kind === 'same') inChange = part.text.trim() === '' ? inChange : false;
    else if (!inChange) {
      changes += 1;
      inChange = true;
    }
  }
  return changes;
}

/** Word difference: common ends are cut off, the middle is solved by the longest common subsequence. */
function differenceOf(before: string, after: string): DifferencePart[] {
  const a = before.match(/\s+|[^\s]+/gu) ?? [];
  const b = after.match(/\s+|[^\s]+/gu) ?? [];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1;
  const parts: DifferencePart[] = [];
  for (const word of a.slice(0, head)) push(parts, 'same', word);
  const middleA = a.slice(head, a.length - tail);
  const middleB = b.slice(head, b.length - tail);
  if (middleA.length > mostWords || middleB.length > mostWords) {
    push(parts, 'removed', middleA.join(''));
    push(parts, 'added', middleB.join(''));
  } else walk(parts, middleA, middleB);
  for (const word of a.slice(a.length - tail)) push(parts, 'same', word);
  return parts.filter((part) => part.text !== '');
}

function walk(parts: DifferencePart[], a: readonly string[], b: readonly string[]): void {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        a[i] === b[j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push(parts, 'same', a[i]!);
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && table[(i + 1) * width + j]! >= table[i * width + j + 1]!)) {
      push(parts, 'removed', a[i]!);
      i += 1;
    } else {
      push(parts, 'added', b[j]!);
      j += 1;
    }
  }
}

function push(parts: DifferencePart[], kind: DifferencePart['kind'], text: string): void {
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += text;
  else if (text !== '') parts.push({ kind, text });
}
