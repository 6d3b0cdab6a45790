import type { RawDraftContentBlock, RawDraftContentState } from 'draft-js';

const lists: Record<string, 'ul' | 'ol'> = { 'unordered-list-item': 'ul', 'ordered-list-item': 'ol' };
const styleTags: Record<string, string> = { BOLD: 'b', ITALIC: 'i', UNDERLINE: 'u' };

/** HTML of what `convertToRaw` gives: one `div` per line, lists, bold, italic, underlined, links. */
export function rawToHtml(raw: RawDraftContentState): string {
  let html = '';
  let openList: 'ul' | 'ol' | null = null;
  for (const block of raw.blocks) {
    const list = lists[block.type] ?? null;
    if (list !== openList) {
      if (openList) html += `</${openList}>`;
      if (list) html += `<${list}>`;
      openList = list;
    }
    const tag = list ? 'li' : 'div';
    html += `<${tag}>${inlineHtml(block, raw) || '<br>'}</${tag}>`;
  }
  return openList ? `${html}</${openList}>` : html;
}

export function rawToText(raw: RawDraftContentState): string {
  return raw.blocks.map(({ text }) => text).join('\n');
}

function inlineHtml(block: RawDraftContentBlock, raw: RawDraftContentState): string {
  const cuts = new Set([0, block.text.length]);
  for (const { offset, length } of [...block.inlineStyleRanges, ...block.entityRanges]) {
    cuts.add(offset);
    cuts.add(offset + length);
  }
  const points = [...cuts].sort((a, b) => a - b);
  let html = '';
  for (const [index, start] of points.entries()) {
    const end = points[index + 1];
    if (end === undefined) break;
    let piece = escapeText(block.text.slice(start, end));
    const covers = ({ offset, length }: { offset: number; length: number }) =>
      offset <= start && offset + length >= end;
    for (const { style } of block.inlineStyleRanges.filter(covers)) {
      const tag = styleTags[style];
      if (tag) piece = `<${tag}>${piece}</${tag}>`;
    }
    const entity = block.entityRanges.filter(covers).map(({ key }) => raw.entityMap[key])[0];
    if (entity?.type === 'LINK') {
      piece = `<a href="${escapeText(String((entity.data as { url?: unknown }).url ?? ''))}">${piece}</a>`;
    }
    html += piece;
  }
  return html;
}

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`).replace(/\n/g, '<br>');
}
