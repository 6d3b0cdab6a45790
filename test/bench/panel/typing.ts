import { setTimeout as wait } from 'node:timers/promises';
import type { Session } from './devtools';
import { press } from './keys';
import { percentile, round } from './numbers';

/** A brisk typist: ten keys a second, and a breath after each few words, in which the ledger is brought up to date. */
const betweenKeysMs = 100;
const keysInARow = 25;
const breathMs = 500;
const letters = 'so it took us 3 days more and we will write by noon on monday ';

/** ms from the moment of a key press. `handled`: all that listens to it was done; `painted`: the frame after it was drawn. */
interface TypedKeys {
  handled: number[];
  painted: number[];
  /** New marks of the ledger, to know that it was live. */
  marks: number;
}

/** Types into what has the focus and gives the times of each key, ms. `slowdown`: the page's processor, that much slower. */
export async function typeInto(
  page: Session,
  keys: number,
  slowdown: number,
  text = letters,
): Promise<TypedKeys> {
  await page.evaluate(watchKeys);
  await page.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  for (let typed = 0; typed < keys; typed++) {
    const began = performance.now();
    await press(page, text.at(typed % text.length)!);
    await wait(Math.max(0, betweenKeysMs - (performance.now() - began)));
    if (typed % keysInARow === keysInARow - 1) await wait(breathMs);
  }
  await wait(breathMs);
  await page.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return page.evaluate(() => (window as never as { benchKeys: TypedKeys }).benchKeys);
}

/** Runs in the page. */
function watchKeys(): void {
  const page = window as never as { benchKeys: TypedKeys; benchStop?: AbortController };
  page.benchStop?.abort();
  page.benchStop = new AbortController();
  const keys: TypedKeys = { handled: [], painted: [], marks: 0 };
  page.benchKeys = keys;
  const afterTask = (work: () => void) => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = work;
    port1.postMessage(null);
  };
  // The editor and the views behind it work in microtasks that follow the letter; a chain of more of them ends last.
  const afterMicrotasks = (work: () => void, hops = 50): void =>
    queueMicrotask(hops === 0 ? work : () => afterMicrotasks(work, hops - 1));
  let pressed = 0;
  const options = { capture: true, signal: page.benchStop.signal };
  document.addEventListener('keydown', (event) => (pressed = event.timeStamp), options);
  // The letter itself comes with its own event after the key.
  document.addEventListener(
    'input',
    () => {
      const began = pressed;
      afterMicrotasks(() => keys.handled.push(performance.now() - began));
      requestAnimationFrame(() => afterTask(() => keys.painted.push(performance.now() - began)));
    },
    options,
  );
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof Element && node.matches('[data-words]')) keys.marks += 1;
  });
  observer.observe(document.body, { subtree: true, childList: true });
  page.benchStop.signal.addEventListener('abort', () => observer.disconnect());
}

export function summary({ handled, painted }: TypedKeys) {
  const of = (times: readonly number[]) => ({
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    max: round(Math.max(...times)),
  });
  return { keys: handled.length, handledMs: of(handled), paintedMs: of(painted) };
}
