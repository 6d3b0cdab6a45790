import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const widths = [320, 360, 600];
const themes = ['light', 'dark'];

/** What opens on top of a state: its address and the keys that bring it up, or the footnote that is pressed. */
const opened: [state: string, ...keys: string[]][] = [
  ['draft', 'F8'],
  ['draft', 'F8', 'F8'],
  ['draft', 'Footnote 2'],
  ['second-read', 'F8'],
  ['second-read-settled', 'F8'],
  ['draft', 'Control+k'],
  ['draft', 'Control+k', '?'],
  ['draft', 'Control+Shift+Enter'],
  ['draft', 'Control+k', 's', 'Enter'],
  ['idle', 'Control+k', ';'],
  ['idle', 'Control+k', '/'],
  ['idle', 'Control+k', 'n'],
  ['fault'],
];

async function stateNames(page: Page): Promise<string[]> {
  await page.goto('/');
  await page.waitForSelector('a');
  return page.$$eval('a', (links) => links.map((link) => link.textContent ?? ''));
}

async function open(page: Page, state: string, theme: string, keys: readonly string[] = []) {
  await page.goto(`/?state=${state}&theme=${theme}`);
  await page.waitForSelector('main');
  if (/^(?:draft|second-read)/.test(state)) await page.waitForSelector('[role=textbox]');
  for (const key of keys) {
    if (key.startsWith('Footnote ')) {
      await page.getByRole('button', { name: key }).first().click();
      await page.getByRole('dialog').waitFor();
      continue;
    }
    await page.keyboard.press(key);
    await page.waitForTimeout(200);
  }
}

async function faults(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(passes.length).toBeGreaterThan(5);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`),
    ...(overflow > 0 ? [`${overflow} px wider than the window`] : []),
  ];
}

for (const width of widths) {
  for (const theme of themes) {
    test(`every state at ${width} px, ${theme}: no fault of access, no sideways scroll`, async ({ page }) => {
      const broken: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') broken.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => broken.push(`page: ${error.message}`));
      const names = await stateNames(page);
      expect(names.length).toBeGreaterThan(25);
      await page.setViewportSize({ width, height: 585 });
      for (const name of names) {
        await open(page, name, theme);
        broken.push(...(await faults(page)).map((fault) => `${name}: ${fault}`));
      }
      for (const [name, ...keys] of opened) {
        await open(page, name, theme, keys);
        broken.push(...(await faults(page)).map((fault) => `${name} ${keys.join(' ')}: ${fault}`));
      }
      expect(broken).toEqual([]);
    });
  }
}

test('the claim in question is never under its sheet', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 585 });
  await open(page, 'draft', 'light', ['F8']);
  const sheet = await page.getByRole('dialog').boundingBox();
  const words = await page.locator('[data-words=c7]').first().boundingBox();
  expect(words!.y + words!.height).toBeLessThanOrEqual(sheet!.y);
  expect(words!.y).toBeGreaterThan(0);
});

test('the head, the ledger line and the foot stand where they stood', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 720 });
  const heights: Record<string, number[]> = {};
  for (const state of ['searching', 'writing', 'draft', 'settled', 'weak']) {
    await open(page, state, 'light');
    heights[state] = await page.evaluate(() => {
      const middle = document.querySelector('section[tabindex="0"]')!.getBoundingClientRect();
      return [
        Math.round(middle.top),
        Math.round(document.querySelector('footer')!.getBoundingClientRect().height),
      ];
    });
  }
  expect(new Set(Object.values(heights).map(String)).size, JSON.stringify(heights)).toBe(1);
});

test('typing keeps marks of other words, and a footnote opens its passage', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 720 });
  await open(page, 'draft', 'light');
  await page.getByRole('textbox', { name: 'Draft reply' }).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Well, ');
  await expect(page.locator('[data-words=c4]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Footnote 2, Faulty lamps' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('A faulty lamp may come back without its box');
  const why = page.getByRole('dialog').getByRole('region', { name: 'Why it was found' });
  await expect(why).toContainText('“labbel” much like “label”');
  await expect(why.getByText('In the title')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
