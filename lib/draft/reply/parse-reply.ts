import { createLinkTable, type LinkTable } from '../safety/addresses';
import type { Block, DraftDocument } from './document';
import { type InlineContext, parseInline, type ReplyProblem } from './inline';

export interface ReplyOptions {
  /** Addresses that may become links; others stay plain text. */
  allowedLinks?: ReadonlySet<string>;
  /** What `[LINK_n]` stands for; left out: nothing. */
  links?: LinkTable;
}

export interface ParsedReply {
  document: DraftDocument;
  problems: readonly ReplyProblem[];
}

/**
 * Reads what a model (or `toReplyText`) wrote: paragraphs, `-` and `1.` lists, bold, italic, citations `[n]`. All
 * other Markdown and HTML is taken down to its words; numbers outside `known` are dropped and reported.
 */
export function parseReply(
  text: string,
  known: ReadonlySet<number>,
  options: ReplyOptions = {},
): ParsedReply {
  const reader = createReplyReader(known, options);
  reader.append(text);
  return reader.end();
}

export interface ReplyReader {
  /** Reads on; what is finished is not read again. Unfinished marks at the end are not shown yet. */
  append(chunk: string): ParsedReply;
  /** Nothing more comes. */
  end(): ParsedReply;
}

/**
 * A reader that grows with the stream. Text up to the last paragraph start cannot change any more, so each chunk
 * costs only the paragraph (or list) being written.
 */
export function createReplyReader(known: ReadonlySet<number>, options: ReplyOptions = {}): ReplyReader {
  const allowedLinks = options.allowedLinks ?? new Set<string>();
  const links = options.links ?? createLinkTable([]);
  let settled: readonly Block[] = [];
  let settledProblems: readonly ReplyProblem[] = [];
  let open = '';
  // Half of a CRLF may come with the next chunk.
  let carriage = '';

  function read(text: string, streaming: boolean): ParsedReply {
    const problems: ReplyProblem[] = [];
    const blocks = parseBlocks(text, settled.length, { known, allowedLinks, links, streaming, problems });
    return { document: { blocks: [...settled, ...blocks] }, problems: [...settledProblems, ...problems] };
  }

  return {
    append(chunk) {
      const text = carriage + chunk;
      carriage = text.endsWith('\r') ? '\r' : '';
      open += text.slice(0, text.length - carriage.length).replace(/\r\n?/gu, '\n');
      const boundary = findSettledEnd(open);
      if (boundary > 0) {
        const done = read(open.slice(0, boundary), false);
        settled = done.document.blocks;
        settledProblems = done.problems;
        open = open.slice(boundary);
      }
      return read(open, true);
    },
    end() {
      return read(open, false);
    },
  };
}

/** Where the last paragraph begins that surely is no further item of a list; 0: nothing is settled. */
function findSettledEnd(text: string): number {
  let end = 0;
  for (const match of text.matchAll(/\n[ \t]*\n(?=[^\s])/gu)) {
    const next = match.index + match[0].length;
    if (text.length - next >= 4 && !bulletStart.test(text.slice(next, next + 4))) end = next;
  }
  return end;
}

type BlockContext = Pick<InlineContext, 'known' | 'allowedLinks' | 'links' | 'streaming' | 'problems'>;

interface RawBlock {
  type: 'paragraph' | 'bullet' | 'numbered';
  lines: string[];
  items: string[];
}

const bulletStart = /^(?:[-*•+–]|\d{1,2}[.)])/u;
const bulletPattern = /^\s{0,8}[-*•+–]\s+(.*)$/u;
const numberPattern = /^\s{0,8}(\d{1,2})[.)]\s+(.*)$/u;

function parseBlocks(text: string, firstBlock: number, context: BlockContext): Block[] {
  const blocks: Block[] = [];
  for (const raw of splitBlocks(text, context.streaming)) {
    const block = firstBlock + blocks.length;
    if (raw.type === 'paragraph') {
      const content = parseInline(raw.lines.join('\n').trim(), { ...context, block, item: null });
      if (content.length > 0) blocks.push({ type: 'paragraph', content });
      continue;
    }
    const items = raw.items
      .map((item, index) => parseInline(item.trim(), { ...context, block, item: index }))
      .filter((item) => item.length > 0);
    if (items.length > 0) blocks.push({ type: 'list', ordered: raw.type === 'numbered', items });
  }
  return blocks;
}

function splitBlocks(text: string, streaming: boolean): RawBlock[] {
  const blocks: RawBlock[] = [];
  let current: RawBlock | null = null;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    // The start of a list or rule looks like text until its space has come.
    if (streaming && isLast && /^\s*(?:[-*•+–]{1,3}|\d{1,2}[.)]?|#{1,6}|>+|`{1,3})\s*$/u.test(line)) break;
    if (line.trim() === '') {
      current = null;
      continue;
    }
    if (/^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|`{3}.*|~{3}.*)$/u.test(line)) {
      current = null;
      continue;
    }
    const bullet = bulletPattern.exec(line);
    const numbered = numberPattern.exec(line);
    // "3. Oktober" at a line's start is a date: a numbered list starts with one.
    const continues =
      current?.type === 'numbered' || (current === null && blocks.at(-1)?.type === 'numbered');
    if (bullet) {
      current = openList(blocks, current, 'bullet');
      current.items.push(bullet[1]!);
    } else if (numbered && (numbered[1] === '1' || continues)) {
      current = openList(blocks, current, 'numbered');
      current.items.push(numbered[2]!);
    } else if (current !== null && current.type !== 'paragraph' && /^\s/u.test(line)) {
      current.items[current.items.length - 1] += ` ${line.trim()}`;
    } else {
      const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/u.exec(line);
      const words = heading
        ? `**${heading[1]!.replaceAll('**', '')}**`
        : line.replace(/^\s{0,3}(?:>\s?)+/u, '').trimEnd();
      if (heading || current === null || current.type !== 'paragraph') {
        current = { type: 'paragraph', lines: [], items: [] };
        blocks.push(current);
      }
      current.lines.push(words.trimStart());
      if (heading) current = null;
    }
  }
  return blocks;
}

function openList(blocks: RawBlock[], current: RawBlock | null, type: 'bullet' | 'numbered'): RawBlock {
  if (current?.type === type) return current;
  const last = blocks.at(-1);
  if (current === null && last?.type === type) return last;
  const list: RawBlock = { type, lines: [], items: [] };
  blocks.push(list);
  return list;
}
