import { splitSentences } from '@/lib/draft/words/sentences';
import type { NumberedPassage } from '../contract';

/** The smallest thing that is quoted: a sentence, or a line with the list below it. Text is verbatim, marks taken off. */
export interface Unit {
  passage: number;
  /** Reading order within the passage. */
  index: number;
  /** Paragraph or section it stands in; units of one paragraph belong together. */
  paragraph: number;
  heading: string;
  text: string;
  items: readonly string[];
  isOrdered: boolean;
  /** An item of a list without a leading line, quoted as an item again. */
  isItem: boolean;
  /** A row of a table as one line, `Label (UK): £3.95`; its first cell. */
  row: string | null;
}

/** Cuts a passage's Markdown. Headings are no sentences; code, rules and images are left out. */
export function toUnits(passage: Pick<NumberedPassage, 'number' | 'text'>): Unit[] {
  const units: Unit[] = [];
  let heading = '';
  let paragraph = 0;
  let lines: string[] = [];
  let list: { items: string[]; isOrdered: boolean } | null = null;
  let isFenced = false;
  let table: string[][] = [];

  const add = (text: string, rest: Partial<Unit> = {}) => {
    const place = { passage: passage.number, index: units.length, paragraph, heading };
    units.push({ ...place, text, items: [], isOrdered: false, isItem: false, row: null, ...rest });
  };
  const flushText = () => {
    const text = plain(lines.join(' '));
    lines = [];
    if (text === '') return;
    paragraph += 1;
    for (const span of splitSentences(text)) add(text.slice(span.start, span.end));
  };
  const flushList = () => {
    if (list === null) return;
    const { items, isOrdered } = list;
    list = null;
    const clean = items.map(plain).filter((item) => item !== '');
    const lead = units.at(-1);
    if (lead?.text.endsWith(':') && lead.items.length === 0) {
      units[units.length - 1] = { ...lead, items: clean, isOrdered };
      return;
    }
    paragraph += 1;
    // Scraps under a heading are one enumeration: the heading leads in.
    if (isEnumeration(clean)) {
      add('', { items: clean, isOrdered });
      return;
    }
    // Without a line that leads in, each item must stand for itself; numbered steps only make sense together.
    if (isOrdered) add('', { items: clean, isOrdered });
    else for (const item of clean) add(item, { isItem: true });
  };

  const flushTable = () => {
    const [header, ...rows] = table;
    table = [];
    if (header === undefined) return;
    paragraph += 1;
    for (const cells of rows) {
      const text = rowText(header, cells);
      if (text !== null) add(text, { row: cells[0]! });
    }
  };

  for (const line of passage.text.split('\n')) {
    if (/^\s{0,3}(?:```|~~~)/u.test(line)) {
      isFenced = !isFenced;
      continue;
    }
    if (isFenced) continue;
    const isRow = /^\s*\|.*\|\s*$/u.test(line);
    if (!isRow) flushTable();
    const title = /^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/u.exec(line);
    const item = /^\s*(?:[-*•+]|(\d{1,2})[.)])\s+(.*)$/u.exec(line);
    if (title) {
      flushText();
      flushList();
      heading = plain(title[1]!);
    } else if (item) {
      flushText();
      list ??= { items: [], isOrdered: item[1] !== undefined };
      list.items.push(item[2]!);
    } else if (line.trim() === '') {
      flushText();
      // An empty line between items does not end the list.
    } else if (isRow) {
      flushText();
      flushList();
      const cells = line
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/u)
        .map(plain);
      if (!cells.every((cell) => /^:?-*:?$/u.test(cell))) table.push(cells);
    } else if (/^\s*(?:[-*_]\s*){3,}$/u.test(line) || /^\s*!\[/u.test(line)) {
      flushText();
      flushList();
    } else if (list !== null && /^\s{2,}\S/u.test(line)) {
      list.items[list.items.length - 1] += ` ${line.trim()}`;
    } else {
      flushList();
      lines.push(line.replace(/^\s{0,3}>\s?/u, '').trim());
    }
  }
  flushText();
  flushList();
  flushTable();
  return units;
}

/** Items that are no sentences and no lines of a data sheet ("Weight: 84 g"). */
function isEnumeration(items: readonly string[]): boolean {
  const sentences = items.filter((item) => /[.!?。]["'”’»)]*$/u.test(item) && item.split(' ').length > 3);
  const pairs = items.filter((item) => /^[^:.]{2,30}:\s/u.test(item));
  return items.length > 1 && pairs.length * 2 < items.length && sentences.length * 2 < items.length;
}

/** `null` for a row that says nothing. The words are the table's own. */
function rowText(header: readonly string[], cells: readonly string[]): string | null {
  const [name, ...values] = cells;
  const told = values
    .map((value, index) => ({ value, head: header[index + 1] ?? '' }))
    .filter(({ value }) => value !== '');
  if (!name || told.length === 0) return null;
  const only = told.length === 1 ? told[0]! : null;
  if (only !== null)
    return only.head === '' ? `${name}: ${only.value}` : `${only.head} (${name}): ${only.value}`;
  return `${name}: ${told.map(({ value, head }) => (head === '' ? value : `${head} ${value}`)).join('; ')}`;
}

/** Words without Markdown marks. Links keep their words only: the address is in the source for whoever opens it. */
export function plain(markdown: string): string {
  return markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/gu, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/gu, '$1')
    .replace(/<[^<>]+>/gu, '')
    .replace(/\*\*|__|`+/gu, '')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)|(?<=\S)\*(?![\p{L}\p{N}*])/gu, '')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}_])/gu, '')
    .replace(/\\([\\`*_[\]()#+\-.!<>~|{}])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}
