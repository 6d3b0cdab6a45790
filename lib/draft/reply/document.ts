/**
 * A draft as a document: what the editor shows, what is inserted, what is compared. Deliberately small: the two
 * helpdesks' composers keep no more than this.
 */

/** A `\n` inside `text` is a line break within the block. */
export interface TextRun {
  text: string;
  bold?: true;
  italic?: true;
  /** http, https or mailto only. */
  href?: string;
}

/** A footnote: number of the passage it points at, standing after the words it supports. */
export interface CitationRun {
  citation: number;
}

export type Inline = TextRun | CitationRun;

export type Block =
  | { type: 'paragraph'; content: Inline[] }
  | { type: 'list'; ordered: boolean; items: Inline[][] };

export interface DraftDocument {
  blocks: Block[];
}

export function isCitation(inline: Inline): inline is CitationRun {
  return 'citation' in inline;
}

export const emptyDocument: DraftDocument = { blocks: [] };

/** A paragraph or one list item: the unit that claims and marks are counted in. */
export interface TextUnit {
  block: number;
  item: number | null;
  content: readonly Inline[];
  /** The words alone, citations not counted. */
  text: string;
  /** Where each footnote stands in `text`. */
  citations: readonly { number: number; offset: number }[];
}

export function textUnits(document: DraftDocument): TextUnit[] {
  return document.blocks.flatMap((block, index) =>
    block.type === 'paragraph'
      ? [toUnit(index, null, block.content)]
      : block.items.map((item, position) => toUnit(index, position, item)),
  );
}

function toUnit(block: number, item: number | null, content: readonly Inline[]): TextUnit {
  let text = '';
  const citations: { number: number; offset: number }[] = [];
  for (const inline of content) {
    if (isCitation(inline)) citations.push({ number: inline.citation, offset: text.length });
    else text += inline.text;
  }
  return { block, item, content, text, citations };
}

export function isBlank(document: DraftDocument): boolean {
  return textUnits(document).every((unit) => unit.text.trim() === '');
}

/** Passage numbers the draft points at, in order of first use. */
export function citedNumbers(document: DraftDocument): number[] {
  return [
    ...new Set(textUnits(document).flatMap((unit) => unit.citations.map((citation) => citation.number))),
  ];
}
