/** These run inside pages of the browser, so each stands on its own. Times: ms of the page's own `performance`. */

export interface StartMarks {
  /** When the observers were in place; what happened before came in by their buffers or not at all. */
  watchedFrom: number;
  /** The hint field could be typed into. */
  field: number | null;
  /** The typed letter was on screen. */
  shown: number | null;
  longTasks: { start: number; ms: number }[];
  /** Trusted key presses, newest last. */
  keys: number[];
}

/** May run twice in one document: before it is there, and once it is. */
export function watchStart(): void {
  const page = window as never as { benchMarks?: StartMarks; benchField(text: string): void };
  if (page.benchMarks || location.protocol === 'about:') return;
  const marks: StartMarks = {
    watchedFrom: performance.now(),
    field: null,
    shown: null,
    longTasks: [],
    keys: [],
  };
  page.benchMarks = marks;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) marks.longTasks.push({ start: task.startTime, ms: task.duration });
  }).observe({ type: 'longtask', buffered: true });
  const onKey = (event: Event) => event.isTrusted && marks.keys.push(event.timeStamp);
  document.addEventListener('keydown', onKey, { capture: true });

  const look = (): boolean => {
    const field = document.querySelector('textarea');
    if (!field || field.disabled) return false;
    field.focus();
    marks.field = performance.now();
    const before = field.value;
    field.addEventListener(
      'input',
      () =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port2.onmessage = () => {
            if (document.querySelector('textarea')?.value !== `${before}x`) return;
            marks.shown = performance.now();
          };
          port1.postMessage(null);
        }),
      { once: true },
    );
    page.benchField('x');
    return true;
  };
  if (look()) return;
  const watch = new MutationObserver(() => {
    if (look()) watch.disconnect();
  });
  watch.observe(document, { childList: true, subtree: true });
}

export function readMarks(): StartMarks | null {
  return (window as never as { benchMarks?: StartMarks }).benchMarks ?? null;
}

/** Counts tasks over 50 ms of any page from its beginning. */
export function watchLongTasks(): void {
  const page = window as never as { benchLongTasks?: number[] };
  if (page.benchLongTasks) return;
  const tasks: number[] = [];
  page.benchLongTasks = tasks;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) tasks.push(task.duration);
  }).observe({ type: 'longtask', buffered: true });
}

export function readLongTasks(): number[] {
  return (window as never as { benchLongTasks?: number[] }).benchLongTasks ?? [];
}

/**
 * Resolves once the panel is so far and was painted, with the time. `ready`: sources stand there and a press drafts;
 * `drafted`: the text stands in its editor and can be inserted.
 */
export function stageReached(wanted: 'ready' | 'drafted', patienceMs: number): Promise<number> {
  const named = (pattern: RegExp) =>
    [...document.querySelectorAll('button')].find((each) => pattern.test(each.textContent));
  const isThere = (): boolean => {
    if (wanted === 'ready') {
      const draft = named(/^Draft\b/);
      return draft?.disabled === false && document.querySelector('#footnotes-name ~ ol button') !== null;
    }
    const insert = named(/^Insert (?:as|in|anyway)/);
    const text = document.querySelector('[role="textbox"][contenteditable="true"] p');
    return insert?.disabled === false && text !== null && !document.querySelector('[aria-busy="true"]');
  };
  return new Promise((resolve, reject) => {
    let settled = false;
    const look = () => {
      if (settled || !isThere()) return;
      settled = true;
      watch.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port2.onmessage = () => resolve(performance.now());
        port1.postMessage(null);
      });
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true, attributes: true });
    look();
    setTimeout(() => {
      if (!settled) reject(new Error(`Not ${wanted}: ${document.body.textContent?.slice(0, 400)}`));
    }, patienceMs);
  });
}
