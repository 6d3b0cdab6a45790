import { setTimeout as wait } from 'node:timers/promises';
import { clearTables } from '../../e2e/support/headed/extension-store';
import type { MeasuredBrowser } from './browser';
import { callText, type Session } from './devtools';
import { readMarks, type StartMarks, stageReached, watchStart } from './in-page';
import { press } from './keys';

const patienceMs = 60_000;
/** As long as it takes to look at a panel before pressing a key in it. */
const lookMs = 700;

/** Opens a panel that is being watched from its beginning, with the letter for the hint field at the ready. */
export function openWatchedPanel(browser: MeasuredBrowser): Promise<Session> {
  return browser.openPanel(async (panel) => {
    panel.on<{ payload: string }>('Runtime.bindingCalled', ({ payload }) => void press(panel, payload));
    await Promise.all([
      panel.send('Runtime.enable'),
      panel.send('Runtime.addBinding', { name: 'benchField' }),
      panel.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
      panel.send('Page.addScriptToEvaluateOnNewDocument', { source: callText(watchStart) }),
      panel.evaluate(watchStart),
    ]);
  });
}

export async function marksOf(panel: Session): Promise<StartMarks> {
  const marks = await panel.evaluate(readMarks);
  if (!marks) throw new Error('The panel was not watched');
  return marks;
}

/** The ticket is read, its sources stand there, and nothing happens any more. */
export async function waitUntilReady(panel: Session): Promise<void> {
  await panel.evaluate(stageReached, 'ready', patienceMs);
  await wait(lookMs);
}

/** Presses the drafting key; ms from that press until the draft was on screen and could be inserted. */
export async function draft(panel: Session): Promise<{ ms: number; pressedAt: number; longTasks: number[] }> {
  const drafted = panel.evaluate(stageReached, 'drafted', patienceMs);
  await press(panel, 'Enter', { ctrl: true });
  const at = await drafted;
  const { keys, longTasks } = await marksOf(panel);
  const pressed = keys.at(-1);
  if (pressed === undefined) throw new Error('The panel saw no key');
  return {
    ms: at - pressed,
    pressedAt: (await panel.evaluate(() => performance.timeOrigin)) + pressed,
    longTasks: longTasks.filter(({ start }) => start >= pressed).map(({ ms }) => ms),
  };
}

/** Throws the draft away by the panel's menu, back to the state before it. */
export async function discard(panel: Session): Promise<void> {
  await press(panel, 'k', { ctrl: true });
  await wait(300);
  await press(panel, 'd');
  await waitUntilReady(panel);
}

/** Closes the panel and forgets what it kept about tickets. */
export async function startAfresh(browser: MeasuredBrowser): Promise<void> {
  await browser.closePanel();
  await (await browser.worker()).evaluate(clearTables, ['drafts', 'outcomes']);
}

/** Bytes of JavaScript on the page's own heap that are still in use after a full collection. */
export async function heapAfterCollection(page: Session): Promise<number> {
  await page.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await page.send('HeapProfiler.collectGarbage');
  const { usedSize } = await page.send<{ usedSize: number }>('Runtime.getHeapUsage');
  await page.send('HeapProfiler.disable');
  return usedSize;
}
