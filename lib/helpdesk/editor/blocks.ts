/** A stretch of text in one look. `href` is `null` for plain text and for links that must not survive. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
  href: string | null;
}

/** One paragraph or list item. `depth` counts the lists around it, from 0. `\n` in a run is a line break. */
export interface Block {
  list: 'bullet' | 'number' | null;
  depth: number;
  runs: Run[];
}

interface Look {
  list: Block['list'];
  depth: number;
  bold: boolean;
  italic: boolean;
  href: string | null;
}

const blockTags =
  /^(?:P|DIV|LI|UL|OL|H[1-6]|BLOCKQUOTE|PRE|TABLE|TBODY|THEAD|TR|TD|TH|SECTION|ARTICLE|FIGURE|HR|BODY)$/;
const hiddenTags = /^(?:SCRIPT|STYLE|TEMPLATE|TITLE|IFRAME|OBJECT|NOSCRIPT)$/;

/**
 * What an editor or a piece of HTML says: paragraphs, list items, bold, italics, links, line breaks, and nothing else.
 * Empty paragraphs are dropped, since every editor pads in its own way. The same reading serves what we insert, what the
 * reply box holds, and the comparison of both.
 */
export function readBlocks(root: Element): Block[] {
  if (root instanceof HTMLTextAreaElement) return textBlocks(root.value);
  const blocks: Block[] = [];
  let runs: Run[] = [];
  // Live editors other than CKEditor draw a line break of their model as a newline in the text.
  const keepsNewlines = root.hasAttribute('contenteditable') && !root.classList.contains('ck-content');

  const flush = (look: Look): void => {
    // An empty line inside a paragraph parts it: Draft.js can be given one in no other way.
    for (const part of splitAtEmptyLines(runs)) {
      const trimmed = trimRuns(part);
      if (trimmed.length > 0) blocks.push({ list: look.list, depth: look.depth, runs: trimmed });
    }
    runs = [];
  };

  const visit = (node: Node, look: Look): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      const raw = node.nodeValue ?? '';
      for (const [index, line] of (keepsNewlines ? raw.split('\n') : [raw]).entries()) {
        if (index > 0) runs.push(lineBreak());
        runs.push({ text: cleanText(line), bold: look.bold, italic: look.italic, href: look.href });
      }
      return;
    }
    if (!(node instanceof Element) || hiddenTags.test(node.tagName)) return;
    if (node.tagName === 'BR') {
      // Editors fill empty paragraphs with a break that nobody wrote; a trailing one is trimmed away.
      runs.push(lineBreak());
      return;
    }
    const inner = lookInside(node, look);
    const isBlock = blockTags.test(node.tagName);
    if (isBlock) flush(look);
    for (const child of node.childNodes) visit(child, inner);
    if (isBlock) flush(inner);
  };

  const plain: Look = { list: null, depth: 0, bold: false, italic: false, href: null };
  for (const child of root.childNodes) visit(child, plain);
  flush(plain);
  return blocks;
}

/** Every line of plain text as a paragraph of its own. */
export function textBlocks(text: string): Block[] {
  return text.split('\n').flatMap((line) => {
    const runs = trimRuns([{ text: cleanText(line), bold: false, italic: false, href: null }]);
    return runs.length > 0 ? [{ list: null, depth: 0, runs }] : [];
  });
}

/** Paragraphs parted by an empty line, list items one a line with their marks. */
export function blocksToText(blocks: readonly Block[]): string {
  let text = '';
  let number = 0;
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    number = block.list === 'number' ? number + 1 : 0;
    const mark = block.list === 'bullet' ? '- ' : block.list === 'number' ? `${number}. ` : '';
    const gap = index === 0 ? '' : block.list && before?.list ? '\n' : '\n\n';
    text += gap + mark + block.runs.map((run) => run.text).join('');
  }
  return text;
}

/** What the reply box holds, in the form that `ComposerState.text` promises. */
export function readText(composer: Element): string {
  if (composer instanceof HTMLTextAreaElement) return composer.value.replace(/\r\n?/g, '\n').trim();
  return blocksToText(readBlocks(composer));
}

function lookInside(element: Element, look: Look): Look {
  const { tagName } = element;
  const style = element instanceof HTMLElement ? element.style : null;
  const weight = style?.fontWeight ?? '';
  const isBold =
    weight === ''
      ? look.bold || /^(?:B|STRONG|H[1-6])$/.test(tagName)
      : weight === 'bold' || Number(weight) >= 600;
  const isItalic = style?.fontStyle
    ? style.fontStyle === 'italic'
    : look.italic || tagName === 'I' || tagName === 'EM';
  const next: Look = { ...look, bold: isBold, italic: isItalic };
  if (tagName === 'A') next.href = safeHref(element.getAttribute('href'));
  if (tagName === 'UL' || tagName === 'OL') {
    next.depth = look.list === null ? 0 : look.depth + 1;
    next.list = tagName === 'UL' ? 'bullet' : 'number';
  }
  // Draft.js draws nested lists side by side and tells the depth by a class.
  const depth = /public-DraftStyleDefault-depth(\d)/.exec(element.getAttribute('class') ?? '')?.[1];
  if (tagName === 'LI' && depth !== undefined) next.depth = Number(depth);
  return next;
}

/** Only addresses that a customer may be sent; `javascript:` survives a paste into CKEditor. */
export function safeHref(href: string | null): string | null {
  if (href === null || !URL.canParse(href)) return null;
  const url = new URL(href);
  return /^(?:https?|mailto):$/.test(url.protocol) ? url.href : null;
}

function lineBreak(): Run {
  return { text: '\n', bold: false, italic: false, href: null };
}

function splitAtEmptyLines(runs: readonly Run[]): Run[][] {
  const parts: Run[][] = [[]];
  let isLineEmpty = false;
  for (const run of runs) {
    if (run.text === '\n' && isLineEmpty) parts.push([]);
    else parts.at(-1)?.push(run);
    isLineEmpty = run.text === '\n' || (isLineEmpty && run.text.trim() === '');
  }
  return parts;
}

function cleanText(text: string): string {
  // Zero-width characters are the editors' own caret and filler marks.
  return text.replace(/[\u200b\u2060\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' ');
}

function trimRuns(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    const atLineStart = last === undefined || /[ \n]$/.test(last.text);
    const text = run.text === '\n' ? run.text : atLineStart ? run.text.replace(/^ /, '') : run.text;
    if (text === '' || (text === '\n' && last === undefined)) continue;
    if (last && last.bold === run.bold && last.italic === run.italic && last.href === run.href)
      last.text += text;
    else out.push({ ...run, text });
  }
  for (let last = out.at(-1); last; last = out.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
    out.pop();
  }
  return out;
}
