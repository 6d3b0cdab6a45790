import { setTimeout as wait } from 'node:timers/promises';
import type { Session } from './devtools';
import { readMarks } from './in-page';
import { press } from './keys';
import { waitUntil } from './knowledge';
import { percentile } from './numbers';
import { summary, typeInto } from './typing';

const question = 'can i send the stove back after a long trip with a friend and ';
const keys = 120;
/** A frame at 60 Hz: a key that takes longer drops one. */
const limitMs = 16;

/** Typing into the panel's search over all articles: what each key costs, and how soon after it the list has changed. */
export async function measureSearching(panel: Session, megabytes: number): Promise<object> {
  await press(panel, 'k', { ctrl: true });
  await wait(300);
  await press(panel, '/');
  await waitUntil(panel, () => document.activeElement?.role === 'combobox', 'the search field', 10_000);
  await panel.evaluate(watchList);
  const before = (await panel.evaluate(readMarks))?.longTasks.length ?? 0;
  const typed = await typeInto(panel, keys, 1, question);
  const changed = await panel.evaluate(
    () => (window as never as { benchLists: { changed: number[] } }).benchLists.changed,
  );
  if (changed.length === 0) throw new Error('The list never changed: nothing was searched');
  const longTasks = (await panel.evaluate(readMarks))?.longTasks.slice(before).map(({ ms }) => ms) ?? [];
  await press(panel, 'Escape');
  const { handledMs, paintedMs } = summary(typed);
  return {
    measure: 'search as you type',
    megabytes,
    keys,
    handledMs,
    paintedMs,
    listChangedMs: { changes: changed.length, p50: percentile(changed, 0.5), p95: percentile(changed, 0.95) },
    longTasks,
    limitMs,
    holds: handledMs.p95 <= limitMs && longTasks.length === 0,
  };
}

/** Runs in the page: ms from a letter to the change of the list that follows it. */
function watchList(): void {
  const lists: { typedAt: number | null; changed: number[] } = { typedAt: null, changed: [] };
  (window as never as { benchLists: typeof lists }).benchLists = lists;
  document.addEventListener('input', (event) => (lists.typedAt = event.timeStamp), { capture: true });
  new MutationObserver(() => {
    if (lists.typedAt !== null) lists.changed.push(performance.now() - lists.typedAt);
    lists.typedAt = null;
  }).observe(document.querySelector('[role="listbox"]')!, {
    childList: true,
    subtree: true,
    characterData: true,
  });
}
