import { expect } from '@playwright/test';
import type { Desk } from './support/headed/desk';
import { testInChromium as test } from './support/headed/desk-test';

/** Where the next key goes, with real keys and nothing emulated. */
const ticketId = 48201;

for (const name of ['zendesk', 'gorgias'] as const) {
  test.describe(name, () => {
    const linesNow = async (desk: Desk) => (await desk.readModel(desk.view(name), ticketId)).lines;

    test('insert and close: the next keys land behind the inserted text', async ({ desk }) => {
      await desk.open(desk.view(name), ticketId, { afterInsert: 'close' });
      const { lines } = await desk.draft();
      await desk.browser.display.press('ctrl+Return');
      await desk.waitUntilPanelClosed();
      await expect.poll(desk.focus).toEqual({ page: true, panel: false });
      await desk.browser.display.type('xyz');
      await expect.poll(() => linesNow(desk)).toEqual([...lines.slice(0, -1), `${lines.at(-1)}xyz`]);
    });

    test('insert and stay: after the way back to the page the next keys land behind the text', async ({
      desk,
    }) => {
      await desk.open(desk.view(name), ticketId);
      const { lines } = await desk.draft();
      await desk.browser.display.press('ctrl+Return');
      await desk.waitForPanelText(/In the reply box of/);
      await expect.poll(desk.focus).toEqual({ page: false, panel: true });
      await desk.goToPage();
      await desk.browser.display.type('xyz');
      await expect.poll(() => linesNow(desk)).toEqual([...lines.slice(0, -1), `${lines.at(-1)}xyz`]);
    });

    test('the opening key again, with a draft standing, inserts nothing and drafts nothing', async ({
      desk,
    }) => {
      await desk.open(desk.view(name), ticketId);
      const drafted = await desk.draft();
      await desk.browser.display.press('alt+shift+f', 'alt+shift+f');
      // Whatever the presses asked for was asked before this one, which is answered.
      await desk.browser.display.press('ctrl+k');
      await expect
        .poll(async () =>
          (await desk.panel()).evaluate(() => document.querySelector('[role="menu"]') !== null),
        )
        .toBe(true);
      expect(await desk.readDraft()).toEqual(drafted);
      expect(await linesNow(desk)).toEqual([]);
    });

    for (const afterInsert of ['keep-open', 'close'] as const) {
      test(`the insertion key pressed twice inserts once and sends nothing, then ${afterInsert}`, async ({
        desk,
      }) => {
        const view = desk.view(name);
        await desk.open(view, ticketId, { afterInsert });
        const { lines } = await desk.draft();
        await desk.browser.display.press('ctrl+Return', 'ctrl+Return');
        if (afterInsert === 'close') await desk.waitUntilPanelClosed();
        else await desk.waitForPanelText(/In the reply box of/);
        expect(await linesNow(desk)).toEqual(lines);
        expect(view.standin.submits()).toEqual([]);
      });
    }

    test('the insertion key held down too long does not reach the helpdesk as its own send key', async ({
      desk,
    }) => {
      const view = desk.view(name);
      await desk.open(view, ticketId, { afterInsert: 'close' });
      const { lines } = await desk.draft();
      await desk.browser.display.hold('ctrl+Return', 4_000);
      await desk.waitUntilPanelClosed();
      // Asked of the page, whose keys all came before this question.
      expect(await linesNow(desk)).toEqual(lines);
      expect(view.standin.submits()).toEqual([]);
    });
  });
}
