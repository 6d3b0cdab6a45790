import { expect, type Page, test } from '@playwright/test';
import type { Standin } from '../standin/contract';
import { loadSeed } from '../standin/seed/load-seed';
import { type Standins, startStandins } from '../standin/start';
import { type ExtensionBrowser, launchExtension } from './support/extension';
import type { HelpdeskName } from './support/panel-stage';

const ticketId = 48201;

const sources: { name: string; helpdesk: HelpdeskName; way: 'guide' | 'macros'; read: RegExp; at: RegExp }[] =
  [
    {
      name: 'Zendesk Guide articles',
      helpdesk: 'zendesk',
      way: 'guide',
      read: /^Read [\w.-]+\.zendesk\.com$/,
      at: /\/api\/v2\/help_center\//,
    },
    {
      name: 'Zendesk macros',
      helpdesk: 'zendesk',
      way: 'macros',
      read: /^Read macros of [\w.-]+\.zendesk\.com$/,
      at: /\/api\/v2\/macros/,
    },
    {
      name: 'Gorgias macros',
      helpdesk: 'gorgias',
      way: 'macros',
      read: /^Read macros of [\w.-]+\.gorgias\.com$/,
      at: /\/api\/macros/,
    },
  ];

for (const { name, helpdesk, way, read, at } of sources) {
  test.describe(`import of ${name} through the open tab`, () => {
    // The stand-in reads this when it is reset: changing it is what an editor does in the helpdesk.
    const store = loadSeed();
    let standins: Standins;
    let standin: Standin;
    let browser: ExtensionBrowser;
    let page: Page;
    let imported = 0;

    test.describe.configure({ mode: 'serial' });
    test.beforeAll(async () => {
      standins = await startStandins({ store, seed: 11, only: [helpdesk] });
      standin = standins[helpdesk];
      browser = await launchExtension({ args: standins.chromiumArgs() });
      page = await browser.openWorkspace(`#/import/${way}`);
    });
    test.afterAll(async () => {
      await browser?.close();
      await standins?.close();
    });

    const sees = (text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible();
    const press = (button: string | RegExp) => page.getByRole('button', { name: button }).first().click();
    const preview = async () => {
      await sees('Nothing is written yet.');
      const summary = await page.getByText(/^\d+ new, \d+ changed, \d+ refused\./).textContent();
      const [fresh, changed, refused] = summary!.match(/\d+/g)!.map(Number);
      return { fresh, changed, refused };
    };
    /** The navigation counts what this browser holds. */
    const holds = (count: number) =>
      expect(page.getByRole('link', { name: new RegExp(`^Articles ${count}$`) })).toBeVisible();

    test('asks for a tab of the helpdesk when none is open', async () => {
      await sees(way === 'guide' ? 'No Zendesk tab is open.' : 'No Zendesk or Gorgias tab is open.');
      const tab = await browser.context.newPage();
      await tab.goto(standin.ticketUrl(ticketId));
      await page.bringToFront();
      await page
        .getByRole('region', { name: way === 'guide' ? /^Zendesk help cent/ : 'Macros' })
        .getByRole('button', { name: 'Look again' })
        .click();
      await expect(page.getByRole('button', { name: read })).toBeVisible();
    });

    test('names what is wrong when the helpdesk refuses, and goes on from there', async () => {
      standin.fault({ path: at, nth: 1, kind: { type: 'status', status: 403, body: '{}' } });
      await press(read);
      await sees(/^The helpdesk does not let you read this\./);
      await press('Try again');
      await sees(/^\d+ rows read/);
      await press('Cancel');
      await holds(0);
    });

    test('can be stopped while it reads, and has written nothing', async () => {
      standin.set('latency', { min: 60_000, max: 60_000 });
      await press(read);
      await sees(/^(Reading .+|\d+ read)$/);
      await press('Stop');
      await expect(page.getByRole('button', { name: read })).toBeVisible();
      await holds(0);
      standin.set('latency', { min: 0, max: 0 });
    });

    test('shows what it would write, then writes just that', async () => {
      await press(read);
      const { fresh, changed, refused } = await preview();
      expect(fresh).toBeGreaterThan(10);
      expect(changed).toBe(0);
      await holds(0);
      await press(/^Apply \d+ changes?/);
      await sees('You can draft now.');
      await sees(`${fresh} new, 0 changed, 0 unchanged, ${refused} refused`);
      imported = fresh!;
      await holds(imported);
    });

    test('finds nothing to do the second time', async () => {
      await press('Bring more');
      await press(/^Import again/);
      expect(await preview()).toMatchObject({ fresh: 0, changed: 0 });
      await sees(`${imported} articles are as they were.`);
      await press('Done');
      await holds(imported);
    });

    test('takes over what changed there, as a version of the same article', async () => {
      if (way === 'guide') {
        const article = store.articles.find((each) => each.audience === 'public')!;
        article.body += '\n\nChanged in the helpdesk.';
        article.updatedAt = '2026-11-24T15:00:00Z';
      } else store.macros[0]!.text += '\n\nChanged in the helpdesk.';
      standin.reset();
      await press(/^Import again/);
      const { fresh, changed } = await preview();
      expect(fresh).toBe(0);
      expect(changed).toBe(1);
      await press('Apply 1 change');
      await sees('1 article is in.');
      await holds(imported);
    });

    test('read with GETs of that one API and wrote nothing there', () => {
      const asked = standin.audit().filter(({ path }) => path.startsWith('/api/'));
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter(({ method }) => method !== 'GET')).toEqual([]);
      expect(asked.filter(({ path }) => !at.test(path)).map(({ path }) => path)).toEqual([]);
    });
  });
}
