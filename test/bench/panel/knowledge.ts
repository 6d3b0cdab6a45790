import { setTimeout as wait } from 'node:timers/promises';
import type { MeasuredBrowser } from './browser';
import type { Session } from './devtools';

const longestImportMs = 30 * 60_000;

/** Brings the demo shop in by its button on the workspace page. */
export async function importDemoShop(browser: MeasuredBrowser): Promise<void> {
  await openImport(browser);
  await pressButton(browser.tab, 'demo shop', 20_000);
  await waitForWords(browser.tab, 'You can draft now.', 120_000);
}

export interface ImportTimes {
  /** Whole milliseconds, told by the page. */
  readonly readMs: number;
  readonly writeMs: number;
  readonly indexMs: number;
}

/** Brings files in by the picker of the page that `openImport` opened. */
export async function importFiles(browser: MeasuredBrowser, paths: readonly string[]): Promise<ImportTimes> {
  const { tab } = browser;
  const { result } = await tab.send<{ result: { objectId: string } }>('Runtime.evaluate', {
    expression: 'document.querySelector("[data-pick=files]")',
  });
  const times = tab.evaluate(followImport, longestImportMs);
  await tab.send('DOM.setFileInputFiles', { files: paths, objectId: result.objectId });
  return times;
}

/** Runs in the page: presses Apply as soon as it can be pressed, and tells how long each phase took. */
function followImport(patienceMs: number): Promise<ImportTimes> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    let applied = 0;
    let indexing = 0;
    const look = () => {
      const words = document.body.textContent;
      if (applied === 0) {
        const apply = [...document.querySelectorAll('button')].find((each) =>
          each.textContent.includes('Apply'),
        );
        if (!apply || apply.disabled) return;
        applied = performance.now();
        apply.click();
      } else if (indexing === 0) {
        if (/Making it searchable|Indexing \d/.test(words)) indexing = performance.now();
      }
      if (!words.includes('You can draft now.')) return;
      watch.disconnect();
      resolve({
        readMs: Math.round(applied - began),
        writeMs: Math.round(indexing - applied),
        indexMs: Math.round(performance.now() - indexing),
      });
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
    setTimeout(
      () => reject(new Error(`Not imported: ${document.body.textContent.slice(0, 600)}`)),
      patienceMs,
    );
  });
}

/** Lets drafts be written by an endpoint on this machine. */
export async function chooseEndpoint(browser: MeasuredBrowser, baseUrl: string): Promise<void> {
  await (await browser.worker()).evaluate(async (address) => {
    const endpoint = {
      preset: 'custom',
      baseUrl: address,
      model: 'bench',
      contextTokens: null,
      stallSeconds: 20,
    };
    await chrome.storage.local.set({ settings: { provider: 'openai', endpoint, afterInsert: 'keep-open' } });
  }, baseUrl);
}

export async function openImport({ tab, extensionId }: MeasuredBrowser): Promise<void> {
  await tab.send('Page.navigate', { url: `chrome-extension://${extensionId}/workspace.html#/import` });
  await waitUntil(tab, () => document.querySelector('[data-pick=files]') !== null, 'the file picker', 20_000);
}

async function pressButton(page: Session, words: string, patienceMs: number): Promise<void> {
  const find = (wanted: string) => {
    const button = [...document.querySelectorAll('button')].find((each) => each.textContent.includes(wanted));
    if (!button || button.disabled) return false;
    button.click();
    return true;
  };
  await waitUntil(page, find, `a button "${words}"`, patienceMs, words);
}

async function waitForWords(page: Session, words: string, patienceMs: number): Promise<void> {
  const has = (wanted: string) => document.body?.textContent.includes(wanted) ?? false;
  await waitUntil(page, has, `"${words}"`, patienceMs, words);
}

export async function waitUntil<A extends unknown[]>(
  page: Session,
  condition: (...args: A) => boolean,
  what: string,
  patienceMs: number,
  ...args: A
): Promise<void> {
  const deadline = performance.now() + patienceMs;
  // Between two documents there is nothing to ask.
  while (!(await page.evaluate(condition, ...args).catch(() => false))) {
    if (performance.now() > deadline) {
      const shown = await page.evaluate(
        () => `${location.href}\n${document.body?.textContent.slice(0, 600)}`,
      );
      throw new Error(`The page did not come to show ${what}. It shows: ${shown}`);
    }
    await wait(100);
  }
}
