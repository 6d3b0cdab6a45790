import { type SplitMessage, splitMessage } from '@/lib/ticket/split-message';
import { removeHiddenElements } from './hidden-elements';

/** Boxes into which mail programs put what they repeat. */
const quoteBoxes = [
  '.gmail_quote',
  '.gmail_quote_container',
  'blockquote[type="cite"]',
  'blockquote.cite',
  '.moz-cite-prefix',
  '.yahoo_quoted',
  '.protonmail_quote',
  '.zmail_extra',
  '#divRplyFwdMsg',
  '#divRplyFwdMsg ~ *',
  '#appendonsend ~ *',
  '#mail-editor-reference-message-container',
].join(',');

const signatureBoxes = [
  '.gmail_signature',
  '.moz-signature',
  'div.signature',
  '#Signature',
  '#ms-outlook-mobile-signature',
].join(',');
const noise = 'script, style, head, template, title, noscript, iframe, object, svg, button, input, select';
const blockTags =
  /^(?:P|DIV|LI|UL|OL|H[1-6]|BLOCKQUOTE|PRE|TABLE|TR|SECTION|ARTICLE|HEADER|FOOTER|HR|ADDRESS|FIGURE|DL|DT|DD)$/;

/**
 * A message's HTML as its author's words, with quoted history and signature kept apart. Scripts never run, and what the
 * message hides from its reader is taken out and counted.
 */
export function readMessageHtml(html: string): SplitMessage {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const hiddenInHtml = removeHiddenElements(body);
  for (const element of body.querySelectorAll(noise)) element.remove();
  const whole = toText(body);
  const boxedQuotes = takeOut(body, quoteBoxes);
  const boxedSignatures = takeOut(body, signatureBoxes);
  const own = toText(body);
  // A bare forward: without its quotes nothing is left, so they are the message.
  const split = splitMessage(own === '' ? boxedQuotes.join('\n') || whole : own);
  const hidden = hiddenInHtml + (split.hidden ?? 0);
  const found = hidden > 0 ? { hidden } : {};
  if (own === '') return { ...split, ...found };
  return {
    ...found,
    text: split.text,
    quoted: join([split.quoted, ...boxedQuotes]),
    signature: join([split.signature, ...boxedSignatures]),
  };
}

/** Plain text of some HTML: paragraphs parted by an empty line, list items with a dash, addresses of links kept. */
export function htmlToText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  removeHiddenElements(body);
  for (const element of body.querySelectorAll(noise)) element.remove();
  return toText(body);
}

function takeOut(body: HTMLElement, selector: string): string[] {
  const boxes = [...body.querySelectorAll(selector)];
  const outer = boxes.filter((box) => !boxes.some((other) => other !== box && other.contains(box)));
  const texts = outer.map((box) => toText(box));
  for (const box of outer) box.remove();
  return texts.filter((text) => text !== '');
}

function toText(root: Element): string {
  let text = '';
  const breakLine = (lines: 1 | 2): void => {
    const has = /\n*$/.exec(text)?.[0].length ?? 0;
    if (text !== '' && has < lines) text = text.trimEnd() + '\n'.repeat(lines);
  };
  const visit = (node: Node, isPre: boolean): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      const raw = (node.nodeValue ?? '').replaceAll('\u00a0', ' ');
      const words = isPre ? raw : raw.replace(/\s+/g, ' ');
      text += /(?:^|[\s])$/.test(text) && !isPre ? words.trimStart() : words;
      return;
    }
    if (!(node instanceof Element)) return;
    const { tagName } = node;
    if (tagName === 'BR') {
      text = `${text.replace(/ +$/, '')}\n`;
      return;
    }
    // Paragraphs are parted by an empty line; boxes and rows only begin a new one.
    const gap = /^(?:P|H[1-6]|UL|OL|BLOCKQUOTE|TABLE|HR)$/.test(tagName) ? 2 : 1;
    const isBlock = blockTags.test(tagName);
    if (isBlock) breakLine(gap);
    if (tagName === 'LI') text += '- ';
    if (/^T[DH]$/.test(tagName) && node.previousElementSibling) text += '\t';
    for (const child of node.childNodes) visit(child, isPre || tagName === 'PRE');
    if (tagName === 'A') text += linkTarget(node);
    if (isBlock) breakLine(gap);
  };
  visit(root, false);
  return text
    .replace(/[^\S\n\t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Where a link leads, when its words do not say so and it is short enough to be read. */
function linkTarget(link: Element): string {
  const href = link.getAttribute('href') ?? '';
  const isWorthTelling =
    /^https?:/.test(href) &&
    href.length <= 120 &&
    !link.textContent.includes(href.replace(/^https?:\/\//, ''));
  return isWorthTelling && link.textContent.trim() !== '' ? ` (${href})` : '';
}

function join(parts: readonly (string | null)[]): string | null {
  return parts.filter((part) => part !== null && part !== '').join('\n\n') || null;
}
