import { expect, test } from '@playwright/test';
import { type ClickedPage, type FirefoxBrowser, launchFirefox } from './support/firefox/browser';
import { addRows, readTable } from './support/headed/extension-store';
import { nothingIsKept, whatIsKept } from './support/kept';
import { draftsSaved } from './support/saved-drafts';

/**
 * What Firefox does its own way about secrets and records: it shows `storage.local` to content scripts, forgets alarms
 * with the browser, and wakes an event page instead of a service worker.
 */
const passphrase = 'nine wet herons wait';
const secret = 'sk-of-the-test';
const endpoint = { preset: 'other', baseUrl: 'http://127.0.0.1:9/v1', model: 'house-12b' };

let firefox: FirefoxBrowser;
let settings: ClickedPage;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  firefox = await launchFirefox({});
  const chosen = { provider: 'openai', endpoint: { ...endpoint, contextTokens: null, stallSeconds: 30 } };
  await firefox.background.evaluate((each) => chrome.storage.local.set({ settings: each }), chosen);
  settings = await firefox.openWorkspace('#/settings');
});
test.afterAll(() => firefox?.close());

const textOfPage = () => settings.evaluate(() => document.body?.innerText ?? '');
const says = (words: string | RegExp) => expect.poll(textOfPage).toMatch(words);
const press = (button: string) => settings.click('button', button);
async function fill(label: string, words: string): Promise<void> {
  await settings.click('label', label);
  await firefox.display.type(words);
}
/** Between the old page and the new one there is none to ask. */
async function reload(): Promise<void> {
  await settings.evaluate(() => {
    document.title = 'Old';
    setTimeout(() => location.reload());
  });
  await expect(async () => {
    expect(await settings.evaluate(() => document.title)).not.toBe('Old');
    expect(await textOfPage()).toContain('Settings');
  }).toPass();
}
const kept = () => settings.evaluate(whatIsKept);

test('a key goes under a passphrase, and is sealed on the disk and in no storage of the browser', async () => {
  await says(/This kind of endpoint needs none|No key is kept/);
  await fill('Key', secret);
  await firefox.display.press('Return');
  await says('A key is kept.');
  await press('Set a passphrase');
  await fill('New passphrase', passphrase);
  await fill('The same again', passphrase);
  await firefox.display.press('Return');
  await says('A key is kept under a passphrase, and open now.');
  const [row] = await settings.evaluate(readTable, 'secrets', 'footnote-secrets');
  expect(Object.keys(row as object).sort()).toEqual(['failedAt', 'failures', 'name', 'sealed']);
  const local = await settings.evaluate(() => chrome.storage.local.get(null));
  expect(JSON.stringify(local)).not.toContain(secret);
});

test('a wrong passphrase opens nothing, the right one does, and the alarm locks again', async () => {
  await press('Lock now');
  await says('A key is kept, and locked by its passphrase.');
  expect((await kept()).session).toEqual([]);
  await fill('Passphrase', 'eight dry herons');
  await firefox.display.press('Return');
  await says('That did not open the key.');
  await fill('Passphrase', passphrase);
  await firefox.display.press('Return');
  await says('A key is kept under a passphrase, and open now.');
  await expect.poll(async () => (await kept()).alarms).toContain('opened-key');
  // Its time is over, and the alarm that was set for then rings.
  await settings.evaluate(async () => {
    const { 'opened-key': opened } = await chrome.storage.session.get('opened-key');
    await chrome.storage.session.set({ 'opened-key': { ...(opened as object), until: Date.now() - 1 } });
    await chrome.alarms.create('opened-key', { when: Date.now() });
  });
  await says('A key is kept, and locked by its passphrase.');
  expect((await kept()).session).toEqual([]);
});

test('the alarm of the day takes what is older than its limit, and no more', async () => {
  await settings.evaluate(addRows, { table: 'drafts', rows: draftsSaved([45, 31, 3]) });
  await reload();
  await says(/2 of 3 go on /);
  await settings.evaluate(() => chrome.alarms.create('retention', { when: Date.now() }));
  await expect.poll(() => settings.evaluate(readTable, 'drafts')).toHaveLength(1);
  await reload();
  await says(/1 is kept, until /);
});

test('a reset leaves nothing', async () => {
  await expect.poll(kept).toMatchObject({
    databases: ['footnote', 'footnote-secrets'],
    local: ['retention', 'settings'],
    alarms: expect.arrayContaining(['retention']),
  });
  await press('Reset everything');
  await press('Erase everything');
  await says('Everything is erased.');
  expect(await kept()).toEqual(nothingIsKept);
});
