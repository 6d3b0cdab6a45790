/**
 * A draft as a document: what the editor shows, what is inserted, what is compared. Deliberately small: the two
 * helpdesks' composers keep no more than this.
 */

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
