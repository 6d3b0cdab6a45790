import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRetrievalSet } from '../eval/retrieval-set';
import { growCorpus, makeQueries, passagesOf, seededRandom } from './search-corpus';

const seed = 20_261_124;

/**
 * `search DIR... [--passages N] [--queries N] [--peers minisearch,sqlite-fts5]`: each engine builds, stores, opens and
 * answers in child processes of its own, on the same passages and queries. `--passages` grows a corpus of that size
 * from the sentences of the given sets; without it, the sets are taken as they are.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { folders, passages: wanted, queries: queryCount, peers } = readArguments(args);
  const random = seededRandom(seed);
  const given = folders.flatMap((folder) =>
    readRetrievalSet(folder).documents.map((document) => ({ ...document, locale: 'en' })),
  );
  const documents = wanted === null ? given : growCorpus(given, wanted, random);
  const passages = passagesOf(documents).length;
  const queries = makeQueries(documents, queryCount, random);
  const textBytes = documents.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
  console.error(
    `${documents.length} articles, ${passages} passages, ${textBytes} bytes of text, ${queryCount} queries of each length`,
  );

  const work = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
  try {
    const documentsFile = join(work, 'documents.jsonl');
    writeFileSync(documentsFile, documents.map((document) => JSON.stringify(document)).join('\n'));
    const queriesFile = join(work, 'queries.json');
    writeFileSync(queriesFile, JSON.stringify(queries));
    for (const engine of ['footnote', ...peers]) {
      console.error(`${engine} ...`);
      const folder = join(work, engine);
      mkdirSync(folder);
      const built = child(['build', engine, folder, documentsFile, queriesFile]);
      const served = child(['serve', engine, folder, documentsFile, queriesFile]);
      const { buildMs, ...stored } = built as { buildMs: number };
      console.log(
        JSON.stringify({
          engine,
          passages,
          buildPerSecond: Math.round(passages / (buildMs / 1000)),
          ...stored,
          ...served,
        }),
      );
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function child(args: readonly string[]): Record<string, unknown> {
  const done = spawnSync(
    process.execPath,
    ['--no-warnings', '--import', 'tsx', join(import.meta.dirname, 'search-child.ts'), ...args],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  if (done.status !== 0) throw new Error(`${args[1]} failed to ${args[0]}: ${done.stderr.slice(-2_000)}`);
  return JSON.parse(done.stdout) as Record<string, unknown>;
}

function readArguments(args: readonly string[]) {
  const folders: string[] = [];
  let passages: number | null = null;
  let queries = 100;
  let peers: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--passages') passages = positive(args[++i], arg);
    else if (arg === '--queries') queries = positive(args[++i], arg);
    else if (arg === '--peers') peers = (args[++i] ?? '').split(',').filter((peer) => peer !== '');
    else if (arg.startsWith('--')) throw new Error(`Unknown option ${arg}.`);
    else if (!arg.endsWith('.md')) folders.push(arg);
  }
  if (folders.length === 0)
    throw new Error('Name at least one folder with corpus.jsonl, queries.jsonl and qrels.tsv.');
  return { folders, passages, queries, peers };
}

function positive(text: string | undefined, option: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${option} needs a whole number above 0.`);
  return number;
}
