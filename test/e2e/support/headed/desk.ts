import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { demoDir, loadSeed } from '../../../standin/seed/load-seed';
import { type Standins, startStandins } from '../../../standin/start';
import { launchHeaded } from './browser';
import type { HeadedBrowser, SeenPage } from './contract';
import { until } from './display';
import { clearTables, readTable } from './extension-store';
import { type HelpdeskView, helpdeskViews } from './helpdesk-view';
import { type ReplyText, readReply } from './reply-text';
import { createStopwatch, type Stopwatch } from './stopwatch';

/** A person's place of work: both helpdesks, a visible browser, knowledge brought in, keys and a mouse. */
export interface Desk {
  browser: HeadedBrowser;
  stopwatch: Stopwatch;
  view(name: HelpdeskView['name']): HelpdeskView;
  /** A ticket in the tab, with nothing left of the test before: no draft, no outcome, no panel. */
  open(view: HelpdeskView, ticketId: number, set?: Setup): Promise<void>;
  panel(): Promise<SeenPage>;
  /** Opens the panel by its key, waits for the draft and gives it as it stands there. */
  draft(): Promise<ReplyText>;
  readDraft(): Promise<ReplyText>;
  /** What the helpdesk would send now. */
  readModel(view: HelpdeskView, ticketId: number): Promise<ReplyText>;
  panelText(): Promise<string>;
  waitForPanelText(words: RegExp): Promise<void>;
  waitUntilPanelClosed(): Promise<void>;
  /** From the panel to the page by F6; the browser's toolbars lie on the way. */
  goToPage(): Promise<void>;
  focus(): Promise<{ page: boolean; panel: boolean }>;
  /** The rows of a table of the extension's own database. */
  stored(table: 'drafts' | 'outcomes'): Promise<unknown[]>;
  close(): Promise<void>;
}

export interface Setup {
  options?: Record<string, unknown>;
  afterInsert?: 'keep-open' | 'close';
}

export async function openDesk(
  launch: (standins: Standins) => Promise<HeadedBrowser> = ({ chromiumArgs }) => launchHeaded(chromiumArgs()),
): Promise<Desk> {
  const standins = await startStandins({ store: loadSeed(demoDir), seed: 7 });
  const browser = await launch(standins);
  const { tab, background, display } = browser;
  const views = helpdeskViews(standins);
  const stopwatch = createStopwatch();

  const panel = async () => {
    await until(browser.findPanel);
    return (await browser.findPanel())!;
  };
  const waitUntilPanelClosed = () => until(async () => (await browser.findPanel()) === null);
  const panelText = async () => (await panel()).evaluate(() => document.body?.innerText ?? '');
  const waitForPanelText = (words: RegExp) => expect.poll(panelText).toMatch(words);
  const readDraft = async () =>
    (await panel()).evaluate(readReply, { selector: '[role="textbox"][contenteditable]' });

  const desk: Desk = {
    browser,
    stopwatch,
    view: (name) => views.find((each) => each.name === name)!,
    async open(view, ticketId, { options = {}, afterInsert = 'keep-open' } = {}) {
      await (await browser.findPanel())?.evaluate(() => void setTimeout(() => window.close()));
      await waitUntilPanelClosed();
      await background.evaluate(clearTables, ['drafts', 'outcomes']);
      await background.evaluate((settings) => chrome.storage.local.set({ settings }), { afterInsert });
      await browser.goTo('about:blank');
      view.standin.reset();
      for (const [key, value] of Object.entries(options)) view.standin.set(key, value);
      await browser.goTo(view.standin.ticketUrl(ticketId));
      await expect.poll(() => view.readModel(tab, ticketId)).not.toBeNull();
      // Otherwise the address bar has the keyboard, and gets it back when the panel closes.
      await browser.click(view.neutral(ticketId));
      await expect.poll(() => tab.evaluate(() => document.hasFocus())).toBe(true);
    },
    panel,
    async draft() {
      stopwatch.opening(await display.press(browser.keys.draft));
      const opened = await panel();
      await expect.poll(() => opened.evaluate(draftOrWords)).toBe(true);
      await stopwatch.readOpening(opened);
      return readDraft();
    },
    readDraft,
    readModel: async (view, ticketId) =>
      tab.evaluate(readReply, { html: (await view.readModel(tab, ticketId)) ?? '' }),
    panelText,
    waitForPanelText,
    waitUntilPanelClosed,
    async goToPage() {
      for (let press = 0; press < 8 && !(await desk.focus()).page; press += 1) {
        await display.press('F6');
        // Whether a toolbar has the keyboard shows nowhere, so each stop is given the time of a busy machine.
        for (let look = 0; look < 20 && !(await desk.focus()).page; look += 1) await wait(50);
      }
      await expect.poll(desk.focus).toEqual({ page: true, panel: false });
    },
    focus: async () => ({
      page: await tab.evaluate(() => document.hasFocus()),
      panel: (await (await browser.findPanel())?.evaluate(() => document.hasFocus())) ?? false,
    }),
    stored: (table) => background.evaluate(readTable, table),
    async close() {
      await browser.close();
      await standins.close();
    },
  };

  try {
    await bringKnowledge(desk);
  } catch (error) {
    await desk.close();
    throw error;
  }
  return desk;
}

/** By hand, as on the first day: the key opens the panel, a click on the button of the demo shop. */
async function bringKnowledge(desk: Desk): Promise<void> {
  await desk.open(desk.view('zendesk'), 48201);
  await desk.browser.display.press(desk.browser.keys.draft);
  await desk.waitForPanelText(/demo shop/i);
  await desk.browser.clickPanel('button', 'demo shop');
  await desk.waitForPanelText(/articles to answer from/);
  // Drafting is possible before all of it is in, but closing the panel would end the import.
  await expect
    .poll(async () =>
      (await desk.panel()).evaluate(() => document.querySelector('[role="progressbar"], progress') === null),
    )
    .toBe(true);
}

/** `true` when the draft is finished and can be inserted; otherwise what the panel says instead. */
function draftOrWords(): true | string {
  const insert = [...document.querySelectorAll('button')].find((each) =>
    /^Insert (?:as|in)/.test(each.textContent),
  );
  const isThere = document.querySelector('[role="textbox"][contenteditable] p') !== null;
  return (insert?.disabled === false && isThere) || (document.body?.innerText ?? '');
}
