import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { type ExtensionBrowser, launchExtension } from './support/extension';
import { addRows } from './support/headed/extension-store';
import { dayMs, draftsSaved } from './support/saved-drafts';

let extension: ExtensionBrowser;
let page: Page;

test.beforeEach(async () => {
  extension = await launchExtension({ viewport: { width: 1440, height: 1000 } });
  page = await extension.openWorkspace('#/settings');
  await page.getByRole('button', { name: 'Retention' }).click();
});
test.afterEach(() => extension.close());

async function addDrafts(days: readonly number[]): Promise<void> {
  await page.evaluate(addRows, { table: 'drafts', rows: draftsSaved(days) });
  await page.reload();
}

/** Makes the daily run due now; the service worker is asleep or awake as it happens to be. */
async function letRunBeDue(): Promise<void> {
  await page.evaluate(() => chrome.alarms.create('retention', { when: Date.now() }));
}

const nextOf = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });

test('says what goes and when before it goes, lets the daily run take it, and notes that in the log', async () => {
  await addDrafts([45, 31, 3]);
  await expect(nextOf('Drafts')).toContainText(/2 of 3 go on /);
  await expect(nextOf('Outcomes')).toContainText('None is kept.');
  await expectAccessible(page, 'retention');

  await letRunBeDue();
  await expect
    .poll(async () => {
      await page.reload();
      return nextOf('Drafts').innerText();
    })
    .toMatch(/1 is kept, until /);
  await expect(page.getByText(/^1 entry, of /)).toBeVisible();
  await page.getByRole('button', { name: 'Check the log' }).click();
  await expect(page.getByText('The log is as it was written.')).toBeVisible();
});

test('a shorter limit takes nothing before a day has passed', async () => {
  await addDrafts([20, 3]);
  await expect(nextOf('Drafts')).toContainText(/2 are kept, the oldest until /);
  const before = Date.now();
  await page.getByRole('combobox', { name: 'Kept for: Drafts' }).selectOption('7 days');
  await expect(nextOf('Drafts')).toContainText(/1 of 2 goes on /);
  await expect
    .poll(async () => (await page.evaluate(() => chrome.alarms.get('retention')))?.scheduledTime)
    .toBeGreaterThanOrEqual(before + dayMs - 1_000);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Kept for: Drafts' })).toHaveValue('7');
  await expect(nextOf('Drafts')).toContainText(/1 of 2 goes on /);
});
