import { expect } from '@playwright/test';
import type { Desk } from './support/headed/desk';
import { testInChromium as test } from './support/headed/desk-test';
import type { HelpdeskView } from './support/headed/helpdesk-view';
import type { ReplyText } from './support/headed/reply-text';
import { writeHalf } from './support/headed/steps';

/** The panel has the keyboard, as in real life: what is emulated elsewhere is the very thing that hides bugs here. */
const ticketId = 48201;

/** Presses the panel's own key and gives the reply box once the panel says that it read it back. */
async function insert(
  desk: Desk,
  view: HelpdeskView,
  id = ticketId,
  answer?: 'c' | 'b' | 'r',
): Promise<ReplyText> {
  const { browser, stopwatch } = desk;
  await expect.poll(desk.focus).toEqual({ page: false, panel: true });
  await stopwatch.watchInsertion(browser.tab, view.composer(id));
  let pressedAt = await browser.display.press('ctrl+Return');
  if (answer) {
    await desk.waitForPanelText(/The reply box already has text/);
    pressedAt = await browser.display.press(answer);
  }
  await desk.waitForPanelText(new RegExp(`In the reply box of #${id}`));
  await stopwatch.readInsertion(pressedAt, browser.tab);
  expect((await desk.focus()).page).toBe(false);
  return desk.readModel(view, id);
}

async function isInDraft(desk: Desk): Promise<boolean> {
  return (await desk.panel()).evaluate(() => document.activeElement?.getAttribute('role') === 'textbox');
}

for (const name of ['zendesk', 'gorgias'] as const) {
  test.describe(name, () => {
    test('an empty reply box takes what was drafted and then edited by hand', async ({ desk }) => {
      const view = desk.view(name);
      await desk.open(view, ticketId);
      const drafted = await desk.draft();
      expect(drafted.lines.join(' ')).toContain('Nora');
      await desk.browser.display.press('Escape');
      await expect.poll(() => isInDraft(desk)).toBe(true);
      await desk.browser.display.press('ctrl+End', 'Return', 'ctrl+b');
      await desk.browser.display.type('Written by hand');
      await expect
        .poll(async () => (await desk.readDraft()).bold)
        .toEqual([...drafted.bold, 'Written by hand']);
      const edited = await desk.readDraft();
      expect(edited.lines).toEqual([...drafted.lines, 'Written by hand']);
      expect(await insert(desk, view)).toEqual(edited);
    });

    for (const prefill of ['greeting', 'signature'] as const) {
      test(`below a prefilled ${prefill} the draft stands whole`, async ({ desk }) => {
        const view = desk.view(name);
        const gorgias = prefill === 'greeting' ? 'macro' : 'signature';
        await desk.open(view, ticketId, { options: { prefill: name === 'gorgias' ? gorgias : prefill } });
        const before = await desk.readModel(view, ticketId);
        expect(before.lines.length).toBeGreaterThan(0);
        const drafted = await desk.draft();
        const after = await insert(desk, view, ticketId, 'b');
        expect(after.lines).toEqual([...before.lines, ...drafted.lines]);
      });
    }

    test('half a reply stays around a draft that is put at the cursor', async ({ desk }) => {
      const view = desk.view(name);
      await desk.open(view, ticketId);
      await writeHalf(desk, view, ticketId);
      const drafted = await desk.draft();
      const after = await insert(desk, view, ticketId, 'c');
      expect(after.lines.join('')).toBe(['First line', ...drafted.lines, 'Second line'].join(''));
    });

    test('half a reply stays above a draft that is put below', async ({ desk }) => {
      const view = desk.view(name);
      await desk.open(view, ticketId);
      await writeHalf(desk, view, ticketId);
      const drafted = await desk.draft();
      const after = await insert(desk, view, ticketId, 'b');
      expect(after.lines).toEqual(['First line', 'Second line', ...drafted.lines]);
    });

    test('half a reply that was replaced comes back by one Ctrl+Z', async ({ desk }) => {
      const view = desk.view(name);
      await desk.open(view, ticketId);
      await writeHalf(desk, view, ticketId);
      const drafted = await desk.draft();
      expect(await insert(desk, view, ticketId, 'r')).toEqual(drafted);
      await desk.goToPage();
      await desk.browser.display.press('ctrl+z');
      await expect
        .poll(async () => (await desk.readModel(view, ticketId)).lines)
        .toEqual(['First line', 'Second line']);
    });

    test('a reply box that was mounted anew after the reading takes the draft', async ({ desk }) => {
      const view = desk.view(name);
      await desk.open(view, ticketId);
      const drafted = await desk.draft();
      await remount(desk, view);
      expect(await insert(desk, view)).toEqual(drafted);
    });

    test('a reply box of plain text takes plain text', async ({ desk }) => {
      const view = desk.view(name);
      const { ticketId: id, options } = view.plainText;
      await desk.open(view, id, { options });
      const drafted = await desk.draft();
      const after = await insert(desk, view, id);
      const words = (lines: string[]) => lines.map((line) => line.replace(/^(?:-|\d+\.) /, ''));
      expect(words(after.lines)).toEqual(words(drafted.lines));
      expect(after.bold).toEqual([]);
    });
  });
}

/** The helpdesk itself swaps its editor, to notes and back; the panel keeps the keyboard. */
async function remount(desk: Desk, view: HelpdeskView): Promise<void> {
  const { tab } = desk.browser;
  const mark = await tab.evaluate((selector) => {
    const box = document.querySelector(selector);
    box?.setAttribute('data-seen-before', '');
    return box !== null;
  }, view.composer(ticketId));
  expect(mark).toBe(true);
  for (const mode of ['internal', 'public'] as const) {
    for (const step of view.channelSteps(ticketId, mode)) {
      await expect
        .poll(() =>
          tab.evaluate((selector) => {
            const button = document.querySelector<HTMLElement>(selector);
            button?.click();
            return button !== null;
          }, step),
        )
        .toBe(true);
    }
    await expect.poll(() => view.readModel(tab, ticketId)).not.toBeNull();
  }
  const isOld = (selector: string) => document.querySelector(`:is(${selector})[data-seen-before]`) !== null;
  await expect.poll(() => tab.evaluate(isOld, view.composer(ticketId))).toBe(false);
}
