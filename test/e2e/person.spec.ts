import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { pressSend } from './support/helpdesk-page';
import { openStage, type PanelStage } from './support/panel-stage';

/** Nora Ashdown's; somebody else's. */
const ticketId = 48201;
const otherTicket = 48207;

test.describe('everything about one person', () => {
  let stage: PanelStage;
  let settings: Page;

  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    stage = await openStage('zendesk', { ticketId });
    await stage.panel.draft();
    await stage.panel.insertAndRead();
    await pressSend(stage.page, 'zendesk');
    await expect(stage.panel.page.getByText(/^Sent with(out)? /)).toBeVisible();
    await stage.turnTo(otherTicket);
    await stage.panel.draft();
    settings = await stage.browser.openWorkspace('#/settings');
  });
  test.afterAll(() => stage?.close());

  async function find(words: string): Promise<void> {
    await settings.getByLabel('Who', { exact: true }).fill(words);
    await settings.getByRole('button', { name: 'Find', exact: true }).click();
    await expect(settings.getByText(/(records? (is|are) kept|^Nothing is kept about)/)).toBeVisible();
  }
  const kinds = async () =>
    (await settings.locator('#settings-person ~ div summary').allTextContents()).map((text) =>
      text.replace(/\d+$/, ''),
    );

  test('finds drafts and sent replies by name, address and ticket', async () => {
    for (const words of ['nora.ashdown@POSTBOX.example', 'Ashdown, Nora', `#${ticketId}`]) {
      await find(words);
      const found = await kinds();
      expect(found, words).toContain('Drafts, with the ticket as it was read');
      expect(found, words).toContain('Sent replies and what became of drafts');
      expect(found, words).toContain('Audit entries');
    }
    await settings.locator('#settings-person').scrollIntoViewIfNeeded();
    await expectAccessible(settings, 'one person found');
    for (const colorScheme of ['light', 'dark'] as const) {
      await settings.emulateMedia({ colorScheme });
      await settings.screenshot({ path: test.info().outputPath(`found-${colorScheme}.png`) });
    }
    await settings.emulateMedia({ colorScheme: 'light' });
    await find('somebody@else.example');
    await expect(settings.getByText('Nothing is kept about somebody@else.example.')).toBeVisible();
  });

  test('takes it along as JSON', async () => {
    await find('Nora Ashdown');
    const [download] = await Promise.all([
      settings.waitForEvent('download'),
      settings.getByRole('button', { name: 'Save as JSON' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^footnote-person-\d{4}-\d\d-\d\d\.json$/);
    const file = JSON.parse(await readFile((await download.path())!, 'utf8'));
    expect(file.lookedFor).toBe('Nora Ashdown');
    expect(JSON.stringify(file.records)).toContain('nora.ashdown@postbox.example');
  });

  test('erases it after one question, and a look afterwards finds nothing to erase', async () => {
    await settings.getByRole('button', { name: /^Erase \d+ records?$/ }).click();
    const dialog = settings.getByRole('dialog', { name: 'Erase everything about Nora Ashdown?' });
    await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
    await settings.screenshot({ path: test.info().outputPath('ask.png') });
    await dialog.getByRole('button', { name: /^Erase/ }).click();
    await expect(settings.getByText(/^\d+ records? (is|are) erased\.$/)).toBeVisible();
    await settings.screenshot({ path: test.info().outputPath('erased.png') });
    const rows = await settings.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('footnote');
        opening.onsuccess = () => resolve(opening.result);
      });
      const all = async (store: string) => {
        const reading = db.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => (reading.onsuccess = resolve));
        return reading.result as unknown[];
      };
      const found = { drafts: await all('drafts'), outcomes: await all('outcomes') };
      db.close();
      return found;
    });
    expect(JSON.stringify(rows)).not.toMatch(/ashdown/i);
    expect(rows.drafts).toHaveLength(1);
    expect(rows.outcomes).toHaveLength(0);
  });

  test('is not written down again by the panel, whose other drafts stand', async () => {
    await stage.page.bringToFront();
    await expect(stage.panel.insert).toBeVisible();
    await find(`#${otherTicket}`);
    expect(await kinds()).toContain('Drafts, with the ticket as it was read');
    await find('Nora Ashdown');
    await expect(settings.getByText('Nothing is kept about Nora Ashdown.')).toBeVisible();
    await find(`#${ticketId}`);
    expect(await kinds()).toEqual(['Audit entries']);
  });
});
