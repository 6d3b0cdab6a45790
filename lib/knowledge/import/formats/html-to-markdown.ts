import type TurndownService from 'turndown';
import { removeHiddenElements } from '@/lib/helpdesk/hidden-elements';

export interface ConvertedHtml {
  readonly markdown: string;
  /** Of the `<title>`, when there is one. */
  readonly title: string | null;
  /** Characters that its own styles hide from a reader, which were left out. */
  readonly hidden: number;
}

/** As the readers of sources take it: they may run where no HTML can be parsed, and ask the page. */
export type HtmlConverter = (html: string) => ConvertedHtml | Promise<ConvertedHtml>;

/** Elements whose content is never the words of an article, and all that could run or load something. */
const dropped = [
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'form',
  'input',
  'button',
  'select',
  'textarea',
  'svg',
  'canvas',
  'audio',
  'video',
  'nav',
  'link',
  'meta',
  'base',
] as const;

const placeholder = /(\{\{[^{}]*\}\}|\{%[^%]*%\})/;

let loading: ReturnType<typeof loadHtmlConverter> | null = null;

/** Loaded with the first text. */
export async function convertHtml(html: string): Promise<ConvertedHtml> {
  loading ??= loadHtmlConverter();
  return (await loading)(html);
}

/**
 * Loads the converter once. The HTML is parsed into a document that is never shown, so nothing in it runs and no
 * picture is fetched; only words that a reader sees, headings, lists, tables, emphasis and web or mail links come out.
 * Needs a page in the browser (a worker has no HTML parser); in Node the library brings its own, and nothing is hidden.
 */
export async function loadHtmlConverter(): Promise<(html: string) => ConvertedHtml> {
  const { default: Turndown } = await import('turndown');
  const service = new Turndown({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced' });
  let title: string | null = null;

  const escapeMarkdown = service.escape.bind(service);
  // A backslash inside `{{ticket.requester.first_name}}` would make it a placeholder that nobody knows.
  service.escape = (text) =>
    text
      .split(placeholder)
      .map((part, at) => (at % 2 === 1 ? part : escapeMarkdown(part)))
      .join('');

  service.remove([...dropped] as unknown as TurndownService.Filter);
  service.addRule('title', {
    filter: 'title',
    replacement: (_content, node) => {
      title = node.textContent?.trim() || null;
      return '';
    },
  });
  service.addRule('image', { filter: 'img', replacement: (_content, node) => attribute(node, 'alt') });
  service.addRule('link', {
    filter: 'a',
    replacement: (content, node) => {
      const href = attribute(node, 'href');
      const words = content.trim();
      return words && /^(https?:|mailto:)/i.test(href) && !/[\s<>]/.test(href)
        ? `[${words}](${href.replaceAll(')', '%29')})`
        : content;
    },
  });
  addTableRules(service);

  return (html) => {
    title = null;
    const page = parsePage(html);
    const hidden = page === null ? 0 : removeHiddenElements(page.body);
    const markdown = service
      .turndown(page?.documentElement ?? html)
      .replaceAll('\u00a0', ' ')
      .replace(/[ \t]+$/gm, trailing)
      .trim();
    return { markdown, title, hidden };
  };
}

function parsePage(html: string): Document | null {
  return typeof DOMParser === 'undefined' ? null : new DOMParser().parseFromString(html, 'text/html');
}

/** Two spaces at a line's end are a line break; anything else there is dust. */
function trailing(spaces: string): string {
  return spaces === '  ' ? spaces : '';
}

function attribute(node: TurndownService.Node, name: string): string {
  return ('getAttribute' in node ? node.getAttribute(name) : null) ?? '';
}

/** Tables as Markdown tables: prices and times are where answers come from. Turndown alone drops the cells' borders. */
function addTableRules(service: TurndownService): void {
  service.addRule('cell', {
    filter: ['th', 'td'],
    replacement: (content) =>
      ` ${content
        .trim()
        .replace(/\s*\n\s*/g, ' ')
        .replaceAll('|', '\\|')} |`,
  });
  service.addRule('row', {
    filter: 'tr',
    replacement: (content, node) => {
      const line = `|${content.replaceAll('\n', '')}\n`;
      const isFirst = isFirstRow(node as unknown as Element);
      const columns = line.replaceAll('\\|', '').split('|').length - 2;
      return isFirst ? `${line}|${' --- |'.repeat(columns)}\n` : line;
    },
  });
  service.addRule('section', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content });
  service.addRule('table', {
    filter: 'table',
    replacement: (content) => `\n\n${content.replace(/\n{2,}/g, '\n').trim()}\n\n`,
  });
}

function isFirstRow(row: Element): boolean {
  let table = row.parentNode;
  while (table && table.nodeName !== 'TABLE') table = table.parentNode;
  if (!table || !('getElementsByTagName' in table)) return false;
  return (table as Element).getElementsByTagName('tr')[0] === row;
}
