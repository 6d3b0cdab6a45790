import type { Node as EditorDocument } from '@tiptap/pm/model';
import type { Claim } from '@/lib/draft/claim';
import { afterPunctuation } from './segments';

/** Where a claim stands in the editor: `from` to `to` are its words, `mark` is the place of its letter. */
export interface ClaimPosition {
  from: number;
  to: number;
  mark: number;
}

/**
 * Finds a claim's words in the editor. `null` when other words stand there by now: a mark is drawn only on the words
 * that were checked.
 */
export function claimPosition(doc: EditorDocument, claim: Claim): ClaimPosition | null {
  const found = textblock(doc, claim.block, claim.item);
  if (!found) return null;
  const { text, positionOf } = found;
  if (text.slice(claim.start, claim.end) !== claim.text) return null;
  const from = positionOf(claim.start, 'right');
  const to = positionOf(claim.end, 'left');
  return { from, to, mark: afterFootnotes(doc, positionOf(afterPunctuation(text, claim.end), 'left')) };
}

/** Numbers come first, then the letter. */
function afterFootnotes(doc: EditorDocument, pos: number): number {
  let at = pos;
  while (doc.nodeAt(at)?.type.name === 'citation') at += 1;
  return at;
}

function textblock(doc: EditorDocument, block: number, item: number | null) {
  if (block >= doc.childCount) return null;
  let start = 0;
  for (let index = 0; index < block; index++) start += doc.child(index).nodeSize;
  let node = doc.child(block);
  // Positions count the opening of each node passed: paragraph 1, or list, item and paragraph 3.
  if (item === null) return node.isTextblock ? lineOf(node, start + 1) : null;
  if (item >= node.childCount) return null;
  start += 1;
  for (let index = 0; index < item; index++) start += node.child(index).nodeSize;
  node = node.child(item);
  const line = node.firstChild;
  return line?.isTextblock ? lineOf(line, start + 2) : null;
}

/** The line's plain text as claims count it (footnotes not counted, a break is one), and where each offset stands. */
function lineOf(node: EditorDocument, start: number) {
  const pieces: { offset: number; length: number; pos: number }[] = [];
  let text = '';
  node.forEach((child, childOffset) => {
    const piece = child.isText ? (child.text ?? '') : child.type.name === 'hardBreak' ? '\n' : '';
    if (piece !== '') pieces.push({ offset: text.length, length: piece.length, pos: start + childOffset });
    text += piece;
  });
  const positionOf = (offset: number, lean: 'left' | 'right') => {
    const piece = pieces.find((each) =>
      lean === 'left' ? offset <= each.offset + each.length : offset < each.offset + each.length,
    );
    return piece ? piece.pos + (offset - piece.offset) : start + node.content.size;
  };
  return { text, positionOf };
}
