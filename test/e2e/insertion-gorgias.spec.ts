import { expect, test } from '@playwright/test';
import type { Placement } from '@/lib/helpdesk/contract';
import { passInPage } from './support/helpdesk-page';
import { insertRequest } from './support/page-calls';
import { pageStage } from './support/page-stage';
import { reply } from './support/reply';

const { html, text } = reply;
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

const stage = pageStage('gorgias');

async function model(): Promise<{ html: string; lines: string[] }> {
  const read = await stage.page.evaluate(() =>
    (window as never as { __standin: { model(): { html: string; text: string } | null } }).__standin.model(),
  );
  if (!read) throw new Error('the stand-in has no editor');
  const words = read.text.split('\n').map((line) => line.replace(/^\s*(?:[-•*]|\d+\.)\s+/, '').trim());
  return { html: read.html, lines: words.filter(Boolean) };
}

async function insert(placement: Placement, before: string) {
  return stage.calls.call(
    'composer.insert',
    insertRequest({ ticketId: `${ticketId}`, html, text, placement, expectedText: before }),
  );
}

async function undo(): Promise<void> {
  await stage.page.locator('[contenteditable="true"]').first().focus();
  await stage.page.keyboard.press('Control+z');
}

async function errors(): Promise<string[]> {
  return stage.page.evaluate(() => (window as never as { __standin: { errors: string[] } }).__standin.errors);
}

test.afterEach(async () => {
  expect(await errors()).toEqual([]);
});

for (const composer of ['draft', 'prosemirror', 'lexical'] as const) {
  test.describe(`${composer} composer`, () => {
    test('an empty reply box takes the draft with its formatting, and one undo empties it again', async () => {
      await stage.open(ticketId, { composer });
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
      await expect.poll(stage.text).toBe('');
    });

    test('a prefilled reply box keeps its text above the draft, and one undo brings it back', async () => {
      await stage.open(ticketId, { composer, prefill: 'both' });
      const before = await stage.text();
      const heldBefore = (await model()).lines;
      expect(heldBefore.length).toBeGreaterThan(0);
      const result = await insert('append', before);
      expect(result).toMatchObject({ ok: true, value: { before } });
      expect((await model()).lines).toEqual([...heldBefore, ...lines]);
      await undo();
      await expect.poll(stage.text).toBe(before);
    });

    test('a half-written reply is replaced only when that was chosen, and one undo brings it back', async () => {
      await stage.open(ticketId, { composer });
      await stage.page.locator('[contenteditable="true"]').first().click();
      await stage.page.keyboard.type('Dear customer, I think');
      // Editors join what is typed within half a second, by the page's own clock, to the next change.
      await passInPage(stage.page, 700);
      const result = await insert('replace', 'Dear customer, I think');
      expect(result).toMatchObject({ ok: true, value: { before: 'Dear customer, I think' } });
      expect((await model()).lines).toEqual(lines);
      await undo();
      await expect.poll(stage.text).toBe('Dear customer, I think');
    });
  });
}

test('a composer that takes plain text from a paste says that the formatting was lost', async () => {
  await stage.open(ticketId, { composer: 'draft-plain-paste' });
  expect(await insert('replace', '')).toMatchObject({ ok: true, value: { formatting: 'lost' } });
  expect((await model()).lines).toEqual(
    lines.map((line) => line.replace('tracking', 'tracking (https://acme.example/t/1)')),
  );
});

test('a textarea takes plain text', async () => {
  await stage.open(ticketId, { composer: 'textarea' });
  expect(await insert('replace', '')).toMatchObject({ ok: true, value: { formatting: 'plain', text } });
  expect((await model()).lines).toHaveLength(5);
});

test('a double click inserts once', async () => {
  await stage.open(ticketId);
  const request = insertRequest({ ticketId: `${ticketId}`, html, text });
  const [first, second] = await Promise.all([
    stage.calls.call('composer.insert', request),
    stage.calls.call('composer.insert', request),
  ]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toEqual(first);
  expect((await model()).lines).toEqual(lines);
});

for (const channelSwitch of ['toggle', 'tabs', 'menu'] as const) {
  test(`an internal note is not mistaken for a reply, with the switch as ${channelSwitch}`, async () => {
    await stage.open(ticketId, { channelSwitch });
    if (channelSwitch === 'menu') await stage.page.locator('[aria-haspopup="menu"]').click();
    const role = { toggle: 'button', tabs: 'tab', menu: 'menuitem' } as const;
    await stage.page.getByRole(role[channelSwitch], { name: /internal note/i }).click();
    await expect
      .poll(async () => {
        const state = await stage.calls.call('composer.read', {});
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
  await stage.open(otherId);
  expect(await insert('replace', '')).toEqual({
    ok: false,
    error: { code: 'ticket-changed', openTicketId: `${otherId}` },
  });
  expect((await model()).lines).toEqual([]);
});

test('two reply boxes are not guessed between; the one that the agent clicked takes the draft', async () => {
  await stage.load(ticketId, { twoEditors: true });
  await expect.poll(() => stage.calls.call('composer.read', {})).toEqual({ found: false, reason: 'several' });
  await stage.page.locator('[contenteditable="true"]').first().click();
  expect(await insert('replace', '')).toMatchObject({ ok: true, value: { mode: 'public' } });
});

test('the helpdesk stores what was inserted when a person presses its button, and nobody else pressed it', async () => {
  await stage.open(ticketId);
  expect(await insert('replace', '')).toMatchObject({ ok: true });
  await stage.page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => stage.standin.submits().length).toBe(1);
  expect(stage.standin.submits()[0]).toMatchObject({ ticketId, visibility: 'public', isTrusted: true });
  expect(stage.standin.submits()[0]?.text).toContain('left on Monday');
  expect(
    stage.standin.audit().filter((entry) => entry.method !== 'GET' && entry.path.startsWith('/api/')),
  ).toEqual([]);
});
