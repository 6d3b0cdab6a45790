import { expect, type Page, test } from '@playwright/test';
import type { Standin } from '../standin/contract';
import { loadSeed } from '../standin/seed/load-seed';
import { type Standins, startStandins } from '../standin/start';
import { type ExtensionBrowser, launchExtension } from './support/extension';
import { pressSend } from './support/helpdesk-page';
import { createNetLog } from './support/net-log';
import { panelPage } from './support/panel-page';
import { keepPanelOpen } from './support/settings';

const ticketId = 48201;

/** From an open ticket to a reply that the helpdesk stored: the whole road, in both helpdesks, without a model. */
for (const name of ['zendesk', 'gorgias'] as const) {
  test.describe(`the main job in ${name}`, () => {
    const netLog = createNetLog();
    let standins: Standins;
    let standin: Standin;
    let browser: ExtensionBrowser;
    let page: Page;
    let panel: ReturnType<typeof panelPage>;

    test.describe.configure({ mode: 'serial' });

    test.beforeAll(async () => {
      standins = await startStandins({ store: loadSeed(), seed: 11 });
      standin = standins[name];
      browser = await launchExtension({ args: [...standins.chromiumArgs(), ...netLog.args] });
      await keepPanelOpen(browser);
      page = await browser.context.newPage();
      await page.goto(standin.ticketUrl(ticketId));
      panel = panelPage(await browser.openPanel(page));
    });
    test.afterAll(async () => {
      await browser?.close();
      await standins?.close();
    });

    test('offers the demo shop on a first run and is ready to draft from it', async () => {
      await panel.tryDemoShop();
      await expect(panel.page.locator('header').first()).toContainText('Nora Ashdown');
      await expect(panel.page.locator('header').first()).toContainText(String(ticketId));
    });

    test('drafts a reply whose footnotes open the passages they stand on', async () => {
      await panel.draft();
      await expect.poll(() => panel.words()).toMatch(/Hi Nora|Dear Nora|Hello Nora/);
      const footnote = panel.page.getByRole('button', { name: /^Footnote \d+/ }).first();
      await footnote.click();
      await expect(panel.page.getByRole('dialog')).toContainText(/in force/i);
      await panel.page.keyboard.press('Escape');
    });

    test('puts it into the reply box, reads it back, and the human sends it', async () => {
      const draft = await panel.words();
      await panel.insertAndRead();
      await pressSend(page, name);
      await expect.poll(() => standin.submits().length).toBe(1);
      const [sent] = standin.submits();
      expect(sent).toMatchObject({ ticketId, visibility: 'public', isTrusted: true });
      expect(wordsOf(sent!.text)).toEqual(wordsOf(draft));
    });

    test('recognises the reply that was really sent', async () => {
      await expect(panel.page.getByText(/^Sent with(out)? /)).toBeVisible();
    });

    test('asked the helpdesk for little and wrote nothing', async () => {
      const ours = standin.audit().filter((entry) => entry.path.startsWith('/api/'));
      expect(ours.length).toBeGreaterThan(0);
      expect(ours.filter((entry) => entry.method !== 'GET')).toEqual([]);
    });

    test('told no host but the helpdesk anything', async () => {
      await browser.close();
      const hosts = [...netLog.hosts().keys()];
      expect(hosts).toContain(standin.host);
      expect(hosts.filter((host) => host !== standin.host)).toEqual([]);
    });
  });
}

/** Words only: editors keep lists and blank lines in their own ways. */
function wordsOf(text: string): string[] {
  return text.match(/\p{L}{2,}/gu) ?? [];
}
