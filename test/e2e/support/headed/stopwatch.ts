import type { SeenPage } from './contract';

/** Milliseconds as a person feels them, gathered over the tests of a file. */
export interface Stopwatch {
  /** The key was pressed, ms since the epoch. */
  opening(at: number): void;
  /** Reads from the panel when it was first painted and when the draft could be inserted. */
  readOpening(panel: SeenPage): Promise<void>;
  /** Marks when the reply box first changes. */
  watchInsertion(tab: SeenPage, composer: string): Promise<void>;
  readInsertion(pressedAt: number, tab: SeenPage): Promise<void>;
  report(): string;
}

export function createStopwatch(): Stopwatch {
  const seen = { paint: [] as number[], drafted: [] as number[], inserted: [] as number[] };
  let openedAt = 0;
  return {
    opening: (at) => (openedAt = at),
    async readOpening(panel) {
      const painted = await panel.evaluate(
        () =>
          performance.timeOrigin +
          (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN),
      );
      // A panel that was open already has nothing to paint.
      if (painted > openedAt) seen.paint.push(painted - openedAt);
      seen.drafted.push(Date.now() - openedAt);
    },
    async watchInsertion(tab, composer) {
      await tab.evaluate((selector) => {
        const marks = window as never as { changedAt?: number };
        delete marks.changedAt;
        const box = document.querySelector(selector);
        if (!box) throw new Error(`No reply box at ${selector}`);
        const watch = new MutationObserver(() => {
          marks.changedAt = Date.now();
          watch.disconnect();
        });
        watch.observe(box, { childList: true, characterData: true, subtree: true });
      }, composer);
    },
    async readInsertion(pressedAt, tab) {
      const at = await tab.evaluate(() => (window as never as { changedAt?: number }).changedAt ?? null);
      if (at !== null) seen.inserted.push(at - pressedAt);
    },
    report() {
      const line = (name: string, values: number[]) => {
        if (values.length === 0) return `${name}: not measured`;
        const sorted = values.map(Math.round).sort((a, b) => a - b);
        const middle = sorted[Math.floor(sorted.length / 2)];
        return `${name}: median ${middle} ms (${sorted[0]}–${sorted.at(-1)}, ${sorted.length} times)`;
      };
      return [
        line('key to first paint', seen.paint),
        line('key to a draft that can be inserted', seen.drafted),
        line('insertion key to text in the reply box', seen.inserted),
      ].join('\n');
    },
  };
}
