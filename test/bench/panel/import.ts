import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { SearchDocument } from '@/lib/search/contract';
import { makeQueries, seededRandom } from '../search-corpus';
import { type MeasuredBrowser, makeLodging, startBrowser } from './browser';
import { callText } from './devtools';
import { readLongTasks, watchLongTasks } from './in-page';
import { importFiles, openImport } from './knowledge';
import { writeKnowledge } from './knowledge-files';
import { percentile, round } from './numbers';

const questions = 40;
const sampleEveryMs = 200;
/** Until the page, loaded and drawn, uses no more memory by itself. */
const restMs = 3_000;

/** What it takes to bring files in: time by phase, long tasks of the page, memory, disk, and questions put to the index. */
export async function measureImport(
  build: string,
  args: readonly string[],
  base: readonly SearchDocument[],
  megabytes: number,
): Promise<object> {
  const lodging = makeLodging(build, { grantLocalhost: false });
  const folder = mkdtempSync(join(tmpdir(), 'footnote-knowledge-'));
  const browser = await startBrowser(lodging, { args });
  try {
    const knowledge = writeKnowledge(folder, base, megabytes * 1_000_000);
    await browser.tab.send('Page.addScriptToEvaluateOnNewDocument', { source: callText(watchLongTasks) });
    await browser.worker();
    await openImport(browser);
    await wait(restMs);
    const memory = await watchMemory(browser);
    const times = await importFiles(browser, knowledge.paths);
    // The page draws its list only now.
    await wait(restMs);
    const peak = memory.stop();
    const longTasks = await browser.tab.evaluate(readLongTasks);
    const { usage = 0 } = await browser.tab.evaluate(() => navigator.storage.estimate());
    const documents = knowledge.bodies.map((body) => ({ ...base[0]!, body }));
    const asked = makeQueries(documents, questions, seededRandom(megabytes)).long;
    const [coldMs, ...warmMs] = await browser.tab.evaluate(askWorker, workerFile(build), asked);
    const perSecond = (ms: number) => round(knowledge.textBytes / 1000 / ms);
    return {
      measure: 'import',
      megabytes,
      articles: knowledge.articles,
      textBytes: knowledge.textBytes,
      ...times,
      readMBPerSecond: perSecond(times.readMs),
      writeMBPerSecond: perSecond(times.writeMs),
      indexMBPerSecond: perSecond(times.indexMs),
      longTasks: longTasks.filter((ms) => ms > 50).map(round),
      ...peak,
      storedShare: Math.round((100 * usage) / knowledge.textBytes) / 100,
      questionMs: { cold: round(coldMs!), p50: percentile(warmMs, 0.5), p95: percentile(warmMs, 0.95) },
    };
  } finally {
    await browser.close();
    lodging.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Private memory of all processes of the browser, by what the system says of them: the highest sum above that of the
 * page at rest, and how much of it each kind of process held at that moment.
 */
async function watchMemory({ devtools }: MeasuredBrowser) {
  const now = async () => {
    const { processInfo } = await devtools.send<{ processInfo: { id: number; type: string }[] }>(
      'SystemInfo.getProcessInfo',
    );
    const byKind = new Map<string, number>();
    for (const { id, type } of processInfo) byKind.set(type, (byKind.get(type) ?? 0) + privateBytes(id));
    return { byKind, sum: [...byKind.values()].reduce((sum, each) => sum + each, 0) };
  };
  const idle = await now();
  let peak = idle;
  const timer = setInterval(async () => {
    const seen = await now();
    if (seen.sum > peak.sum) peak = seen;
  }, sampleEveryMs);
  return {
    stop() {
      clearInterval(timer);
      const above = [...peak.byKind].map(([kind, bytes]) => [kind, bytes - (idle.byKind.get(kind) ?? 0)]);
      return { peakAboveIdleBytes: peak.sum - idle.sum, ofThat: Object.fromEntries(above) };
    },
  };
}

function privateBytes(pid: number): number {
  const kilobytes = /^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

function workerFile(build: string): string {
  const name = readdirSync(join(build, 'assets')).find((file) => /^search\.worker-.*\.js$/.test(file));
  if (!name) throw new Error(`${build} has no search worker`);
  return `/assets/${name}`;
}

/** Runs in the page: starts a worker as the panel does and asks one question after the other; milliseconds of each. */
async function askWorker(file: string, texts: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  let began = performance.now();
  const worker = new Worker(file, { type: 'module' });
  for (const [id, text] of texts.entries()) {
    const answered = new Promise<void>((resolve, reject) => {
      worker.onerror = () => reject(new Error('The search worker broke'));
      worker.onmessage = ({ data }) => {
        if (data.id !== id) return;
        if (data.type === 'found' && data.result.hits.length > 0) resolve();
        else reject(new Error(`Asked the index, got ${JSON.stringify(data).slice(0, 200)}`));
      };
    });
    worker.postMessage({ type: 'search', id, request: { text, limit: 8 } });
    await answered;
    times.push(performance.now() - began);
    began = performance.now();
  }
  worker.terminate();
  return times;
}
