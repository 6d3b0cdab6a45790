import type { ServerResponse } from 'node:http';
import { expect, type Page, test } from '@playwright/test';
import { chunk, done, openStream } from '../support/sse-server';
import { pathOf, turnInPage } from './support/helpdesk-page';
import { type ModelStage, openModelStage } from './support/model-stage';
import { callsTo } from './support/page-calls';
import { panelPage } from './support/panel-page';
import { helpdeskNames, type PanelStage } from './support/panel-stage';

/** Two customers: a word that only the one's ticket holds, and what the model answers. */
const tent = { id: 48201, word: 'living room', draft: 'thank you for writing to us about the tent' };
const jacket = { id: 48203, word: 'Metz', draft: 'merci pour ce message au sujet de la veste' };
const tickets = [tent, jacket];

for (const name of helpdeskNames) {
  test.describe(`two tickets at a time, in ${name}`, () => {
    let stage: ModelStage;
    let otherPage: Page;
    let other: ReturnType<typeof panelPage>;
    /** By the draft that each answer writes; held open until the test ends them. */
    const answers = new Map<string, ServerResponse>();

    test.describe.configure({ mode: 'serial' });
    test.beforeAll(async () => {
      stage = await openModelStage(name, { ticketId: tent.id });
      stage.server.chat((response, { body }) => {
        openStream(response);
        for (const { word, draft } of tickets) if (body.includes(word)) answers.set(draft, response);
      });
      otherPage = await openWindow(stage, stage.standin.ticketUrl(jacket.id));
      other = panelPage(await stage.browser.openPanel(otherPage));
      await expect(other.page.getByText(/Drafts go to house-12b/)).toBeVisible();
    });
    test.afterAll(() => stage?.close());

    test('two panels follow each its own window', async () => {
      await expect(stage.header).toContainText(`#${tent.id}`);
      await expect(other.page.locator('header').first()).toContainText(`#${jacket.id}`);
    });

    test('drafts that are written at the same time stay each with its ticket', async () => {
      await stage.panel.button('Draft').first().click();
      await other.button('Draft').first().click();
      await expect.poll(() => answers.size).toBe(2);
      for (let at = 0; at < tent.draft.length; at += 1)
        for (const [draft, response] of answers) response.write(chunk(draft.charAt(at)));
      for (const response of answers.values()) response.end(chunk('.', 'stop') + done);
      for (const [panel, { draft }] of [[stage.panel, tent] as const, [other, jacket] as const]) {
        await expect(panel.insert).toBeVisible();
        await expect.poll(panel.words).toBe(`${draft}.`);
      }
    });

    test('neither request holds a word of the other ticket', async () => {
      const bodies = stage.server.requests.filter(({ method }) => method === 'POST').map(({ body }) => body);
      expect(bodies).toHaveLength(2);
      for (const body of bodies) expect(tickets.filter(({ word }) => body.includes(word))).toHaveLength(1);
    });

    test('inserted at the same time, each lands in the reply box of its own ticket', async () => {
      await Promise.all([stage.panel.insert.click(), other.insert.click()]);
      for (const { page } of [stage.panel, other])
        await expect(page.getByText(/Read back: same text/)).toBeVisible();
      expect(await replyBox(stage, stage.page)).toBe(`${tent.draft}.`);
      expect(await replyBox(stage, otherPage)).toBe(`${jacket.draft}.`);
    });

    test('a ticket that the agent turns away from while it is read is read no further', async () => {
      const { page, standin, header } = stage;
      const slow = 48208;
      const asked = new RegExp(`/api/(v2/)?tickets/${slow}\\b`);
      const stopped: string[] = [];
      page.on('requestfailed', (request) => {
        if (asked.test(request.url())) stopped.push(request.failure()?.errorText ?? '');
      });
      const seen = page.waitForRequest(asked);
      await page.route(asked, () => {
        // Never answered: the helpdesk is in trouble.
      });
      await turnInPage(page, pathOf(standin, slow));
      await seen;
      expect(stopped).toEqual([]);
      await turnInPage(page, pathOf(standin, tent.id));
      await expect(header).toContainText(`#${tent.id}`);
      await expect.poll(() => stopped).toContain('net::ERR_ABORTED');
    });
  });
}

async function replyBox({ browser }: PanelStage, page: Page): Promise<string> {
  const box = await (await callsTo(browser, page)).call('composer.read', {});
  return box.found ? box.text : '';
}

/** A browser window of its own, as an agent has who works at two tickets. */
async function openWindow({ browser }: PanelStage, url: string): Promise<Page> {
  const opened = browser.context.waitForEvent('page');
  const worker = await browser.worker();
  await worker.evaluate(() => chrome.windows.create({ url: 'about:blank', focused: false }).then(() => {}));
  const page = await opened;
  await page.goto(url);
  return page;
}
