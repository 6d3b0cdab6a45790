import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { ExtensionBrowser } from '../../e2e/support/extension';
import { pressSend } from '../../e2e/support/helpdesk-page';
import { panelPage } from '../../e2e/support/panel-page';
import type { Standin, SubmitEntry } from '../../standin/contract';

export interface MainJob {
  helpdesk: string;
  url: string;
  ticket: string;
  draft: string;
  footnotes: string[];
  stored: SubmitEntry;
  said: string;
  timings: { step: string; ms: number }[];
  screenshot: string;
}

/** One ticket from open to sent. Every step waits for what the screen says, and throws when it does not say it. */
export async function doMainJob(order: {
  browser: ExtensionBrowser;
  standin: Standin;
  helpdesk: 'zendesk' | 'gorgias';
  ticketId: number;
  screenshots: string;
}): Promise<MainJob> {
  const { browser, standin, helpdesk, ticketId } = order;
  const timings: MainJob['timings'] = [];
  const timed = async (step: string, work: () => Promise<void>) => {
    const began = performance.now();
    await work();
    timings.push({ step, ms: Math.round(performance.now() - began) });
  };
  const url = standin.ticketUrl(ticketId);
  const page = await browser.context.newPage();
  await page.goto(url);
  const panel = panelPage(await browser.openPanel(page));
  const header = panel.page.locator('header').first();
  await timed('ticket read', () => expect(header).toContainText(`${ticketId}`, { timeout: 30_000 }));
  const ticket = (await header.innerText()).split('\n').filter(Boolean).join(' · ');
  await timed('draft written', () => panel.draft());
  const draft = await panel.words();
  const footnotes = await panel.footnotes();
  await timed('inserted and read back', () => panel.insertAndRead());
  await timed('sent by a trusted click', async () => {
    await pressSend(page, helpdesk);
    await expect.poll(() => standin.submits().length, { timeout: 20_000 }).toBeGreaterThan(0);
  });
  const sent = panel.page.getByText(/^Sent with(out)? /).first();
  await timed('sent reply recognised', () => expect(sent).toBeVisible({ timeout: 60_000 }));
  const screenshot = join(order.screenshots, `${helpdesk}.png`);
  await panel.page.screenshot({ path: screenshot });
  return {
    helpdesk,
    url,
    ticket,
    draft,
    footnotes,
    stored: standin.submits().at(-1)!,
    said: await sent.innerText(),
    timings,
    screenshot,
  };
}
