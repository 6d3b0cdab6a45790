import { expect, type Page, test } from '@playwright/test';
import type { ComposerState } from '@/lib/helpdesk/contract';
import type { Standin } from '../../standin/contract';
import { loadSeed } from '../../standin/seed/load-seed';
import { type Standins, startStandins } from '../../standin/start';
import { type ExtensionBrowser, launchExtension } from './extension';
import { callsTo, type PageCalls } from './page-calls';
import type { HelpdeskName } from './panel-stage';

type Options = Record<string, unknown>;

/** A helpdesk's page with the content script in it, without a panel. */
export interface PageStage {
  readonly standin: Standin;
  readonly browser: ExtensionBrowser;
  readonly page: Page;
  /** To the page as it was loaded last. */
  readonly calls: PageCalls;
  /** Loads a ticket's page from a stand-in with nothing but these options. */
  load(ticketId: number, options?: Options): Promise<void>;
  /** The same, and waits for the ticket's reply box. */
  open(ticketId: number, options?: Options): Promise<void>;
  readComposer(): Promise<ComposerState>;
  /** The ticket whose reply box is open; `false` without one. */
  openTicket(): Promise<string | false>;
  /** What the reply box holds; throws without one. */
  text(): Promise<string>;
}

/** One browser for all tests of the file that calls this. */
export function pageStage(
  name: HelpdeskName,
  { seed = 7, options: always = {} }: { seed?: number; options?: Options } = {},
): PageStage {
  let standins: Standins;
  let browser: ExtensionBrowser;
  let page: Page;
  let calls: PageCalls;

  test.beforeAll(async () => {
    standins = await startStandins({ store: loadSeed(), seed, only: [name] });
    browser = await launchExtension({ args: standins.chromiumArgs() });
    page = await browser.context.newPage();
  });
  test.afterAll(async () => {
    await browser?.close();
    await standins?.close();
  });

  const load = async (ticketId: number, options: Options = {}) => {
    const standin = standins[name];
    standin.reset();
    for (const [key, value] of Object.entries({ ...always, ...options })) standin.set(key, value);
    await page.goto(standin.ticketUrl(ticketId));
    calls = await callsTo(browser, page);
  };
  const readComposer = () => calls.call('composer.read', {});
  const openTicket = async () => {
    const state = await readComposer();
    return state.found && state.ticketId;
  };

  return {
    get standin() {
      return standins[name];
    },
    get browser() {
      return browser;
    },
    get page() {
      return page;
    },
    get calls() {
      return calls;
    },
    load,
    async open(ticketId, options) {
      await load(ticketId, options);
      await expect.poll(openTicket).toBe(`${ticketId}`);
    },
    readComposer,
    openTicket,
    async text() {
      const state = await readComposer();
      if (!state.found) throw new Error(`no composer: ${state.reason}`);
      return state.text;
    },
  };
}
