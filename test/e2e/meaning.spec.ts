import { expect, type Page, test } from '@playwright/test';
import { loadSeed } from '../standin/seed/load-seed';
import { embedded } from '../support/embeddings';
import { type SseServer, startSseServer, words } from '../support/sse-server';
import { expectAccessible } from './support/axe';
import { setEndpoint } from './support/endpoint';
import { createNetLog } from './support/net-log';
import { openStage, type PanelStage } from './support/panel-stage';
import { identifiersOf } from './support/raw-identifiers';

/** Switched on in the workspace, the demo shop embedded, drafted with, and nothing but the endpoint told of it. */
test.describe('finding by meaning', () => {
  const seed = loadSeed();
  const ticket = seed.tickets.find(({ id }) => id === 48201)!;
  const netLog = createNetLog();
  let server: SseServer;
  let stage: PanelStage;
  let settings: Page;
  let passages = 0;

  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    server = await startSseServer({ openToPages: true });
    stage = await openStage('zendesk', { ticketId: ticket.id, args: netLog.args });
    await setEndpoint(stage.browser, server);
    settings = await stage.browser.openWorkspace('#/settings');
    await allowHosts(settings);
  });
  test.afterAll(async () => {
    await stage?.close();
    await server?.close();
  });

  /** The browser's own question cannot be answered in a window that nobody sees; the server is open to pages. */
  const allowHosts = (page: Page) =>
    page.evaluate(() => {
      chrome.permissions.request = () => Promise.resolve(true);
    });
  const toEndpoint = (path: string) => server.requests.filter((each) => each.path.endsWith(path));
  const sent = () =>
    toEndpoint('/embeddings').flatMap(({ body }) => (JSON.parse(body) as { input: string[] }).input);
  const form = () => settings.getByRole('region', { name: 'Find by meaning' });
  const start = () => form().getByRole('button', { name: /^Send / });

  test('is off until it is switched on, and tells what it sends, how much and for what price', async () => {
    const onOff = settings.getByRole('switch', { name: 'Find by meaning' });
    await expect(onOff).toHaveAttribute('aria-checked', 'false');
    await expect(form()).toBeHidden();
    await onOff.press('Space');
    await expect(form()).toContainText('Internal and restricted articles and examples stay here');
    await expect(start()).toHaveAttribute('aria-disabled', 'true');
    await expect(form()).toContainText('Name the embedding model first.');
    await form().getByLabel('Embedding model').fill('house-embed');
    await expect(form()).toContainText('cost not known without a price');
    await form().getByLabel('Price of a million tokens sent').fill('20');
    await expect(form().getByText(/^\d+ passages, about [\d,.]+ tokens, about \$0\.\d+$/)).toBeVisible();
    passages = Number(/\d+/.exec((await start().textContent()) ?? '')![0]);
    expect(passages).toBeGreaterThan(40);
    await form().scrollIntoViewIfNeeded();
    for (const colorScheme of ['light', 'dark'] as const) {
      await settings.emulateMedia({ colorScheme });
      await expectAccessible(settings, `find by meaning, ${colorScheme}`);
      await settings.screenshot({ path: test.info().outputPath(`before-${colorScheme}.png`) });
    }
    expect(server.requests).toEqual([]);
  });

  test('can be paused, and goes on where it stopped after the page was closed', async () => {
    server.embeddings(embedded(), embedded(), () => {});
    await start().press('Enter');
    await expect(form().getByText(/^32 of \d+ passages, [\d,.]+ tokens counted$/)).toBeVisible();
    await expectAccessible(settings, 'while it runs');
    await settings.screenshot({ path: test.info().outputPath('running.png') });
    await form().getByRole('button', { name: 'Pause' }).press('Enter');
    await expect(form().getByRole('status')).toContainText(`32 of ${passages} passages are in.`);
    await settings.close();
    settings = await stage.browser.openWorkspace('#/settings');
    await allowHosts(settings);
    await expect(start()).toHaveText(`Send ${passages - 32} passages`);
    server.embeddings(embedded());
    await start().press('Enter');
    await expect(form().getByRole('status')).toContainText(`${passages} of ${passages} passages are in.`);
    await expect(start()).toBeHidden();
    const articles = sent().filter((text) => text !== 'Footnote');
    expect(new Set(articles).size).toBe(passages);
    const people = seed.tickets.flatMap((each) => identifiersOf(each, seed));
    expect(people.length).toBeGreaterThan(80);
    expect(articles.filter((text) => people.some(({ isIn }) => isIn(text)))).toEqual([]);
  });

  test('asks the endpoint what the masked question means just before the draft, and only then', async () => {
    const before = sent().length;
    await stage.panel.page.bringToFront();
    await stage.page.bringToFront();
    await expect(stage.panel.page.getByText(/Drafts go to house-12b/)).toBeVisible();
    // Opening a ticket and reading its sources sends nothing.
    expect(sent()).toHaveLength(before);
    server.chat(words('Dear [PERSON_1],\n\nthe tent may come back.'));
    await stage.panel.draft();
    const question = sent().slice(before);
    expect(question.length).toBeGreaterThan(1);
    expect(server.requests.slice(-2).map(({ path }) => path)).toEqual([
      '/v1/embeddings',
      '/v1/chat/completions',
    ]);
    const people = identifiersOf(ticket, seed);
    expect(people.length).toBeGreaterThan(2);
    for (const { body } of server.requests.slice(-2))
      expect(people.filter(({ isIn }) => isIn(body)).map(({ value }) => value)).toEqual([]);
    expect(question.join(' ')).not.toMatch(/\[[A-Z_]+_\d+\]/);
    await expect(stage.panel.page.getByText('found by words alone')).toBeHidden();
    const { page } = stage.panel;
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('menuitem', { name: 'View request' })).toBeVisible();
    await page.keyboard.press('p');
    const sheet = page.getByRole('dialog', { name: 'Exact request' });
    await sheet.getByText('Question, sent first to find by meaning').click();
    await expect(sheet.locator('details').first()).toContainText(question[0]!.slice(0, 60));
    await page.keyboard.press('Escape');
  });

  test('a slow endpoint holds no draft up: it is found by words, and the draft says so', async () => {
    server.embeddings(() => {});
    const before = server.requests.length;
    await stage.panel.button('Draft again').first().click();
    await expect.poll(() => server.requests.length).toBe(before + 2);
    await expect(stage.panel.page.getByText(/found by words alone/)).toBeVisible();
    await expect(stage.panel.insert).toBeVisible();
    await expect.poll(() => server.requests[before]!.closedEarly).toBe(true);
    await expectAccessible(stage.panel.page, 'found by words alone');
  });

  test('cannot begin while nothing leaves, and goes when it is removed', async () => {
    await settings.bringToFront();
    await form().getByLabel('Embedding model').fill('another');
    await expect(start()).toHaveText(`Send ${passages} passages`);
    await settings.getByRole('switch', { name: 'Nothing leaves this browser' }).click();
    await expect(form()).toContainText('Off while nothing leaves this browser.');
    const before = server.requests.length;
    // Off, but not deaf: a press of it does nothing.
    await start().click({ force: true });
    await start().press('Enter');
    await settings.getByRole('switch', { name: 'Nothing leaves this browser' }).click();
    await expect(start()).not.toHaveAttribute('aria-disabled', 'true');
    expect(server.requests).toHaveLength(before);
    await form().getByRole('button', { name: 'Remove the vectors' }).click();
    await expect(form()).toBeHidden();
    const left = () =>
      settings.evaluate(
        () =>
          new Promise<number>((resolve, reject) => {
            const opening = indexedDB.open('footnote');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const counted = opening.result.transaction('vectors').objectStore('vectors').count();
              counted.onsuccess = () => {
                opening.result.close();
                resolve(counted.result);
              };
            };
          }),
      );
    await expect.poll(left).toBe(0);
  });

  test('told no host but the helpdesk and the endpoint anything', async () => {
    await stage.browser.close();
    const hosts = [...netLog.hosts().keys()].filter((host) => host !== stage.standin.host);
    expect(hosts).toEqual([new URL(server.origin).host]);
  });
});
