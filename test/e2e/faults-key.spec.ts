import { expect, type Page, test } from '@playwright/test';
import { words } from '../support/sse-server';
import { expectAccessible } from './support/axe';
import { heldAnswer } from './support/endpoint';
import { type ModelStage, openModelStage } from './support/model-stage';

const passphrase = 'nine wet herons wait';

test.describe('the key of the endpoint', () => {
  let stage: ModelStage;
  let settings: Page;

  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    stage = await openModelStage('zendesk', { ticketId: 48201 });
    settings = await stage.browser.openWorkspace('#/settings');
    await expect(settings.getByText('A key is kept.')).toBeVisible();
    // The panel follows the tab in front.
    await stage.page.bringToFront();
  });
  test.afterAll(() => stage?.close());

  const field = (name: string) => settings.getByLabel(name, { exact: true });
  const press = (name: string) => settings.getByRole('button', { name, exact: true }).click();
  const draftText = () => stage.panel.page.getByRole('textbox', { name: 'Draft reply' });
  const asked = () => stage.server.requests.filter(({ path }) => path.endsWith('/chat/completions'));

  /** Presses Draft and waits for the first words of an answer that never ends by itself. */
  async function beginDraft(): Promise<void> {
    const { answer } = heldAnswer('Dear Nora,\n\nyour tent may come back within 60 days. ');
    stage.server.chat(answer);
    await stage.panel.button('Draft').first().click();
    await expect(stage.panel.page.getByText(/your tent may come back/).first()).toBeVisible();
    await expect(stage.panel.button(/^Stop/)).toBeVisible();
  }

  test('takes a passphrase in the settings, and lies on the disk sealed from then on', async () => {
    await press('Set a passphrase');
    await field('New passphrase').fill(passphrase);
    await field('The same again').fill('nine wet heron');
    await press('Set a passphrase');
    await expect(settings.getByText('The two differ. Type the same twice.')).toBeVisible();
    await field('The same again').fill(passphrase);
    await expectAccessible(settings, 'passphrase form');
    await settings.screenshot({ path: test.info().outputPath('passphrase-form.png') });
    await press('Set a passphrase');
    await expect(settings.getByText('A key is kept under a passphrase, and open now.')).toBeVisible();
    await settings.screenshot({ path: test.info().outputPath('passphrase-open.png') });
    const stored = await settings.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('footnote-secrets');
        opening.onsuccess = () => resolve(opening.result);
      });
      const all = db.transaction('secrets').objectStore('secrets').getAll();
      await new Promise((resolve) => (all.onsuccess = resolve));
      db.close();
      return { row: Object.keys(all.result[0]).sort(), local: await chrome.storage.local.get(null) };
    });
    expect(stored.row).toEqual(['failedAt', 'failures', 'name', 'sealed']);
    expect(JSON.stringify(stored.local)).not.toContain('sk-of-the-test');
  });

  test('fault 30: the key is locked during a draft: the request ends, the text stays, the panel asks to unlock', async () => {
    await beginDraft();
    expect(asked().at(-1)!.headers.authorization).toBe('Bearer sk-of-the-test');
    await press('Lock now');
    await expect(stage.panel.page.getByText('The key for house-12b is locked.')).toBeVisible();
    await expect.poll(() => asked().at(-1)!.closedEarly).toBe(true);
    await expect(stage.panel.page.getByText('Your text is kept.')).toBeVisible();
    await expect(draftText()).toContainText('your tent may come back within 60 days.');
    await stage.panel.page.screenshot({ path: test.info().outputPath('locked-midway.png') });
    await expectAccessible(stage.panel.page, 'locked midway');

    stage.server.chat(words('Dear Nora,\n\nthis one is whole.'));
    await stage.panel.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await stage.panel.page.keyboard.press('Enter');
    await expect(draftText()).toContainText('this one is whole.');
    await expect(stage.panel.page.getByText('The key for house-12b is locked.')).toBeHidden();
    await expect(stage.panel.page.getByText('2 of 2')).toBeVisible();
  });

  test('fault 30: nothing is asked of the endpoint while the key is locked', async () => {
    await press('Lock now');
    await expect(stage.panel.page.getByText('The key for house-12b is locked.')).toBeVisible();
    const before = stage.server.requests.length;
    await stage.turnTo(48207);
    await stage.panel.button('Draft').first().click();
    await expect(
      stage.panel.page.getByText('The key is locked. Unlock it above, then draft again.'),
    ).toBeVisible();
    expect(stage.server.requests.length).toBe(before);
    await stage.panel.button('Without a model').click();
    await expect(stage.panel.insert).toBeVisible();
    expect(stage.server.requests.length).toBe(before);
  });

  test('fault 31: five wrong passphrases cost a wait that a reload does not shorten', async () => {
    const unlock = async (guess: string) => {
      await field('Passphrase').fill(guess);
      await press('Unlock');
    };
    for (let at = 1; at < 5; at += 1) {
      await unlock(`guess ${at}`);
      await expect(settings.getByText(/^That did not open the key\./)).toBeVisible();
      await expect(field('Passphrase')).toHaveValue('');
    }
    await unlock('guess 5');
    const wait = settings.getByText(/^Too many tries\. The next one counts in \d+ s\.$/);
    await expect(wait).toBeVisible();
    await settings.reload();
    await expect(wait).toBeVisible();
    await settings.screenshot({ path: test.info().outputPath('wait.png') });
    await field('Passphrase').fill(passphrase);
    await field('Passphrase').press('Enter');
    await expect(wait).toBeVisible();
    const isLocked = settings.getByText('A key is kept, and locked by its passphrase.');
    await expect(isLocked).toBeVisible();
    await letPass(settings, 27_000);
    await settings.reload();
    await expect(isLocked).toBeVisible();
    await expect(wait).toBeHidden();
    await unlock(passphrase);
    await expect(settings.getByText('A key is kept under a passphrase, and open now.')).toBeVisible();
  });

  test('fault 30: the key is removed during a draft: the request ends and the text stays', async () => {
    await stage.turnTo(48203);
    await beginDraft();
    await press('Forget the key');
    await expect(stage.panel.page.getByText(/^The key was removed/)).toBeVisible();
    await expect.poll(() => asked().at(-1)!.closedEarly).toBe(true);
    await expect(draftText()).toContainText('your tent may come back within 60 days.');
    await expect(settings.getByText('This kind of endpoint needs none.')).toBeVisible();
  });
});

/** As if the last wrong passphrase had been tried so much earlier. */
function letPass(page: Page, ms: number): Promise<void> {
  return page.evaluate(
    (ms) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('footnote-secrets');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction('secrets', 'readwrite');
          const secrets = change.objectStore('secrets');
          const reading = secrets.get('endpoint-key');
          reading.onsuccess = () =>
            secrets.put({ ...reading.result, failedAt: reading.result.failedAt - ms });
          change.oncomplete = () => resolve(opening.result.close());
          change.onabort = () => reject(change.error);
        };
      }),
    ms,
  );
}
