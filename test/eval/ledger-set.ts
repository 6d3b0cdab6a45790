import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { LedgerInput } from '@/lib/draft/ledger';
import { textUnits } from '@/lib/draft/reply/document';
import { parseReply } from '@/lib/draft/reply/parse-reply';
import type { Source } from '@/lib/draft/session/session-state';
import { splitPassages } from '@/lib/search/passages';
import type { Message, Ticket } from '@/lib/ticket/ticket';
import { aMessage, aSource } from '../support/draft-fixtures';
import { blankTicket } from './draft-set';

const rowSchema = z.object({
  id: z.string(),
  policy: z.string(),
  source: z.string(),
  ticket: z.string(),
  answer: z.string().check(z.minLength(1)),
  label: z.enum(['supported', 'unsupported']),
  op: z.nullable(z.string()),
  spans: z.array(z.object({ start: z.int(), end: z.int() })),
});
export type LedgerRow = z.infer<typeof rowSchema> & { line: number };
const policiesSchema = z.record(z.string(), z.string());

/** Rows of one file, each with its policy known; throws a sentence that names file, line and what is wrong. */
export function readLedgerRows(file: string, policies: Readonly<Record<string, string>>): LedgerRow[] {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index): LedgerRow[] => {
      if (text.trim() === '') return [];
      const fail = (why: string) => new Error(`${file}, line ${index + 1}: ${why}`);
      let row: z.infer<typeof rowSchema>;
      try {
        row = z.parse(rowSchema, JSON.parse(text));
      } catch (error) {
        throw fail(error instanceof Error ? error.message : String(error));
      }
      if (!(row.policy in policies)) throw fail(`the policy ${row.policy} is not in the policies file.`);
      const length = [...row.answer].length;
      if (row.spans.some(({ start, end }) => start < 0 || start >= end || end > length))
        throw fail('a span lies outside the answer.');
      if ((row.label === 'unsupported') !== row.spans.length > 0)
        throw fail('unsupported rows, and only they, have spans.');
      return [{ ...row, line: index + 1 }];
    });
  if (rows.length === 0) throw new Error(`${file} has no rows.`);
  return rows;
}

export function readPolicies(file: string): Record<string, string> {
  try {
    return z.parse(policiesSchema, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The passages of a policy, cut as the index cuts an article. */
export function toSources(name: string, policy: string): Source[] {
  return splitPassages(policy).map((span, index) =>
    aSource({
      number: index + 1,
      articleId: name,
      title: span.headingPath.at(-1) ?? name,
      headingPath: span.headingPath,
      text: policy.slice(span.start, span.end),
      start: span.start,
      end: span.end,
      verified: { state: 'never', at: null, by: null },
    }),
  );
}

/** What the agent knew: the conversation as a ticket, what tools answered as facts, the policy as passages. */
export function toLedgerInput(row: LedgerRow, sources: readonly Source[]): LedgerInput {
  const ticket: Ticket = { ...blankTicket, id: row.id, messages: toMessages(row.ticket) };
  return { sources, ticket, order: null, audience: 'public', facts: row.source.split('\n').map(toFact) };
}

/** A line that is no JSON (a plain answer of a tool, or one that was cut) is a fact in words. */
function toFact(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

function toMessages(conversation: string): Message[] {
  const turns = conversation.split(/^(?=(?:customer|agent):)/mu);
  return turns.map((turn, index) => {
    const speaker = /^(customer|agent):\s*/u.exec(turn);
    return aMessage({
      id: String(index + 1),
      author: { role: speaker?.[1] === 'customer' ? 'customer' : 'agent', name: null },
      sentAt: null,
      text: turn.slice(speaker?.[0].length ?? 0).trim(),
    });
  });
}

/** The answer as a draft. These replies cite nothing, so each line is read as standing on the whole policy. */
export function toCitingDocument(answer: string, sources: readonly Source[]) {
  const { document } = parseReply(answer, new Set());
  const citations = sources.map(({ number }) => ({ citation: number }));
  return {
    blocks: document.blocks.map((block) =>
      block.type === 'paragraph'
        ? { ...block, content: [...block.content, ...citations] }
        : { ...block, items: block.items.map((item) => [...item, ...citations]) },
    ),
  };
}

/**
 * For each line of the document, where its characters stand in the answer as written, in code points: the reading drops
 * Markdown signs and joins spaces, but keeps the order of all else.
 */
export function placesIn(answer: string, document: ReturnType<typeof toCitingDocument>): number[][] {
  let unit = 0;
  let point = 0;
  return textUnits(document).map(({ text }) =>
    [...text].flatMap((char) => {
      const at = /\s/u.test(char) ? unit : answer.indexOf(char, unit);
      if (at !== -1 && !/\s/u.test(char)) {
        point += [...answer.slice(unit, at + char.length)].length;
        unit = at + char.length;
      }
      // One entry for each UTF-16 position, as claims count.
      return Array.from({ length: char.length }, () => Math.max(0, point - 1));
    }),
  );
}
