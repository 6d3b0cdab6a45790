import { expect, test } from '@playwright/test';
import { words } from '../support/sse-server';
import { expectAccessible } from './support/axe';
import { endpointAt } from './support/endpoint';
import { type ModelStage, openModelStage } from './support/model-stage';
import { changeSettings } from './support/settings';

test.describe('each request is shown before it is sent', () => {
  let stage: ModelStage;

  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    stage = await openModelStage('zendesk', { ticketId: 48201 });
    await changeSettings(stage.browser, { askBefore: true });
  });
  test.afterAll(() => stage?.close());

  const sheet = () => stage.panel.page.getByRole('dialog', { name: 'Send this request?' });
  const draftText = () => stage.panel.page.getByRole('textbox', { name: 'Draft reply' });

  test('by keyboard, and what was shown is what leaves', async () => {
    const { page } = stage.panel;
    stage.server.chat(words('Dear Nora,\n\nthe tent may come back.'));
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
    expect(stage.server.requests).toHaveLength(0);
    const shown = (await sheet().locator('details p').allTextContents()).join('').replace(/\s/g, '');
    await expect(sheet().getByRole('button', { name: 'Without a model' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(draftText()).toContainText('the tent may come back.');
    expect(stage.server.requests).toHaveLength(1);
    const { messages } = JSON.parse(stage.server.requests[0]!.body) as { messages: { content: string }[] };
    expect(
      messages
        .map(({ content }) => content)
        .join('')
        .replace(/\s/g, ''),
    ).toBe(shown);
    await expect(sheet()).toBeHidden();
  });

  test('with order numbers masked by choice, and its cost at the price of the settings', async () => {
    await changeSettings(stage.browser, {
      maskOrders: true,
      endpoint: endpointAt(stage.server, { price: { perMillion: 1000, currency: 'EUR' } }),
    });
    stage.server.chat(words('About your order [ORDER_NAME_1]: it may come back.'));
    const before = stage.server.requests.length;
    await stage.panel.button('Draft again').first().click();
    await expect(sheet().getByText(/^about €\d/)).toBeVisible();
    await expect(sheet().getByText(/^Order number \d+$/)).toBeVisible();
    await sheet().getByRole('button', { name: 'Send and draft' }).click();
    await expect(draftText()).toContainText('About your order HP-30112');
    expect(stage.server.requests.length).toBe(before + 1);
    expect(stage.server.requests.at(-1)!.body).not.toContain('30112');
    await changeSettings(stage.browser, { maskOrders: false });
  });

  test('and is not sent when it is closed, left, or drafted without a model', async () => {
    const { page, button } = stage.panel;
    const before = stage.server.requests.length;
    await button('Draft again').first().click();
    await expect(sheet()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet()).toBeHidden();
    await expect(draftText()).toContainText('it may come back.');

    await button('Draft again').first().click();
    await expect(sheet()).toBeVisible();
    await stage.turnTo(48207);
    await expect(sheet()).toBeHidden();
    await button(/^Draft\b/)
      .first()
      .click();
    await expect(sheet()).toBeVisible();
    await sheet().getByRole('button', { name: 'Without a model' }).click();
    await expect(stage.panel.insert).toBeVisible();
    await expect(page.getByText(/^No model/).first()).toBeVisible();
    expect(stage.server.requests.length).toBe(before);
  });
});
