import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { openStage, type PanelStage } from './support/panel-stage';

// A ticket on a return: no word of it is about gift cards.
const ticketId = 48201;

test.describe('search over all articles, in the panel', () => {
  test.describe.configure({ mode: 'serial', timeout: 120_000 });
  let stage: PanelStage;

  test.beforeAll(async () => {
    stage = await openStage('zendesk', { ticketId });
  });
  test.afterAll(() => stage?.close());

  const sheet = () => stage.panel.page.getByRole('dialog', { name: 'Search articles' });
  const options = () => sheet().getByRole('option');
  const field = () => sheet().getByRole('combobox');
  /** The chip in the list of sources. */
  const source = (title: string | RegExp) =>
    stage.panel.page.locator('#footnotes-name ~ ol').getByRole('button', {
      name: typeof title === 'string' ? new RegExp(`^Footnote \\d+, ${title}$`) : title,
    });

  test('finds as the agent types, half a word too, by keyboard alone', async () => {
    const { page } = stage.panel;
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('/');
    await expect(field()).toBeFocused();
    await expect(sheet().getByText('All published articles are searched')).toBeVisible();
    await page.keyboard.type('gift ca');
    await expect(options().first()).toContainText(/gift card/i);
    await expect(options().first().locator('mark').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(options().nth(1)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowUp');
    for (const width of [360, 600])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 720 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expectAccessible(page, `search, ${width} px, ${colorScheme}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await page.screenshot({ path: test.info().outputPath(`search-${width}-${colorScheme}.png`) });
      }
    await field().fill('xqzvwk');
    await expect(sheet().getByText('No article has these words.')).toBeVisible();
  });

  test('makes an article a source before a draft, and drafts again with another', async () => {
    const { page } = stage.panel;
    await expect(source('Gift cards')).toHaveCount(0);
    await field().fill('gift card');
    await expect(options().first()).toContainText('Gift cards');
    await field().press('Enter');
    await expect(sheet()).toBeHidden();
    await expect(source('Gift cards')).toHaveText('1');

    await stage.panel.draft();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('/');
    await field().fill('price match');
    await expect(options().first()).toContainText(/price match/i);
    await field().press('Enter');
    await expect(page.getByText(/\b2 of 2\b/)).toBeVisible();
    await expect(stage.panel.insert).toBeVisible();
    await expect(source(/price match/i).first()).toHaveText('1');
  });

  test('searches without a ticket too, and opens the article in the workspace', async () => {
    const { page } = stage.panel;
    await stage.page.goto(stage.page.url().replace(/tickets\/.*/, 'dashboard'));
    await page.getByRole('button', { name: 'Search articles' }).click();
    await field().fill('return label');
    await expect(options().first()).toBeVisible();
    const opened = stage.browser.context.waitForEvent('page');
    await field().press('Enter');
    expect((await opened).url()).toMatch(/workspace\.html#\/articles\/./);
  });
});
