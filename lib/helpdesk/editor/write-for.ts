import { type Block, blocksToText, textBlocks } from './blocks';
import type { PlaceRequest } from './bridge';
import type { Expectation } from './compare';
import { blocksToHtml, blocksToJoinedHtml } from './html';
import { recogniseEditor } from './recognise';

/**
 * The payload as one editor needs it, so that every editor ends up with the same: paragraphs parted by an empty line, and
 * an appended text below the old one. Each editor reads pasted HTML in its own way.
 */
export function writeFor(
  element: HTMLElement,
  format: 'rich' | 'plain',
  { before, payload, placement }: Expectation,
  text: string,
): Omit<PlaceRequest, 'nonce'> {
  const editor = recogniseEditor(element);
  if (editor === 'draft') return writeForDraft(before, payload, placement, text);
  // `&nbsp;` is how CKEditor writes an empty paragraph, a lone break how the others do.
  const emptyLine = editor === 'ckeditor' ? '<p>&nbsp;</p>' : '<p><br></p>';
  const html =
    format === 'plain' ? linesToHtml(text, emptyLine) : blocksToHtml(payload, { between: emptyLine });
  if (placement !== 'append') return { html, text, placement };
  // A paste joins its first paragraph to the last old one, so there an empty one more comes first.
  const isJoining = editor !== 'ckeditor' && editor !== 'lexical';
  return { html: emptyLine.repeat(isJoining ? 2 : 1) + html, text: `\n\n${text}`, placement };
}

/**
 * Draft.js drops empty paragraphs from HTML, but keeps the empty lines of plain text. So a text without formatting goes
 * in as text, and one with formatting as paragraphs that are parted by line breaks. It also joins the first pasted
 * paragraph to the last old one; to come out below it, the last one is written again in front.
 */
function writeForDraft(
  before: readonly Block[],
  payload: readonly Block[],
  placement: Expectation['placement'],
  text: string,
): Omit<PlaceRequest, 'nonce'> {
  const isAppend = placement === 'append';
  if (!payload.some(hasFormatting))
    return { html: '', text: (isAppend ? '\n\n' : '') + blocksToText(payload), placement };
  const last = isAppend ? before.slice(-1) : [];
  return {
    html: blocksToJoinedHtml([...last, ...payload]),
    text: [...last.map((block) => blocksToText([block])), text].join('\n\n'),
    placement: isAppend ? 'last' : placement,
  };
}

export function hasFormatting({ list, runs }: Block): boolean {
  return list !== null || runs.some((run) => run.bold || run.italic || run.href !== null);
}

function linesToHtml(text: string, emptyLine: string): string {
  return text
    .split('\n')
    .map((line) => blocksToHtml(textBlocks(line), { between: '' }) || emptyLine)
    .join('');
}
