import { basename } from 'node:path';
import type { Claim } from '@/lib/draft/claim';
import { checkDocument, createLedgerContext } from '@/lib/draft/ledger';
import { textUnits } from '@/lib/draft/reply/document';
import {
  type LedgerRow,
  placesIn,
  readLedgerRows,
  readPolicies,
  toCitingDocument,
  toLedgerInput,
  toSources,
} from './ledger-set';

/**
 * How well the claim ledger tells what stands on nothing. Arguments: files of rows, `--policies FILE`; `--show` prints
 * each wrong row to stderr, `--half 0|1` keeps the rows of every other base text, to tune on one half and look at the
 * other.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { files, policiesFile, show, half } = readArguments(args);
  const policies = readPolicies(policiesFile);
  const sources = new Map(Object.entries(policies).map(([name, text]) => [name, toSources(name, text)]));
  for (const file of files) {
    const rows = readLedgerRows(file, policies).filter(
      ({ id }) => half === null || hashOf(id.replace(/-[^-]*$/u, '')) % 2 === half,
    );
    if (rows.length === 0) throw new Error(`${file} has no rows in half ${half}.`);
    const results = rows.map((row) => {
      const result = { row, flagged: flaggedIn(row, sources.get(row.policy)!) };
      if (show) showWrong(result);
      return result;
    });
    console.log(JSON.stringify({ file: basename(file), rows: rows.length, ...score(results) }));
  }
}

interface Flag {
  start: number;
  end: number;
  claim: Claim;
}

interface Result {
  row: LedgerRow;
  flagged: readonly Flag[];
}

/** Spans of the answer, in code points, that the ledger asks the agent to settle. Label and spans are not read. */
function flaggedIn(row: LedgerRow, sources: ReturnType<typeof toSources>): Flag[] {
  const document = toCitingDocument(row.answer, sources);
  const claims = checkDocument(document, createLedgerContext(toLedgerInput(row, sources)));
  const places = placesIn(row.answer, document);
  const units = textUnits(document);
  return claims
    .filter(({ state }) => state === 'no-source' || state === 'contradicted')
    .map((claim) => {
      const place =
        places[units.findIndex(({ block, item }) => block === claim.block && item === claim.item)]!;
      return { start: place[claim.start]!, end: place[claim.end - 1]! + 1, claim };
    });
}

function score(results: readonly Result[]) {
  const planted = results.filter(({ row }) => row.label === 'unsupported');
  const honest = results.filter(({ row }) => row.label === 'supported');
  const hits = planted.filter(isFlagged).length;
  const alarms = honest.filter(isFlagged).length;
  const spans = planted.flatMap(({ row, flagged }) =>
    row.spans.map((span) => flagged.some((flag) => flag.start < span.end && span.start < flag.end)),
  );
  const byOp: Record<string, { rows: number; found: number }> = {};
  for (const result of planted) {
    const kind = (byOp[result.row.op ?? 'unnamed'] ??= { rows: 0, found: 0 });
    kind.rows += 1;
    kind.found += isFlagged(result) ? 1 : 0;
  }
  return {
    precision: share(hits, hits + alarms),
    recall: share(hits, planted.length),
    falseAlarms: share(alarms, honest.length),
    spanRecall: share(spans.filter(Boolean).length, spans.length),
    byOp,
  };
}

function isFlagged({ flagged }: Result): boolean {
  return flagged.length > 0;
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Number((part / whole).toFixed(4));
}

function showWrong({ row, flagged }: Result): void {
  const points = [...row.answer];
  const cut = (start: number, end: number) => points.slice(start, end).join('').replaceAll('\n', '⏎');
  const missed = row.label === 'unsupported' && flagged.length === 0;
  if (missed) {
    for (const { start, end } of row.spans)
      console.error(
        `MISSED ${row.id} ${row.op}: ${cut(Math.max(0, start - 70), start)}[[${cut(start, end)}]]${cut(end, end + 70)}`,
      );
  }
  for (const { start, end, claim } of flagged) {
    const isRight = row.spans.some((span) => start < span.end && span.start < end);
    if (!isRight)
      console.error(
        `${row.label === 'supported' ? 'FALSE ' : 'BESIDE'} ${row.id} ${claim.id} ${claim.state} ${claim.reason}${claim.against ? ` (${JSON.stringify(claim.against.place)} ${claim.against.text})` : ''}: ${cut(Math.max(0, start - 70), start)}[[${cut(start, end)}]]${cut(end, end + 50)}`,
      );
  }
}

function readArguments(args: readonly string[]) {
  const files: string[] = [];
  let policiesFile: string | null = null;
  let show = false;
  let half: number | null = null;
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] === '--policies') policiesFile = args[(index += 1)] ?? null;
    else if (args[index] === '--show') show = true;
    else if (args[index] === '--half') {
      half = Number(args[(index += 1)]);
      if (half !== 0 && half !== 1) throw new Error('--half needs 0 or 1.');
    } else files.push(args[index]!);
  }
  if (files.length === 0 || policiesFile === null)
    throw new Error('Name the rows and the policies: npm run -s eval -- ledger FILE --policies FILE');
  return { files, policiesFile, show, half };
}

/** FNV-1a, so that halves do not follow the order of the file. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193) >>> 0;
  return hash >>> 4;
}
