/**
 * One engine in a process of its own: `build` reads documents and writes its index, `serve` opens what was written
 * and answers. Prints one JSON object.
 */
import { readFileSync } from 'node:fs';
import type { SearchDocument } from '@/lib/search/contract';
import type { BenchQueries } from './search-corpus';
import { createEngine, storedBytes } from './search-engines';

const [mode, name, folder, documentsFile, queriesFile] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
];
const readDocuments = () =>
  readFileSync(documentsFile, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as SearchDocument);
const engine = await createEngine(name);
const peakBytes = () => process.resourceUsage().maxRSS * 1024;

if (mode === 'build') {
  engine.prepare(readDocuments());
  const started = performance.now();
  engine.build();
  const buildMs = performance.now() - started;
  engine.store(folder);
  console.log(JSON.stringify({ buildMs, storedBytes: storedBytes(folder) }));
} else {
  const queries = JSON.parse(readFileSync(queriesFile, 'utf8')) as BenchQueries;
  const idleBytes = peakBytes();
  const started = performance.now();
  engine.open(folder);
  engine.query(queries.long[0]!);
  const coldMs = performance.now() - started;
  const time = (texts: readonly string[]) => {
    const ms = texts
      .map((text) => {
        const before = performance.now();
        engine.query(text);
        return performance.now() - before;
      })
      .sort((a, b) => a - b);
    const at = (share: number) => round(ms[Math.floor(share * (ms.length - 1))]!);
    return { p50: at(0.5), p95: at(0.95) };
  };
  // A cold start is measured above; these let the compiler settle.
  for (const text of queries.warmUp) engine.query(text);
  const longMs = time(queries.long);
  const shortMs = time(queries.short);
  const heapBytes = peakBytes() - idleBytes;
  const edited = JSON.parse(readFileSync(documentsFile, 'utf8').split('\n', 1)[0]!) as SearchDocument;
  const deltas: number[] = [];
  for (let i = 0; i < 7; i++) {
    const marked = {
      ...edited,
      body: `${edited.body}\n\nThe changed sentence number${i} says flibbertigibbet.`,
    };
    const before = performance.now();
    engine.edit(marked);
    engine.query('flibbertigibbet');
    deltas.push(performance.now() - before);
  }
  deltas.sort((a, b) => a - b);
  console.log(
    JSON.stringify({ coldMs: round(coldMs), longMs, shortMs, deltaMs: round(deltas[3]!), heapBytes }),
  );
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
