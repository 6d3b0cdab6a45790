import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { pressSend, switchToNote } from './support/helpdesk-page';
import { callsTo } from './support/page-calls';
import { helpdeskNames, openStage, type PanelStage } from './support/panel-stage';
import { mailFromCustomer } from './support/seed-ticket';

const piano = mailFromCustomer(48302, 'Piano', {
  text: 'Who tunes a grand piano in Salzburg before the concert? I am really disappointed that nobody answers.',
});

for (const name of helpdeskNames) {
  test.describe(`handing off, in ${name}`, () => {
    test.describe.configure({ mode: 'serial', timeout: 120_000 });
    let stage: PanelStage;
    const replyBox = () => stage.page.locator('[contenteditable="true"]:visible').first();

    test.beforeAll(async () => {
      stage = await openStage(name, { ticketId: piano.id, tickets: [piano] });
    });
    test.afterAll(() => stage?.close());

    test('makes a note for a colleague of the ticket, by key', async () => {
      const { page, words } = stage.panel;
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('menu')).toBeVisible();
      await page.keyboard.press('h');
      await expect(page.getByText('A note for colleagues.')).toBeVisible();
      await expect(page.getByRole('textbox', { name: 'Draft reply' })).toContainText('Asks:');
      expect(await words()).toMatch(
        /^Asks: Who tunes a grand piano .+\nFacts: .+\nTried: Nothing was answered yet\.\nFound: No article answers this\./,
      );
      await expect(stage.panel.button('Insert as internal note')).toBeVisible();
      await expect(page.getByRole('textbox', { name: 'Change the draft' })).toHaveCount(0);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width: 360, height: 720 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expectAccessible(page, `hand-off, ${colorScheme}`);
        await page.screenshot({ path: test.info().outputPath(`hand-off-${colorScheme}.png`) });
      }
    });

    test('never goes into a reply, whatever is pressed', async () => {
      const { page, insert } = stage.panel;
      await insert.click();
      const dialog = page.getByRole('dialog');
      await expect(dialog).toContainText('A note for colleagues goes into an internal note only.');
      await expect(dialog.getByRole('button', { name: /^Insert/ })).toHaveCount(0);
      await page.keyboard.press('i');
      await expect(dialog).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(replyBox()).not.toContainText('Asks:');
    });

    test('goes into an internal note, and what was sent there is recognised', async () => {
      await switchToNote(stage.page, name, piano.id);
      // The helpdesk mounts its editor anew for a note.
      const calls = await callsTo(stage.browser, stage.page);
      await expect.poll(() => calls.call('composer.read', {})).toMatchObject({ mode: 'internal' });
      await stage.panel.page.bringToFront();
      await stage.panel.insertAndRead();
      await expect(replyBox()).toContainText('Asks:');
      await pressSend(stage.page, name);
      await expect
        .poll(() => stage.standin.submits())
        .toMatchObject([{ visibility: 'internal', isTrusted: true }]);
      await stage.panel.page.bringToFront();
      await expect(stage.panel.page.getByText('Sent without changes')).toBeVisible();
    });

    test('and a draft after it is a letter to the customer again', async () => {
      await stage.turnTo(48201);
      const { page } = stage.panel;
      await page.keyboard.press('Control+k');
      await page.keyboard.press('h');
      await expect(page.getByText('A note for colleagues.')).toBeVisible();
      await stage.panel.button('Draft again').first().click();
      await expect(stage.panel.button('Insert as internal note')).toBeHidden();
      await expect(stage.panel.insert).toBeVisible();
      await expect(page.getByText('A note for colleagues.')).toBeHidden();
      expect(await stage.panel.words()).not.toContain('Asks:');
    });
  });
}
