import type { Block, DraftDocument, Inline, TextRun } from '@/lib/draft/reply/document';
import { isCitation } from '@/lib/draft/reply/document';

/** A node of the editor's document, as TipTap reads and writes it. */
export interface EditorNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: EditorNode[];
  text?: string;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
}

/** A line break inside a paragraph is `\n` in a draft and a node of its own in the editor. */
export function toEditorJson(document: DraftDocument): EditorNode {
  const content = document.blocks.map(toEditorBlock);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** What the agent made of it. Lists inside lists are laid flat: the helpdesks' reply boxes keep one level. */
export function fromEditorJson(doc: EditorNode): DraftDocument {
  const blocks = (doc.content ?? []).flatMap(fromEditorBlock);
  const isEmpty = blocks.every((block) => block.type === 'paragraph' && block.content.length === 0);
  return { blocks: isEmpty ? [] : blocks };
}

function toEditorBlock(block: Block): EditorNode {
  if (block.type === 'paragraph') return paragraph(block.content);
  return {
    type: block.ordered ? 'orderedList' : 'bulletList',
    content: block.items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
  };
}

function paragraph(content: readonly Inline[]): EditorNode {
  const nodes = content.flatMap(toEditorInline);
  return nodes.length > 0 ? { type: 'paragraph', content: nodes } : { type: 'paragraph' };
}

function toEditorInline(inline: Inline): EditorNode[] {
  if (isCitation(inline)) return [{ type: 'citation', attrs: { number: inline.citation } }];
  const marks: EditorNode['marks'] = [];
  if (inline.bold) marks.push({ type: 'bold' });
  if (inline.italic) marks.push({ type: 'italic' });
  if (inline.href) marks.push({ type: 'link', attrs: { href: inline.href } });
  return inline.text.split('\n').flatMap((line, index) => {
    const nodes: EditorNode[] = index > 0 ? [{ type: 'hardBreak' }] : [];
    if (line !== '')
      nodes.push(marks.length > 0 ? { type: 'text', text: line, marks } : { type: 'text', text: line });
    return nodes;
  });
}

function fromEditorBlock(node: EditorNode): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', content: fromEditorInlines(node.content ?? []) }];
    case 'bulletList':
    case 'orderedList':
      return [{ type: 'list', ordered: node.type === 'orderedList', items: listItems(node) }];
    default:
      throw new Error(`The draft's editor has no block of type ${node.type}`);
  }
}

function listItems(list: EditorNode): Inline[][] {
  return (list.content ?? []).flatMap((item) => {
    const parts = item.content ?? [];
    const paragraphs = parts.filter((part) => part.type === 'paragraph');
    const own = paragraphs.flatMap((part, index) => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(part.content ?? []),
    ]);
    const nested = parts.filter((part) => part.type !== 'paragraph').flatMap(listItems);
    return [fromEditorInlines(own), ...nested];
  });
}

function fromEditorInlines(nodes: readonly EditorNode[]): Inline[] {
  const inlines: Inline[] = [];
  for (const node of nodes) {
    if (node.type === 'citation') {
      inlines.push({ citation: Number(node.attrs?.number) });
      continue;
    }
    // A break has no marks of its own: it joins the run before it.
    const last = inlines.at(-1);
    const run = node.type === 'hardBreak' ? { ...styleOf(last), text: '\n' } : textRun(node);
    if (last && !isCitation(last) && sameStyle(last, run)) last.text += run.text;
    else inlines.push(run);
  }
  return inlines;
}

function styleOf(inline: Inline | undefined): TextRun {
  return inline && !isCitation(inline) ? inline : { text: '' };
}

function textRun(node: EditorNode): TextRun {
  const run: TextRun = { text: node.text ?? '' };
  for (const mark of node.marks ?? []) {
    if (mark.type === 'bold') run.bold = true;
    if (mark.type === 'italic') run.italic = true;
    if (mark.type === 'link' && typeof mark.attrs?.href === 'string') run.href = mark.attrs.href;
  }
  return run;
}

function sameStyle(a: TextRun, b: TextRun): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.href === b.href;
}
