import { setTimeout as wait } from 'node:timers/promises';
import { type Lodging, type MeasuredBrowser, startBrowser } from './browser';
import { waitUntil } from './knowledge';
import { median, round } from './numbers';
import { draft, heapAfterCollection, marksOf, openWatchedPanel, startAfresh, waitUntilReady } from './panel';

/** Freshly started browsers: one start alone says little, since the machine starts a process or two beside it. */
const coldStarts = 3;
const reopenings = 7;
const limits = { coldMs: 300, warmMs: 225, longestTaskMs: 50, heapBytes: 8_000_000, draftMs: 300 };

/** The helpdesk's page as an agent has it open: loaded, editor mounted, quiet. */
export async function openTicket({ tab }: MeasuredBrowser, url: string): Promise<void> {
  await tab.send('Page.navigate', { url });
  const hasEditor = () => document.querySelector('[contenteditable="true"]') !== null;
  await waitUntil(tab, hasEditor, 'a reply box', 60_000);
  await wait(2_000);
}

/**
 * The panel of freshly started browsers: how soon a key shows, what its tasks and its heap cost, and how long a draft
 * without a model takes. The profile holds the demo shop already. Times are medians, heap and tasks the worst of all.
 */
export async function measureStartUp(
  lodging: Lodging,
  args: readonly string[],
  url: string,
): Promise<object[]> {
  const colds: Awaited<ReturnType<typeof opening>>[] = [];
  for (let i = 1; i < coldStarts; i++) {
    const early = await startBrowser(lodging, { args });
    await openTicket(early, url);
    colds.push(await opening(early).finally(early.close));
  }
  const browser = await startBrowser(lodging, { args });
  try {
    await openTicket(browser, url);
    const cold = await opening(browser);
    colds.push(cold);
    const heapStart = await heapAfterCollection(cold.panel);
    const first = await draft(cold.panel);
    const heapDraft = await heapAfterCollection(cold.panel);

    const warm: Awaited<ReturnType<typeof opening>>[] = [];
    const drafts: (typeof first)[] = [];
    for (let i = 0; i < reopenings; i++) {
      await startAfresh(browser);
      warm.push(await opening(browser));
      drafts.push(await draft(warm.at(-1)!.panel));
    }
    const coldMs = median(colds.map(({ shown }) => shown));
    const warmMs = median(warm.map(({ shown }) => shown));
    return [
      {
        measure: 'first key shown',
        panel: 'true side panel',
        coldMs,
        warmMs,
        cold: colds.map(({ shown }) => round(shown)),
        warm: warm.map(({ shown }) => round(shown)),
        fieldMs: {
          cold: median(colds.map(({ field }) => field)),
          warm: median(warm.map(({ field }) => field)),
        },
        watchedFromMs: {
          cold: median(colds.map((each) => each.watchedFrom)),
          warm: median(warm.map((each) => each.watchedFrom)),
        },
        limits: { coldMs: limits.coldMs, warmMs: limits.warmMs },
        holds: coldMs <= limits.coldMs && warmMs <= limits.warmMs,
      },
      { measure: 'long tasks at start', ...tasksOf([...colds, ...warm].map(({ longTasks }) => longTasks)) },
      {
        measure: 'long tasks while drafting',
        ...tasksOf([first, ...drafts].map(({ longTasks }) => longTasks)),
      },
      {
        measure: 'panel heap after collection',
        startBytes: heapStart,
        draftBytes: heapDraft,
        limitBytes: limits.heapBytes,
        holds: Math.max(heapStart, heapDraft) <= limits.heapBytes,
      },
      {
        measure: 'key press to finished draft without a model',
        coldMs: round(first.ms),
        warmMs: median(drafts.map(({ ms }) => ms)),
        warm: drafts.map(({ ms }) => round(ms)),
        limitMs: limits.draftMs,
        holds: median(drafts.map(({ ms }) => ms)) <= limits.draftMs,
      },
    ];
  } finally {
    await browser.close();
  }
}

async function opening(browser: MeasuredBrowser) {
  const panel = await openWatchedPanel(browser);
  await waitUntil(
    panel,
    () => (window as never as Watched).benchMarks.shown !== null,
    'a typed letter',
    60_000,
  );
  await waitUntilReady(panel);
  const { field, shown, watchedFrom, longTasks } = await marksOf(panel);
  return { panel, field: field!, shown: shown!, watchedFrom, longTasks: longTasks.map(({ ms }) => ms) };
}

interface Watched {
  benchMarks: { shown: number | null };
}

/** Over all openings, cold ones first. */
function tasksOf(times: readonly number[][]) {
  const all = times.flat();
  const longestMs = all.length === 0 ? 0 : Math.max(...all);
  return {
    openings: times.length,
    count: all.length,
    totalMs: round(all.reduce((sum, ms) => sum + ms, 0)),
    longestMs,
    perOpening: times,
    limitMs: limits.longestTaskMs,
    holds: all.length === 0,
  };
}
