import { expect } from '@playwright/test';
import { launchFirefox } from './support/firefox/browser';
import type { Desk } from './support/headed/desk';
import { testAtDesk } from './support/headed/desk-test';
import { expectOnlyReading, readScripted, watchScripted, writeHalf } from './support/headed/steps';

/**
 * The Firefox build in a visible Firefox with its true sidebar, by real keys and clicks. Unlike Chromium it leaves the
 * keyboard to the page when the extension's key opens the sidebar.
 */
const ticketId = 48201;
const inThePage = { page: true, panel: false };
const inThePanel = { page: false, panel: true };

const test = testAtDesk(async ({ firefoxProxy }) => launchFirefox((await firefoxProxy()).prefs));

for (const name of ['zendesk', 'gorgias'] as const) {
  test.describe(name, () => {
    const readBox = (desk: Desk) => desk.readModel(desk.view(name), ticketId);
    const linesNow = async (desk: Desk) => (await readBox(desk)).lines;
    const insertKeys = async (desk: Desk) =>
      (await desk.panel()).evaluate(() =>
        [...document.querySelectorAll('button')]
          .find((each) => each.textContent.startsWith('Insert as public reply'))
          ?.getAttribute('aria-keyshortcuts'),
      );

    test('one key reads the ticket and drafts, the next inserts, and one Ctrl+Z takes it back', async ({
      desk,
    }) => {
      const view = desk.view(name);
      const { tab, display, keys } = desk.browser;
      await desk.open(view, ticketId);
      await watchScripted(tab);
      const drafted = await desk.draft();
      const words = await desk.panelText();
      expect(words).toContain(`#${ticketId}`);
      expect(words).toContain('Nora Ashdown');
      expect(drafted.lines[0]).toBe('Hi Nora,');
      await expect.poll(desk.focus).toEqual(inThePage);
      // Ctrl+Enter would be the page's own key now, so the button names the browser's.
      await expect.poll(() => insertKeys(desk)).toBe('Alt+Shift+U');
      await display.press(keys.insert);
      await desk.waitForPanelText(new RegExp(`In the reply box of #${ticketId}`));
      await desk.waitForPanelText(/Read back: same text, \d+ paragraphs, no formatting lost/);
      expect(await readBox(desk)).toEqual(drafted);
      await display.press('ctrl+z');
      await expect.poll(() => linesNow(desk)).toEqual([]);
      expect(view.standin.submits()).toEqual([]);
      expect(await readScripted(tab)).toEqual([]);
      expectOnlyReading(view.standin);
    });

    test('a click on Insert replaces half a reply when told to, and one Ctrl+Z brings that back', async ({
      desk,
    }) => {
      const view = desk.view(name);
      const { display } = desk.browser;
      await desk.open(view, ticketId);
      await writeHalf(desk, view, ticketId);
      const drafted = await desk.draft();
      await desk.browser.clickPanel('button', 'Insert as public reply');
      await desk.waitForPanelText(/The reply box already has text/);
      await expect.poll(desk.focus).toEqual(inThePanel);
      await display.press('r');
      await desk.waitForPanelText(/Read back: same text/);
      expect(await readBox(desk)).toEqual(drafted);
      await display.press('F6');
      await expect.poll(desk.focus).toEqual(inThePage);
      await display.press('ctrl+z');
      await expect.poll(() => linesNow(desk)).toEqual(['First line', 'Second line']);
    });

    test('an internal note is asked about; Esc leaves it empty, I puts the draft there', async ({ desk }) => {
      const view = desk.view(name);
      const { display, keys } = desk.browser;
      await desk.open(view, ticketId);
      for (const step of view.channelSteps(ticketId, 'internal')) await desk.browser.click(step);
      await expect.poll(() => view.readModel(desk.browser.tab, ticketId)).not.toBeNull();
      const drafted = await desk.draft();
      await display.press(keys.insert);
      await desk.waitForPanelText(/The reply box is set to: Internal note/);
      await desk.browser.clickPanel('h2', 'The reply box is set to');
      await display.press('Escape');
      await expect.poll(desk.panelText).not.toMatch(/The reply box is set to/);
      expect(await linesNow(desk)).toEqual([]);
      await display.press('ctrl+Return');
      await desk.waitForPanelText(/The reply box is set to: Internal note/);
      await display.press('i');
      await desk.waitForPanelText(/In the reply box of/);
      expect(await linesNow(desk)).toEqual(drafted.lines);
    });

    test('insert and close: the sidebar goes and the next keys land behind the inserted text', async ({
      desk,
    }) => {
      await desk.open(desk.view(name), ticketId, { afterInsert: 'close' });
      const { lines } = await desk.draft();
      await desk.browser.display.press(desk.browser.keys.insert);
      await desk.waitUntilPanelClosed();
      await desk.browser.display.type('xyz');
      await expect.poll(() => linesNow(desk)).toEqual([...lines.slice(0, -1), `${lines.at(-1)}xyz`]);
    });
  });
}
