import { setTimeout as wait } from 'node:timers/promises';
import { type Lodging, type MeasuredBrowser, startBrowser } from './browser';
import { callText } from './devtools';
import { readLongTasks, watchLongTasks } from './in-page';
import { waitUntil } from './knowledge';
import { median, round } from './numbers';
import { heapAfterCollection } from './panel';

const loads = 5;
const settleMs = 3_000;

interface Profile {
  nodes: { id: number; callFrame: { url: string } }[];
  samples: number[];
  timeDeltas: number[];
}

/** What the content scripts cost the helpdesk's page: own script time, long tasks and heap, with and without them. */
export async function measurePageCost(
  lodging: Lodging,
  args: readonly string[],
  pages: readonly { helpdesk: string; url: string }[],
): Promise<object[]> {
  const seen = { with: await loadAll(true), without: await loadAll(false) };
  return pages.map(({ helpdesk }, at) => {
    const [ours, none] = [seen.with[at]!, seen.without[at]!];
    return {
      measure: 'helpdesk page',
      helpdesk,
      loads,
      scriptMs: median(ours.map(({ scriptMs }) => scriptMs)),
      longTasks: { with: median(ours.map(countOf)), without: median(none.map(countOf)) },
      longTaskMs: { with: median(ours.map(sumOf)), without: median(none.map(sumOf)) },
      heapBytes: median(ours.map(({ heap }) => heap)) - median(none.map(({ heap }) => heap)),
    };
  });

  async function loadAll(withExtension: boolean) {
    const browser = await startBrowser(lodging, { args, withExtension });
    try {
      const results: Awaited<ReturnType<typeof load>>[][] = [];
      for (const { url } of pages) {
        await browser.tab.send('Page.navigate', { url });
        const source = callText(watchLongTasks);
        await browser.tab.send('Page.addScriptToEvaluateOnNewDocument', { source });
        const ofPage: Awaited<ReturnType<typeof load>>[] = [];
        // The first load fills the caches and is not counted.
        await load(browser, url);
        for (let i = 0; i < loads; i++) ofPage.push(await load(browser, url));
        results.push(ofPage);
      }
      return results;
    } finally {
      await browser.close();
    }
  }
}

const countOf = ({ longTasks }: { longTasks: number[] }) => longTasks.length;
const sumOf = ({ longTasks }: { longTasks: number[] }) => longTasks.reduce((sum, ms) => sum + ms, 0);

async function load({ tab, extensionId }: MeasuredBrowser, url: string) {
  await tab.send('Profiler.enable');
  await tab.send('Profiler.setSamplingInterval', { interval: 200 });
  await tab.send('Profiler.start');
  await tab.send('Page.navigate', { url });
  await waitUntil(
    tab,
    () => document.querySelector('[contenteditable="true"]') !== null,
    'a reply box',
    60_000,
  );
  await wait(settleMs);
  const { profile } = await tab.send<{ profile: Profile }>('Profiler.stop');
  const longTasks = await tab.evaluate(readLongTasks);
  return {
    scriptMs: timeIn(profile, `chrome-extension://${extensionId}/`),
    longTasks,
    heap: await heapAfterCollection(tab),
  };
}

/** Milliseconds of samples whose running function stands in a file under `prefix`. Throws on an empty profile. */
export function timeIn({ nodes, samples, timeDeltas }: Profile, prefix: string): number {
  if (samples.length === 0) throw new Error('The profile of the page is empty');
  const ours = new Set(nodes.filter(({ callFrame }) => callFrame.url.startsWith(prefix)).map(({ id }) => id));
  const micros = samples.reduce((sum, id, at) => sum + (ours.has(id) ? (timeDeltas[at] ?? 0) : 0), 0);
  return round(micros / 1000);
}
