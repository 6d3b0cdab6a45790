import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchDocument } from '@/lib/search/contract';
import { type ArrivalServer, startArrivalServer } from './arrivals';
import { makeLodging, startBrowser } from './browser';
import { chooseEndpoint, importFiles, openImport } from './knowledge';
import { writeKnowledge } from './knowledge-files';
import { percentile } from './numbers';
import { discard, draft, openWatchedPanel, startAfresh, waitUntilReady } from './panel';
import { measureSearching } from './searching';
import { openTicket } from './start-up';

/** Milliseconds from key press to request, by megabytes of knowledge. */
const limits: Record<number, number> = { 1: 40, 10: 50, 50: 120 };

export interface WireOrder {
  build: string;
  args: readonly string[];
  url: string;
  base: readonly SearchDocument[];
  megabytes: number;
  runs: number;
  /** Folder for CPU profiles of the presses; `null`: none. */
  profiles: string | null;
}

/** How soon after the key the question is on the wire, and what a search as one types costs, with so much knowledge. */
export async function measureWire(order: WireOrder): Promise<object[]> {
  const { megabytes, runs } = order;
  const lodging = makeLodging(order.build, { grantLocalhost: true });
  const folder = mkdtempSync(join(tmpdir(), 'footnote-knowledge-'));
  const server = await startArrivalServer();
  const browser = await startBrowser(lodging, { args: order.args });
  try {
    const knowledge = writeKnowledge(folder, order.base, megabytes * 1_000_000);
    // Being watched, the worker does not fall asleep during a long import.
    await browser.worker();
    await openImport(browser);
    const { readMs, writeMs, indexMs } = await importFiles(browser, knowledge.paths);
    const importMs = readMs + writeMs + indexMs;
    console.error(`${knowledge.articles} articles are in after ${importMs} ms`);
    await chooseEndpoint(browser, server.baseUrl);
    await openTicket(browser, order.url);
    const first: number[] = [];
    const again: number[] = [];
    for (let run = 0; run < runs; run++) {
      await startAfresh(browser);
      const panel = await openWatchedPanel(browser);
      await waitUntilReady(panel);
      if (order.profiles !== null) await panel.send('Profiler.enable');
      if (order.profiles !== null) await panel.send('Profiler.start');
      first.push(await pressToWire(panel, server));
      if (order.profiles !== null) {
        const { profile } = await panel.send<{ profile: object }>('Profiler.stop');
        writeFileSync(join(order.profiles, `wire-${megabytes}-${run}.cpuprofile`), JSON.stringify(profile));
      }
      await discard(panel);
      again.push(await pressToWire(panel, server));
    }
    await startAfresh(browser);
    const panel = await openWatchedPanel(browser);
    await waitUntilReady(panel);
    const searching = await measureSearching(panel, megabytes);
    const limitMs = limits[megabytes] ?? null;
    const p95 = percentile([...first, ...again], 0.95);
    const pressing = {
      measure: 'key press to request',
      megabytes,
      articles: knowledge.articles,
      importMs,
      presses: runs * 2,
      p50: percentile([...first, ...again], 0.5),
      p95,
      firstInPanel: { p50: percentile(first, 0.5), p95: percentile(first, 0.95) },
      again: { p50: percentile(again, 0.5), p95: percentile(again, 0.95) },
      ...(limitMs !== null && { limitMs, holds: p95 <= limitMs }),
    };
    return [pressing, searching];
  } finally {
    await browser.close();
    await server.close();
    lodging.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pressToWire(panel: Parameters<typeof draft>[0], server: ArrivalServer): Promise<number> {
  server.take();
  const { pressedAt } = await draft(panel);
  const arrived = server.take();
  if (arrived === null) throw new Error('The panel drafted without asking the endpoint');
  return arrived - pressedAt;
}
