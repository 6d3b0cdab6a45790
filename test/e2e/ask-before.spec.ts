import { expect, test } from '@playwright/test';
import { type SseServer, startSseServer, words } from '../support/sse-server';
import { expectAccessible } from './support/axe';
import { useEndpoint } from './support/endpoint';
import { openStage, type PanelStage } from './support/panel-stage';
import { changeSettings } from './support/settings';

test.describe('each request is shown before it is sent', () => {
  let server: SseServer;
  let stage: PanelStage;

  test.describe.configure({ mode: 'serial', timeout: 120_000 });
  test.beforeAll(async () => {
    server = await startSseServer({ openToPages: true });
    stage = await openStage('zendesk', { ticketId: 48201 });
    await useEndpoint(stage.browser, server);
    await changeSettings(stage.browser, { askBefore: true });
    await expect(stage.panel.page.getByText(/Drafts go to house-12b/)).toBeVisible();
  });
  test.afterAll(async () => {
    await stage?.close();
    await server?.close();
  });

  const sheet = () => stage.panel.page.getByRole('dialog', { name: 'Send this request?' });
  const draftText = () => stage.panel.page.getByRole('textbox', { name: 'Draft reply' });

  test('by keyboard, and what was shown is what leaves', async () => {
    const { page } = stage.panel;
    server.chat(words('Dear Nora,\n\nthe tent may come back.'));
    await page.keyboard.press('Control+Enter');
    await expect(sheet()).toBeVisible();
    // A second press is no answer: it was meant for the draft.
    await page.keyboard.press('Control+Enter');
    await expect(sheet().getByText(/^Not sent yet\./)).toBeVisible();
    await expectAccessible(page, 'asked before a request');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: test.info().outputPath(`ask-${colorScheme}.png`) });
    }
    expect(server.requests).toHaveLength(0);
    const shown = (await sheet().locator('details p').allTextContents()).join('').replace(/\s/g, '');
    await expect(sheet().getByRole('button', { name: 'Without a model' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(draftText()).toContainText('the tent may come back.');
    expect(server.requests).toHaveLength(1);
    const { messages } = JSON.parse(server.requests[0]!.body) as { messages: { content: string }[] };
    expect(
      messages
        .map(({ content }) => content)
        .join('')
        .replace(/\s/g, ''),
    ).toBe(shown);
    await expect(sheet()).toBeHidden();
  });

  test('and is not sent when it is closed, left, or drafted without a model', async () => {
    const { page, button } = stage.panel;
    await button('Draft again').first().click();
    await expect(sheet()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet()).toBeHidden();
    await expect(draftText()).toContainText('the tent may come back.');

    await button('Draft again').first().click();
    await expect(sheet()).toBeVisible();
    await stage.turnTo(48207);
    await expect(sheet()).toBeHidden();
    await button(/^Draft\b/)
      .first()
      .click();
    await expect(sheet()).toBeVisible();
    await sheet().getByRole('button', { name: 'Without a model' }).click();
    await expect(stage.panel.insert).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText(/^No model/).first()).toBeVisible();
    expect(server.requests).toHaveLength(1);
  });
});
