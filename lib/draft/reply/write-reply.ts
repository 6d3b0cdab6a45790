import { type Block, type DraftDocument, type Inline, isCitation, type TextRun } from './document';
import { isSafeHref } from './links';

/** The draft as reply text: what `parseReply` reads back into the same document. */
export function toReplyText(document: DraftDocument): string {
  return document.blocks.map(blockText).join('\n\n');
}

function blockText(block: Block): string {
  if (block.type === 'paragraph') return guardLines(inlineText(block.content));
  return block.items
    .map(
      // "- --" would be read as a rule across the page.
      (item, index) =>
        `${block.ordered ? `${index + 1}.` : '-'} ${inlineText(item).replaceAll('\n', ' ').replace(/^-/u, '\\-')}`,
    )
    .join('\n');
}

function inlineText(content: readonly Inline[]): string {
  let out = '';
  for (const inline of content) {
    if (isCitation(inline)) {
      out += `[${inline.citation}]`;
      continue;
    }
    // Marks must hug the words, or they are read as stars.
    const [, lead, words, trail] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(inline.text)!;
    if (words === '') {
      out += inline.text;
      continue;
    }
    const mark = `${inline.bold ? '**' : ''}${inline.italic ? '*' : ''}`;
    const body = inline.href ? `[${escapeReply(words!)}](${inline.href})` : escapeReply(words!);
    out += `${lead}${mark}${body}${[...mark].reverse().join('')}${trail}`;
  }
  return out;
}

/** Words that are meant as words: no character of them is read as a mark, a citation or a tag. */
export function escapeReply(text: string): string {
  return text
    .replace(/[\\`*[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/&(?=(?:amp|lt|gt|quot|apos|#39|nbsp);)/gu, '&amp;');
}

/** A paragraph line that happens to start like a list or heading is not one. */
function guardLines(text: string): string {
  return text.replace(/^([-+#>~•–]|\d{1,2}[.)])/gmu, (start) =>
    /^\d/u.test(start) ? `${start.slice(0, -1)}\\${start.at(-1)}` : `\\${start}`,
  );
}

export interface HtmlOptions {
  /**
   * How the composer shows two paragraphs in a row. `blank-line`: without a gap, so an empty paragraph parts them
   * (CKEditor in Zendesk, draft-js in Gorgias); `none`: the paragraph itself has a margin.
   */
  paragraphGap: 'blank-line' | 'none';
}

/** For insertion: escaped, footnotes left out, links http, https or mailto only. */
export function toHtml(document: DraftDocument, options: HtmlOptions): string {
  const parts = document.blocks.map((block) => {
    if (block.type === 'paragraph') return `<p>${inlineHtml(block.content)}</p>`;
    const tag = block.ordered ? 'ol' : 'ul';
    return `<${tag}>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join('')}</${tag}>`;
  });
  return parts.join(options.paragraphGap === 'blank-line' ? '<p><br></p>' : '');
}

function inlineHtml(content: readonly Inline[]): string {
  let out = '';
  for (const inline of withoutCitations(content)) {
    let words = escapeHtml(inline.text).replaceAll('\n', '<br>');
    if (inline.italic) words = `<em>${words}</em>`;
    if (inline.bold) words = `<strong>${words}</strong>`;
    if (inline.href && isSafeHref(inline.href)) words = `<a href="${escapeHtml(inline.href)}">${words}</a>`;
    out += words;
  }
  return out;
}

function withoutCitations(content: readonly Inline[]): TextRun[] {
  return content.filter((inline): inline is TextRun => !isCitation(inline));
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Paragraphs parted by an empty line, list items as lines; a link shows its address when its words do not. */
export function toPlainText(document: DraftDocument): string {
  return document.blocks
    .map((block) =>
      block.type === 'paragraph'
        ? plainInline(block.content)
        : block.items
            .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${plainInline(item)}`)
            .join('\n'),
    )
    .join('\n\n');
}

function plainInline(content: readonly Inline[]): string {
  return withoutCitations(content)
    .map((inline) => {
      const address = inline.href?.replace(/^mailto:/iu, '');
      return address && !inline.text.includes(address.replace(/^https?:\/\//iu, ''))
        ? `${inline.text} (${address})`
        : inline.text;
    })
    .join('');
}
