import { expect, type Page, test } from '@playwright/test';
import { type SseServer, startSseServer, status } from '../support/sse-server';
import { expectAccessible } from './support/axe';
import { heldAnswer, setEndpoint } from './support/endpoint';
import { openStage, type PanelStage } from './support/panel-stage';
import { changeSettings } from './support/settings';

const ticketId = 48201;

test.describe.configure({ mode: 'serial' });

let server: SseServer;
let stage: PanelStage;

test.beforeAll(async () => {
  server = await startSseServer({ openToPages: true });
  stage = await openStage('zendesk', { ticketId, withDemoShop: false });
});
test.afterAll(async () => {
  await stage?.close();
  await server?.close();
});

/** Narrow and wide, light and dark; the panel's own width decides its layout. */
async function check(name: string, widths: readonly number[] = [360, 600]): Promise<void> {
  const { page } = stage.panel;
  for (const width of widths)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 720 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectAccessible(page, `${name}, ${width} px, ${colorScheme}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(
        width,
      );
    }
}

const sees = (text: string | RegExp) => expect(stage.panel.page.getByText(text).first()).toBeVisible();
const press = (key: string) => stage.panel.page.keyboard.press(key);

test('first run', async () => {
  await sees('Bring your knowledge');
  await check('first run');
  await reachesEveryControl(stage.panel.page);
  await stage.panel.tryDemoShop();
});

test('before a draft, the need open', async () => {
  await sees('Strong evidence');
  await check('start');
  await reachesEveryControl(stage.panel.page);
});

test('a finished draft, its menus and sheets', async () => {
  const { panel } = stage;
  await panel.draft();
  await check('draft');
  await reachesEveryControl(panel.page);
  await panel.page
    .getByRole('textbox', { name: 'Draft reply' })
    .getByRole('button', { name: /^Footnote/ })
    .first()
    .click();
  const why = panel.page.getByRole('dialog').getByRole('region', { name: 'Why it was found' });
  await expect(why).toBeVisible();
  await expect(why.getByText(/^In (?:the title|a heading|the text)$/).first()).toBeVisible();
  await check('passage', [320, 360, 600]);
  await reachesEveryControl(panel.page);
  await panel.page.getByRole('dialog').getByRole('button', { name: /^Pin/ }).focus();
  await press('Escape');
  await panel.button('Canned replies').first().click();
  await expect(panel.page.getByPlaceholder('Search canned replies')).toBeVisible();
  await check('canned replies');
  await press('Escape');
  await panel.button('All actions').click();
  await expect(panel.page.getByRole('menu')).toBeVisible();
  await check('all actions');
  await panel.page.getByRole('menuitem', { name: /All keys/ }).click();
  await sees('In the panel');
  await check('all keys');
  await press('Escape');
});

test('a claim to settle', async () => {
  const { panel } = stage;
  await panel.page.getByRole('textbox', { name: 'Draft reply' }).click();
  await press('Control+End');
  await panel.page.keyboard.type(' We will refund €77.77 within 2 days.');
  await expect(panel.button(/^Settle/)).toBeVisible();
  await panel.button(/^Settle/).click();
  await expect(panel.button('Keep mine, on record')).toBeVisible();
  await check('claim');
  await reachesEveryControl(panel.page);
  await panel.button('Keep mine, on record').click();
});

test('a new message, a reply box with text, and a reply that was read back', async () => {
  const { panel, page } = stage;
  stage.standin.receive(ticketId, {
    from: 'customer',
    visibility: 'public',
    at: '2026-11-24T14:06:00Z',
    text: 'I forgot: the groundsheet goes back as well.',
  });
  await sees(/Nora Ashdown wrote again/);
  await check('stale');
  await panel.button('Keep this one').click();
  await page.locator('[data-is-active="true"] [contenteditable="true"]').first().click();
  await page.keyboard.type('Hello Nora');
  // Claims to settle, where any are left, come first.
  while (await settlesNext()) await panel.button('Keep mine, on record').click();
  await sees('The reply box already has text');
  await check('reply box with text');
  await panel.button(/^Add it below/).click();
  await sees(/Read back: same text/);
  await check('verified');
  await reachesEveryControl(panel.page);
});

async function settlesNext(): Promise<boolean> {
  await press('Control+Enter');
  const keep = stage.panel.button('Keep mine, on record');
  await expect(keep.or(stage.panel.page.getByText('The reply box already has text'))).toBeVisible();
  return keep.isVisible();
}

test('while words arrive, and when the endpoint refuses', async () => {
  const { panel } = stage;
  await setEndpoint(stage.browser, server);
  await stage.turnTo(48208);
  await sees(/Drafts go to house-12b/);
  const { answer, goOn } = heldAnswer('Hi there, thank you for writing to us. ');
  server.chat(answer);
  await panel.button('Draft').first().click();
  await sees(/thank you for writing/);
  await check('writing');
  await reachesEveryControl(panel.page);
  goOn((response) => response.destroy());
  await sees(/The answer broke off/);
  await check('cut');
  server.chat(status(401));
  await panel.button('Draft again').first().click();
  await sees('The endpoint refused the key.');
  await check('refused');
  await reachesEveryControl(panel.page);
});

test('no ticket', async () => {
  await changeSettings(stage.browser, { provider: 'extractive' });
  await stage.page.goto('about:blank');
  await sees('Open a ticket. Footnote reads it here.');
  await check('no ticket');
  await reachesEveryControl(stage.panel.page);
});

/** Tab comes to every control that can be pressed, and each shows that it has the keyboard. */
async function reachesEveryControl(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 720 });
  const wanted = await page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        'button, a[href], input, textarea, [contenteditable="true"], summary',
      ),
    ].filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.tabIndex >= 0);
    for (const [at, control] of controls.entries()) control.dataset.tabCheck = `${at}`;
    (document.activeElement as HTMLElement | null)?.blur();
    return controls.map(
      (each) => each.getAttribute('aria-label') ?? each.textContent?.trim().slice(0, 40) ?? '',
    );
  });
  expect(wanted.length).toBeGreaterThan(0);
  const reached = new Set<number>();
  const unseen: string[] = [];
  for (let step = 0; step < wanted.length * 2 + 10 && reached.size < wanted.length; step += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(focusNow);
    if (!focus) continue;
    reached.add(focus.at);
    if (!focus.isSeen) unseen.push(wanted[focus.at] ?? '');
  }
  expect(wanted.filter((_, at) => !reached.has(at))).toEqual([]);
  expect(unseen).toEqual([]);
}

/** Which marked control has the keyboard, and whether anything on screen tells. Runs in the page. */
function focusNow(): { at: number; isSeen: boolean } | null {
  const element = document.activeElement as HTMLElement | null;
  const at = element?.dataset.tabCheck;
  if (!element || at === undefined) return null;
  const isMarked = (each: Element) => {
    const style = getComputedStyle(each);
    return (
      (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none'
    );
  };
  const around: Element[] = [];
  for (let each: Element | null = element; each && around.length < 3; each = each.parentElement)
    around.push(each);
  // A page of text shows its caret, as any text does.
  return { at: Number(at), isSeen: element.isContentEditable || around.some(isMarked) };
}
