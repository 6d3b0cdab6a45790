import { expect, type Page, test } from '@playwright/test';
import type { Placement } from '@/lib/helpdesk/contract';
import type { Standin } from '../standin/contract';
import { demoDir, loadSeed } from '../standin/seed/load-seed';
import { type Standins, startStandins } from '../standin/start';
import { type ExtensionBrowser, launchExtension } from './support/extension';
import { callsTo, insertRequest, type PageCalls } from './support/page-calls';

const html =
  '<p>Hi Rosa,</p><p>your parcel is <strong>on its way</strong>, see <a href="https://acme.example/t/1">tracking</a>.</p><ul><li>left on Monday</li><li>arrives on Friday</li></ul><p>Kim</p>';
const text =
  'Hi Rosa,\n\nyour parcel is on its way, see tracking (https://acme.example/t/1).\n\n- left on Monday\n- arrives on Friday\n\nKim';
/** The lines that the model must hold, list marks and padding left out. */
const lines = [
  'Hi Rosa,',
  'your parcel is on its way, see tracking.',
  'left on Monday',
  'arrives on Friday',
  'Kim',
];

const ticketId = 48201;
const otherId = 48203;

let standins: Standins;
let standin: Standin;
let browser: ExtensionBrowser;
let page: Page;
let calls: PageCalls;

test.beforeAll(async () => {
  standins = await startStandins({ store: loadSeed(demoDir), seed: 7 });
  standin = standins.gorgias;
  browser = await launchExtension({ args: standins.chromiumArgs() });
  page = await browser.context.newPage();
});
test.afterAll(async () => {
  await browser?.close();
  await standins?.close();
});
test.beforeEach(() => standin.reset());

async function open(id: number, options: Record<string, unknown> = {}): Promise<void> {
  for (const [key, value] of Object.entries(options)) standin.set(key, value);
  await page.goto(standin.ticketUrl(id));
  calls = await callsTo(browser, page);
  await expect.poll(async () => (await calls.call('composer.read', {})).found).toBe(true);
}

async function textNow(): Promise<string> {
  const state = await calls.call('composer.read', {});
  if (!state.found) throw new Error(`no composer: ${state.reason}`);
  return state.text;
}

async function model(): Promise<{ html: string; lines: string[] }> {
  const read = await page.evaluate(() =>
    (window as never as { __standin: { model(): { html: string; text: string } | null } }).__standin.model(),
  );
  if (!read) throw new Error('the stand-in has no editor');
  const words = read.text.split('\n').map((line) => line.replace(/^\s*(?:[-•*]|\d+\.)\s+/, '').trim());
  return { html: read.html, lines: words.filter(Boolean) };
}

async function insert(placement: Placement, before: string) {
  return calls.call(
    'composer.insert',
    insertRequest({ ticketId: `${ticketId}`, html, text, placement, expectedText: before }),
  );
}

async function undo(): Promise<void> {
  await page.locator('[contenteditable="true"]').first().focus();
  await page.keyboard.press('Control+z');
}

async function errors(): Promise<string[]> {
  return page.evaluate(() => (window as never as { __standin: { errors: string[] } }).__standin.errors);
}

test.afterEach(async () => {
  expect(await errors()).toEqual([]);
});

for (const composer of ['draft', 'prosemirror', 'lexical'] as const) {
  test.describe(`${composer} composer`, () => {
    test('an empty reply box takes the draft with its formatting, and one undo empties it again', async () => {
      await open(ticketId, { composer });
      const result = await insert('replace', '');
      expect(result).toMatchObject({
        ok: true,
        value: { mode: 'public', paragraphs: 5, before: '', formatting: 'kept' },
      });
      const held = await model();
      expect(held.lines).toEqual(lines);
      expect(held.html).toMatch(/<(?:strong|b)\b[^>]*>on its way/);
      expect(held.html).toContain('https://acme.example/t/1');
      await undo();
      expect(await textNow()).toBe('');
    });

    test('a prefilled reply box keeps its text above the draft, and one undo brings it back', async () => {
      await open(ticketId, { composer, prefill: 'both' });
      const before = await textNow();
      const heldBefore = (await model()).lines;
      expect(heldBefore.length).toBeGreaterThan(0);
      const result = await insert('append', before);
      expect(result).toMatchObject({ ok: true, value: { before } });
      expect((await model()).lines).toEqual([...heldBefore, ...lines]);
      await undo();
      expect(await textNow()).toBe(before);
    });

    test('a half-written reply is replaced only when that was chosen, and one undo brings it back', async () => {
      await open(ticketId, { composer });
      await page.locator('[contenteditable="true"]').first().click();
      await page.keyboard.type('Dear customer, I think');
      // Editors join what is typed within half a second to the next change.
      await page.waitForTimeout(700);
      const result = await insert('replace', 'Dear customer, I think');
      expect(result).toMatchObject({ ok: true, value: { before: 'Dear customer, I think' } });
      expect((await model()).lines).toEqual(lines);
      await undo();
      expect(await textNow()).toBe('Dear customer, I think');
    });
  });
}

test('a composer that takes plain text from a paste says that the formatting was lost', async () => {
  await open(ticketId, { composer: 'draft-plain-paste' });
  expect(await insert('replace', '')).toMatchObject({ ok: true, value: { formatting: 'lost' } });
  expect((await model()).lines).toEqual(
    lines.map((line) => line.replace('tracking', 'tracking (https://acme.example/t/1)')),
  );
});

test('a textarea takes plain text', async () => {
  await open(ticketId, { composer: 'textarea' });
  expect(await insert('replace', '')).toMatchObject({ ok: true, value: { formatting: 'plain', text } });
  expect((await model()).lines).toHaveLength(5);
});

test('a double click inserts once', async () => {
  await open(ticketId);
  const request = insertRequest({ ticketId: `${ticketId}`, html, text });
  const [first, second] = await Promise.all([
    calls.call('composer.insert', request),
    calls.call('composer.insert', request),
  ]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toEqual(first);
  expect((await model()).lines).toEqual(lines);
});

for (const channelSwitch of ['toggle', 'tabs', 'menu'] as const) {
  test(`an internal note is not mistaken for a reply, with the switch as ${channelSwitch}`, async () => {
    await open(ticketId, { channelSwitch });
    if (channelSwitch === 'menu') await page.locator('[aria-haspopup="menu"]').click();
    const role = { toggle: 'button', tabs: 'tab', menu: 'menuitem' } as const;
    await page.getByRole(role[channelSwitch], { name: /internal note/i }).click();
    await expect
      .poll(async () => {
        const state = await calls.call('composer.read', {});
        return state.found && state.mode;
      })
      .toBe('internal');
    expect(await insert('replace', '')).toMatchObject({
      ok: false,
      error: { code: 'mode-mismatch', mode: 'internal' },
    });
    expect((await model()).lines).toEqual([]);
  });
}

test('a draft for another ticket is refused', async () => {
  await open(otherId);
  expect(await insert('replace', '')).toEqual({
    ok: false,
    error: { code: 'ticket-changed', openTicketId: `${otherId}` },
  });
  expect((await model()).lines).toEqual([]);
});

test('two reply boxes are not guessed between; the one that the agent clicked takes the draft', async () => {
  standin.set('twoEditors', true);
  await page.goto(standin.ticketUrl(ticketId));
  calls = await callsTo(browser, page);
  await expect.poll(() => calls.call('composer.read', {})).toEqual({ found: false, reason: 'several' });
  await page.locator('[contenteditable="true"]').first().click();
  expect(await insert('replace', '')).toMatchObject({ ok: true, value: { mode: 'public' } });
});

test('the helpdesk stores what was inserted when a person presses its button, and nobody else pressed it', async () => {
  await open(ticketId);
  expect(await insert('replace', '')).toMatchObject({ ok: true });
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => standin.submits().length).toBe(1);
  expect(standin.submits()[0]).toMatchObject({ ticketId, visibility: 'public', isTrusted: true });
  expect(standin.submits()[0]?.text).toContain('left on Monday');
  expect(standin.audit().filter((entry) => entry.method !== 'GET' && entry.path.startsWith('/api/'))).toEqual(
    [],
  );
});
