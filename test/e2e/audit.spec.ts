import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { type SseServer, startSseServer, words } from '../support/sse-server';
import { expectAccessible } from './support/axe';
import { setEndpoint } from './support/endpoint';
import { pressSend } from './support/helpdesk-page';
import { openStage, type PanelStage } from './support/panel-stage';

const otherTicketId = 48224;
const customer = { ticketId: 48201, name: 'Nora' };

let stage: PanelStage;
let server: SseServer;
let page: Page;
let draft = '';

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  server = await startSseServer({ openToPages: true });
  stage = await openStage('zendesk', { ticketId: customer.ticketId });
});
test.afterAll(async () => {
  await stage?.close();
  await server?.close();
});

test('a draft, its insertion and the sent reply are three entries of one chain', async () => {
  await stage.panel.draft();
  draft = await stage.panel.words();
  await stage.panel.insertAndRead();
  await pressSend(stage.page, 'zendesk');
  await expect(stage.panel.page.getByText(/^Sent with(out)? /)).toBeVisible();

  page = await stage.browser.openWorkspace('#/settings');
  await page.getByRole('button', { name: 'Audit log' }).click();
  await expect(page.getByText(/^3 entries since /)).toBeVisible();
  await page.getByRole('button', { name: 'Check the log' }).click();
  await expect(page.getByText('The log is as it was written.')).toBeVisible();
  await expectAccessible(page, 'a whole log');
});

test('the log is taken along as JSON lines without a word of the customer or the draft', async () => {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as JSON lines' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^footnote-audit-\d{4}-\d\d-\d\d\.jsonl$/);
  const text = readFileSync(await saved.path(), 'utf8');
  const [head, ...entries] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(head).toMatchObject({ begins: { seq: 0 }, ends: { seq: 3, hash: entries[2].hash } });
  expect(entries.map(({ event }) => event.kind)).toEqual(['drafted', 'inserted', 'sent']);
  expect(entries[0].event).toMatchObject({ provider: 'extractive', hosts: [], promptHash: null });
  expect(new Set(entries.map(({ event }) => event.draft)).size).toBe(1);
  for (const { event } of entries) {
    expect(event.ticket).toContain(String(customer.ticketId));
    expect(event.articles.length).toBeGreaterThan(0);
  }
  expect(text).not.toContain(customer.name);
  // The agent's name and the account's host may stand in both.
  const threes = draft.match(/\p{L}+ \p{L}+ \p{L}+/gu) ?? [];
  expect(threes.length).toBeGreaterThan(5);
  expect(threes.filter((words) => text.includes(words))).toEqual([]);
});

test('an entry that was changed is named', async () => {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('footnote');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction('audit', 'readwrite');
          const log = change.objectStore('audit');
          const reading = log.get(2);
          reading.onsuccess = () => log.put({ ...reading.result, at: '2020-02-02T10:00:00.000Z' });
          change.oncomplete = () => resolve(opening.result.close());
          change.onabort = () => reject(change.error);
        };
      }),
  );
  await page.getByRole('button', { name: 'Check the log' }).click();
  await expect(page.getByText(/^Entry 2 \(.*2020.*\) was changed after it was written\./)).toBeVisible();
  await expect(page.getByText('The 1 entry before it is as it was written.')).toBeVisible();
  await expectAccessible(page, 'a broken log');
});

test('the hash of a request is that of what the endpoint got, and the masks are counted by type', async () => {
  await setEndpoint(stage.browser, server);
  await expect(stage.panel.page.getByText(/Drafts go to house-12b/)).toBeVisible();
  server.chat(words('You can send it back within 60 days [1].'));
  await stage.page.bringToFront();
  await stage.turnTo(otherTicketId);
  await stage.panel
    .button(/^Draft\b/)
    .first()
    .click();
  const asked = () => server.requests.filter(({ path }) => path.endsWith('/chat/completions'));
  await expect.poll(() => asked().length).toBe(1);
  const sentMessages: { role: string; content: string }[] = JSON.parse(asked()[0]!.body).messages;
  const canonical = JSON.stringify(sentMessages.map(({ content, role }) => ({ content, role })));
  const promptHash = createHash('sha256').update(canonical).digest('hex');

  await expect.poll(async () => (await lastEntry()).event.kind).toBe('drafted');
  const { event } = await lastEntry();
  expect(event).toMatchObject({ provider: 'openai', model: 'house-12b', promptHash });
  expect(event.hosts).toEqual([new URL(server.baseUrl).host]);
  const text = sentMessages.map(({ content }) => content).join('\n');
  const persons = new Set(text.match(/\[PERSON_\d+\]/g)).size;
  expect(persons).toBeGreaterThan(0);
  // The rules explain placeholders by an example of their own.
  expect([persons, persons - 1]).toContain(event.masked.PERSON);
});

interface Logged {
  event: {
    kind: string;
    hosts: readonly string[];
    masked: Readonly<Record<string, number>>;
  };
}

/** The newest entry, as the database holds it. */
function lastEntry() {
  return page.evaluate(
    () =>
      new Promise<Logged>((resolve, reject) => {
        const opening = indexedDB.open('footnote');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('audit').objectStore('audit').openCursor(null, 'prev');
          reading.onsuccess = () => {
            resolve(reading.result?.value);
            opening.result.close();
          };
          reading.onerror = () => reject(reading.error);
        };
      }),
  );
}
