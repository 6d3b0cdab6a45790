import { expect, type Page } from '@playwright/test';
import type { SeedTicket, Standin } from '../../standin/contract';
import { loadSeed } from '../../standin/seed/load-seed';
import { startStandins } from '../../standin/start';
import { type ExtensionBrowser, launchExtension } from './extension';
import { panelPage } from './panel-page';
import { keepPanelOpen } from './settings';

export type HelpdeskName = 'zendesk' | 'gorgias';
export const helpdeskNames: readonly HelpdeskName[] = ['zendesk', 'gorgias'];

export interface PanelStage {
  standin: Standin;
  browser: ExtensionBrowser;
  /** The helpdesk's tab, which the panel follows. */
  page: Page;
  panel: ReturnType<typeof panelPage>;
  header: ReturnType<Page['locator']>;
  /** Opens a ticket by its address and waits until the panel shows it. */
  turnTo(ticketId: number): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  ticketId: number;
  args?: readonly string[];
  withDemoShop?: boolean;
  /** Besides those of the demo store. */
  tickets?: readonly SeedTicket[];
}

/** A helpdesk with the demo store, the production build, a ticket on screen, the panel beside it. */
export async function openStage(name: HelpdeskName, options: StageOptions): Promise<PanelStage> {
  const seed = loadSeed();
  const store = { ...seed, tickets: [...seed.tickets, ...(options.tickets ?? [])] };
  const standins = await startStandins({ store, seed: 11, only: [name] });
  const standin = standins[name];
  const browser = await launchExtension({ args: [...standins.chromiumArgs(), ...(options.args ?? [])] });
  await keepPanelOpen(browser);
  const page = await browser.context.newPage();
  await page.goto(standin.ticketUrl(options.ticketId));
  const panel = panelPage(await browser.openPanel(page));
  const header = panel.page.locator('header').first();
  if (options.withDemoShop ?? true) await panel.tryDemoShop();
  return {
    standin,
    browser,
    page,
    panel,
    header,
    async turnTo(ticketId) {
      await page.goto(standin.ticketUrl(ticketId));
      await expect(header).toContainText(`${ticketId}`);
    },
    async close() {
      await browser.close();
      await standins.close();
    },
  };
}
