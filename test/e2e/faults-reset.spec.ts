import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { loadSeed } from '../standin/seed/load-seed';
import { startStandins } from '../standin/start';
import { expectAccessible } from './support/axe';
import { type ExtensionBrowser, launchExtension } from './support/extension';
import { nothingIsKept as nothing, whatIsKept } from './support/kept';
import { panelPage } from './support/panel-page';
import { changeSettings, keepEndpointKey, keepPanelOpen } from './support/settings';

const ticketId = 48201;
const endpoint = 'https://llm.example.net/*';

const listAll = (page: Page) => page.evaluate(whatIsKept);

/** As if somebody had allowed the endpoint in the browser's own question, which no test can answer. */
function grantEndpoint(profile: string, extensionId: string): void {
  const path = join(profile, 'Default/Preferences');
  const preferences = JSON.parse(readFileSync(path, 'utf8'));
  const stored = preferences.extensions.settings[extensionId];
  for (const name of ['active_permissions', 'granted_permissions', 'runtime_granted_permissions']) {
    stored[name] ??= { api: [], explicit_host: [], manifest_permissions: [], scriptable_host: [] };
    stored[name].explicit_host = [...(stored[name].explicit_host ?? []), endpoint];
  }
  writeFileSync(path, JSON.stringify(preferences));
}

async function fillAll(browser: ExtensionBrowser, page: Page): Promise<void> {
  await keepPanelOpen(browser);
  await keepEndpointKey(browser, 'sk-of-the-test');
  await page.evaluate(async () => {
    await chrome.storage.session.set({ 'opened-key': { key: 'sk-of-the-test', until: Date.now() + 1e6 } });
    await chrome.storage.sync.set({ left: 'by nobody' });
    localStorage.setItem('left', 'by a library');
    const cache = await caches.open('left');
    await cache.put('https://footnote.invalid/', new Response('words'));
  });
}

test('fault 54: after a reset every store, key and alarm is gone', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'footnote-reset-'));
  const first = await launchExtension({ userDataDir: profile });
  await first.close();
  grantEndpoint(profile, first.extensionId);

  const standins = await startStandins({ store: loadSeed(), seed: 11, only: ['zendesk'] });
  const browser = await launchExtension({ userDataDir: profile, args: [...standins.chromiumArgs()] });
  try {
    // A helpdesk with its panel, whose workers hold the database, and another workspace tab: all of them are in use.
    const helpdesk = await browser.context.newPage();
    await helpdesk.goto(standins.zendesk.ticketUrl(ticketId));
    const panel = panelPage(await browser.openPanel(helpdesk));
    await panel.tryDemoShop();
    await panel.draft();
    const other = await browser.openWorkspace('#/articles');
    const page = await browser.openWorkspace('#/settings');
    await fillAll(browser, page);
    await changeSettings(browser, { agentName: 'Maya Ray' });
    await expect
      .poll(() => listAll(page))
      .toMatchObject({
        databases: ['footnote', 'footnote-secrets'],
        local: ['retention', 'settings'],
        sync: ['left'],
        page: ['left'],
        caches: ['left'],
        alarms: ['retention'],
        hosts: [endpoint],
      });

    await page.getByRole('button', { name: 'Reset everything' }).click();
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await expect(page.getByText(/^Everything is erased\./)).toBeVisible();
    expect(await listAll(page)).toEqual(nothing);
    // What was kept before is not told of any more.
    await expect(page.getByRole('heading', { name: 'Audit log' })).toBeHidden();
    // Nor does a page, a worker or the service worker bring anything back.
    await page.waitForTimeout(4_000);
    expect(await listAll(page)).toEqual(nothing);
    await expect.poll(() => panel.page.isClosed() || panel.page.url() === 'about:blank').toBe(true);
    await expect.poll(() => other.isClosed() || other.url() === 'about:blank').toBe(true);
    // The helpdesk's own pages are not touched.
    await expect(helpdesk).toHaveURL(standins.zendesk.ticketUrl(ticketId));
  } finally {
    await browser.close();
    await standins.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

test('fault 54: what a reset could not take away is named, and goes at the next try', async () => {
  const browser = await launchExtension();
  try {
    const page = await browser.openWorkspace('#/settings');
    // A connection that does not let go when it is asked to.
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('footnote');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            (globalThis as { held?: IDBDatabase }).held = opening.result;
            resolve();
          };
        }),
    );
    await page.getByRole('button', { name: 'Reset everything' }).click();
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await expect(page.getByText('Still there: the database footnote.')).toBeVisible();
    expect((await listAll(page)).local).toEqual([]);
    await expectAccessible(page, 'something is left');
    await page.evaluate(() => (globalThis as { held?: IDBDatabase }).held?.close());
    await page.getByRole('button', { name: 'Erase again' }).click();
    await expect(page.getByText(/^Everything is erased\./)).toBeVisible();
    expect(await listAll(page)).toEqual(nothing);
  } finally {
    await browser.close();
  }
});
