import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchDocument } from '@/lib/search/contract';
import { makeQueries, seededRandom } from '../search-corpus';
import { type MeasuredBrowser, makeLodging, startBrowser } from './browser';
import { callText } from './devtools';
import { readLongTasks, watchLongTasks } from './in-page';
import { importFiles } from './knowledge';
import { writeKnowledge } from './knowledge-files';
import { percentile, round } from './numbers';

const questions = 40;
const sampleEveryMs = 200;

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
    await browser.tab.send('Page.navigate', {
      url: `chrome-extension://${browser.extensionId}/workspace.html`,
    });
    const memory = await watchMemory(browser);
    const times = await importFiles(browser, knowledge.paths);
    const peakBytes = memory.stop();
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
      peakAboveIdleBytes: peakBytes,
      storedShare: Math.round((100 * usage) / knowledge.textBytes) / 100,
      questionMs: { cold: round(coldMs!), p50: percentile(warmMs, 0.5), p95: percentile(warmMs, 0.95) },
    };
  } finally {
    await browser.close();
    lodging.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Private memory of all processes of the browser, by what the system says of them. */
async function watchMemory({ devtools }: MeasuredBrowser) {
  const now = async () => {
    const { processInfo } = await devtools.send<{ processInfo: { id: number }[] }>(
      'SystemInfo.getProcessInfo',
    );
    return processInfo.reduce((sum, { id }) => sum + privateBytes(id), 0);
  };
  const idle = await now();
  let peak = idle;
  const timer = setInterval(async () => {
    peak = Math.max(peak, await now());
  }, sampleEveryMs);
  return {
    stop() {
      clearInterval(timer);
      return peak - idle;
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
