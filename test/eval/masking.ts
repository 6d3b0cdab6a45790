import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as z from 'zod/mini';
import { createTicketMask } from '@/lib/privacy/ticket-mask';
import { blankTicket } from './draft-set';
import { readRows } from './retrieval-set';

const maskingRow = z.object({
  id: z.string(),
  text: z.string(),
  spans: z.array(z.object({ type: z.string(), start: z.number(), end: z.number(), value: z.string() })),
});
type Row = z.infer<typeof maskingRow>;
type Span = Pick<Row['spans'][number], 'type' | 'start' | 'end'>;

const coveredShare = 0.9;
const overMaskedShare = 0.3;
/** One run of all rows before the timed one: the panel, too, has its tables loaded before a key is pressed. */
const timedRuns = 3;

/**
 * Masks each text as a ticket of which nothing else is known, and compares what was masked with the spans of the row.
 * Arguments: files of rows `{id, text, spans}`; `--misses` lists on stderr what was missed or masked in vain.
 */
export async function run(args: readonly string[]): Promise<void> {
  const files = args.filter((arg) => !arg.startsWith('--'));
  if (files.length === 0) throw new Error('Name at least one file of rows {id, text, spans}.');
  for (const file of files) {
    const rows = readRows(file, maskingRow).map((row, index) => withUnits(row, file, index));
    console.log(JSON.stringify(await score(file, rows, args.includes('--misses'))));
  }
}

/** Offsets count UTF-16 units or code points: what stands there says which. */
function withUnits(row: Row, file: string, index: number): Row {
  const points = Array.from(row.text);
  const unitsOf = (offset: number) => points.slice(0, offset).join('').length;
  const spans = row.spans.map((span) => {
    if (row.text.slice(span.start, span.end) === span.value) return span;
    const moved = { ...span, start: unitsOf(span.start), end: unitsOf(span.end) };
    if (row.text.slice(moved.start, moved.end) === span.value) return moved;
    throw new Error(
      `${file}, line ${index + 1}: ${span.type} "${span.value}" does not stand at ${span.start}.`,
    );
  });
  return { ...row, spans };
}

async function score(file: string, rows: readonly Row[], tellMisses: boolean) {
  const types = new Map<string, { gold: number; hit: number }>();
  const keep = new Map<string, { gold: number; hit: number }>();
  let predicted = 0;
  let right = 0;
  let exact = 0;
  for (const row of rows) {
    const { vault } = await createTicketMask(blankTicket);
    const { text, spans } = vault.mask(row.text);
    const found = spans.map(({ type, from, to }): Span => ({ type, start: from, end: to }));
    if (vault.restore(text) === expectedBack(row.text, found)) exact += 1;
    for (const span of row.spans) {
      if (span.type.startsWith('OTHER_')) continue;
      const share = covered(row.text, span, found);
      const isKept = span.type.startsWith('KEEP_');
      const isHit = isKept ? share > overMaskedShare : share >= coveredShare;
      const group = isKept ? keep : types;
      const counts = group.get(span.type) ?? { gold: 0, hit: 0 };
      group.set(span.type, { gold: counts.gold + 1, hit: counts.hit + (isHit ? 1 : 0) });
      if (tellMisses && isHit === isKept) tell(row, span, isKept ? 'masked' : 'missed');
    }
    for (const span of found.filter(({ type }) => type !== 'TEXT')) {
      const isOver = (type: (name: string) => boolean) =>
        row.spans.some((gold) => type(gold.type) && gold.start < span.end && span.start < gold.end);
      const isRight = isOver((type) => !/^(?:OTHER|KEEP)_/u.test(type));
      // OTHER_ spans are not scored: masking one is neither right nor wrong.
      if (!isRight && isOver((type) => type.startsWith('OTHER_'))) continue;
      predicted += 1;
      if (isRight) right += 1;
      else if (tellMisses) tell(row, span, 'in vain');
    }
  }
  return {
    file: basename(file),
    rows: rows.length,
    types: sharesOf(types, 'recall'),
    keep: sharesOf(keep, 'overMasked'),
    precision: predicted === 0 ? null : round(right / predicted),
    roundTripExact: round(exact / rows.length),
    msPerText: await timeOf(rows),
  };
}

/** Cards, passwords and keys never come back; everything else must, to the letter. */
function expectedBack(text: string, found: readonly Span[]): string {
  const numbers = new Map<string, string>();
  let out = '';
  let at = 0;
  for (const { type, start, end } of found) {
    const value = text.slice(start, end);
    out += text.slice(at, start);
    if (!/^(?:CARD|PASSWORD|API_KEY)$/u.test(type)) out += value;
    else {
      const key = `${type}:${value}`;
      const same = [...numbers.keys()].filter((each) => each.startsWith(`${type}:`)).length;
      if (!numbers.has(key)) numbers.set(key, `[${type}_${same + 1}]`);
      out += numbers.get(key);
    }
    at = end;
  }
  return out + text.slice(at);
}

async function timeOf(rows: readonly Row[]): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < timedRuns; run += 1) {
    const began = performance.now();
    for (const row of rows) (await createTicketMask(blankTicket)).mask(row.text);
    best = Math.min(best, (performance.now() - began) / rows.length);
  }
  return round(best);
}

/** Share of a span's letters and digits that lie in a found one. */
function covered(text: string, span: Span, found: readonly Span[]): number {
  let all = 0;
  let inside = 0;
  for (let at = span.start; at < span.end; at += 1) {
    if (!/[\p{L}\p{N}\ud800-\udbff]/u.test(text[at]!)) continue;
    all += 1;
    if (found.some(({ start, end }) => start <= at && at < end)) inside += 1;
  }
  return all === 0 ? 1 : inside / all;
}

function sharesOf<K extends string>(counts: ReadonlyMap<string, { gold: number; hit: number }>, name: K) {
  return Object.fromEntries(
    [...counts].sort().map(([type, { gold, hit }]) => [type, { gold, [name]: round(hit / gold) }]),
  );
}

function round(value: number): number {
  return Number(value.toFixed(4));
}

function tell(row: Row, span: Span, what: string): void {
  console.error(`${row.id}: ${what}: ${span.type} ${JSON.stringify(row.text.slice(span.start, span.end))}`);
}
