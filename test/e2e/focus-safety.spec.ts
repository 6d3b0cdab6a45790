import { expect } from '@playwright/test';
import type { Desk } from './support/headed/desk';
import { testInChromium as test } from './support/headed/desk-test';
import { expectOnlyReading } from './support/headed/steps';

/** What must never happen, and what happens after a person sent the reply. */
const ticketId = 48201;
const otherId = 48203;

for (const name of ['zendesk', 'gorgias'] as const) {
  test.describe(name, () => {
    const linesOf = async (desk: Desk, id: number) => (await desk.readModel(desk.view(name), id)).lines;

    test('a draft does not follow the agent to another ticket', async ({ desk }) => {
      const view = desk.view(name);
      await desk.open(view, ticketId);
      const drafted = await desk.draft();
      // The click on the other ticket and the key come as close together as two hands can.
      await desk.browser.click(view.wayTo(otherId));
      await desk.browser.display.press('alt+shift+v');
      await expect.poll(() => desk.browser.tab.evaluate(() => location.href)).toContain(`${otherId}`);
      await expect.poll(() => view.readModel(desk.browser.tab, otherId)).not.toBeNull();
      await desk.waitForPanelText(new RegExp(`#${otherId}`));
      expect(await linesOf(desk, otherId)).toEqual([]);
      await desk.browser.click(view.wayTo(ticketId));
      await desk.waitForPanelText(new RegExp(`#${ticketId}`));
      await expect.poll(desk.readDraft).toEqual(drafted);
      expect(view.standin.submits()).toEqual([]);
    });

    test('an internal note is asked about; Esc leaves it empty, I puts the draft there', async ({ desk }) => {
      const view = desk.view(name);
      await desk.open(view, ticketId);
      for (const step of view.channelSteps(ticketId, 'internal')) await desk.browser.click(step);
      await expect.poll(() => view.readModel(desk.browser.tab, ticketId)).not.toBeNull();
      const drafted = await desk.draft();
      await desk.browser.display.press('ctrl+Return');
      await desk.waitForPanelText(/The reply box is set to: Internal note/);
      await desk.browser.display.press('Escape');
      await expect.poll(desk.panelText).not.toMatch(/The reply box is set to/);
      expect(await linesOf(desk, ticketId)).toEqual([]);
      await desk.browser.display.press('ctrl+Return');
      await desk.waitForPanelText(/The reply box is set to: Internal note/);
      await desk.browser.display.press('i');
      await desk.waitForPanelText(/In the reply box of/);
      expect(await linesOf(desk, ticketId)).toEqual(drafted.lines);
    });

    test('what a person sends is recognised and kept, and the helpdesk saw no other hand', async ({
      desk,
    }) => {
      const view = desk.view(name);
      await desk.open(view, ticketId);
      const drafted = await desk.draft();
      await desk.browser.display.press('ctrl+Return');
      await desk.waitForPanelText(/In the reply box of/);
      await desk.browser.click(view.sendButton(ticketId));
      await desk.waitForPanelText(/Sent without changes/);
      const [submit, ...others] = view.standin.submits();
      expect(others).toEqual([]);
      expect(submit).toMatchObject({ ticketId, visibility: 'public', isTrusted: true });
      expect(submit?.text).toContain(drafted.lines.at(-2));
      await expect.poll(() => desk.stored('outcomes')).toHaveLength(1);
      const [outcome] = (await desk.stored('outcomes')) as { sentText: string; editDistance: number }[];
      expect(outcome).toMatchObject({ editDistance: 0, visibility: 'public' });
      expect(outcome?.sentText).toContain(drafted.lines.at(-2));
      expectOnlyReading(view.standin);
    });

    test('a reply that was sent while the panel was closed is recognised when it opens again', async ({
      desk,
    }) => {
      const view = desk.view(name);
      await desk.open(view, ticketId, { afterInsert: 'close' });
      await desk.draft();
      await desk.browser.display.press('ctrl+Return');
      await desk.waitUntilPanelClosed();
      await expect.poll(desk.focus).toEqual({ page: true, panel: false });
      await desk.browser.display.type(' xyz');
      await desk.browser.click(view.sendButton(ticketId));
      await expect.poll(() => view.standin.submits().length).toBe(1);
      await desk.browser.display.press('alt+shift+f');
      await desk.waitForPanelText(/Sent with 1 change/);
      expect(view.standin.submits()[0]).toMatchObject({ isTrusted: true });
      await expect.poll(() => desk.stored('outcomes')).toHaveLength(1);
      expectOnlyReading(view.standin);
    });
  });
}
