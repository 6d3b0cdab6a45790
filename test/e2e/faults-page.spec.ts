import { expect, type Page, test } from '@playwright/test';
import { loadSeed } from '../standin/seed/load-seed';
import { words } from '../support/sse-server';
import type { ExtensionBrowser } from './support/extension';
import { passInPage, switchToNote } from './support/helpdesk-page';
import { type ModelStage, openModelStage } from './support/model-stage';
import { callsTo } from './support/page-calls';
import { overhear, overheard } from './support/page-spy';
import { panelPage } from './support/panel-page';
import { helpdeskNames } from './support/panel-stage';

const ticketId = 48201;
const maskedTicket = 48202;
const notedTicket = 48207;
const customer = customerOf(maskedTicket);
test.describe.configure({ mode: 'serial' });

for (const name of helpdeskNames) {
  test.describe(`the page of ${name}`, () => {
    let stage: ModelStage;
    const replyBox = () => stage.page.locator('[contenteditable="true"]:visible').first();

    test.beforeAll(async () => {
      stage = await openModelStage(name, { ticketId });
      await overhear(stage.browser.context);
      await stage.page.reload();
      await expect(stage.page.locator('footnote-button')).toHaveCount(1);
      await expect(stage.header).toContainText(`${ticketId}`);
    });
    test.afterAll(() => stage?.close());

    test('fault 45: sees nothing of the extension but an empty element, and the text that was inserted', async () => {
      const { panel, page } = stage;
      stage.server.chat(words('Hello,\n\nthank you for writing to us, WOMBAT-IN-THE-DRAFT.\n\nBye'));
      await panel.draft();
      await expect(page.locator('footnote-button')).toHaveCount(1);
      const before = await overheard(page);
      // It did look: it saw the page draw itself.
      expect(before.seen.join().length).toBeGreaterThan(2000);
      expect(before.seen.join('\n')).not.toMatch(/WOMBAT|sk-of-the-test|house-12b|\[PERSON_\d/);
      expect(before.events).toEqual([]);
      expect(before.messages.join()).not.toMatch(/footnote|WOMBAT/i);
      expect(before.globals).toEqual([]);
      // Its shadow root is closed, and nothing hangs on it that could be read.
      expect(new Set(before.foreign)).toEqual(new Set(['footnote-button true']));
      expect(await page.locator('footnote-button').evaluate((host) => host.innerHTML)).toBe('');
      await panel.insert.click();
      await expect(replyBox()).toContainText('WOMBAT-IN-THE-DRAFT');
      const after = await overheard(page);
      expect(after.events.length).toBeGreaterThan(0);
      const inserted = await replyBox().innerText();
      for (const detail of after.events.filter((each) => each.startsWith('{'))) {
        const told = JSON.parse(detail) as Record<string, string>;
        expect(Object.keys(told).sort()).toEqual(['html', 'nonce', 'placement', 'text']);
        for (const word of told.text!.match(/\p{L}{3,}/gu) ?? []) expect(inserted).toContain(word);
      }
      expect(after.messages.join()).not.toMatch(/footnote|WOMBAT/i);
    });

    test('fault 44: cannot imitate the extension by messages, events or clicks of its own', async () => {
      const { page, browser } = stage;
      const panelsBefore = browser.context.pages().length;
      const asked = stage.server.requests.length;
      // Allowed to the panel, and never asked for by it here.
      const path = name === 'zendesk' ? '/api/v2/macros.json' : '/api/macros';
      const reach = await page.evaluate(async (path) => {
        const runtime = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime;
        const methods = ['panel.open', 'api.get', 'composer.insert', 'settings.save', 'page.snapshot'];
        for (const method of methods) {
          const call = { footnote: 'call', method, input: { draft: true, path } };
          window.postMessage(call, '*');
          window.postMessage({ type: 'footnote', ...call }, '*');
          for (const target of [document, window, document.querySelector('footnote-button')!])
            target.dispatchEvent(new CustomEvent(`footnote:${method}`, { detail: call, bubbles: true }));
        }
        const button = document.querySelector<HTMLElement>('footnote-button')!;
        button.click();
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
        await new Promise((resolve) => setTimeout(resolve, 500));
        return { canSend: runtime?.sendMessage !== undefined, inside: button.shadowRoot !== null };
      }, path);
      expect(reach).toEqual({ canSend: false, inside: false });
      expect(browser.context.pages().length).toBe(panelsBefore);
      expect(stage.server.requests.length).toBe(asked);
      expect(stage.standin.audit().length).toBeGreaterThan(5);
      expect(stage.standin.audit().filter((entry) => entry.path.startsWith(path))).toEqual([]);
    });

    test('fault 46: cannot reach the settings, nor turn masking off', async () => {
      const { page, browser, panel } = stage;
      const settings = async () =>
        (await browser.worker()).evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
      const before = await settings();
      expect(before).toContain('house-12b');
      await page.evaluate(() => {
        const off = { nothingLeaves: false, masking: false, mask: false, provider: 'openai' };
        localStorage.setItem('settings', JSON.stringify(off));
        window.postMessage({ footnote: 'call', method: 'settings.save', input: off }, '*');
        window.dispatchEvent(new StorageEvent('storage', { key: 'settings', newValue: JSON.stringify(off) }));
        document.dispatchEvent(new CustomEvent('footnote:settings', { detail: off }));
      });
      // Not even the content script, where a page might find a way into it, can read or write them.
      const tries = await inContentScript(
        page,
        `(async () => { const tried = [];
          for (const area of ['local', 'session']) for (const call of ['get', 'set'])
            try { await chrome.storage[area][call]({ settings: {} }); tried.push(area + '.' + call); } catch {}
          return tried; })()`,
      );
      expect(tries).toEqual([]);
      expect(await settings()).toBe(before);
      stage.server.chat(words('Hello.'));
      await stage.turnTo(maskedTicket);
      const asked = stage.server.requests.length;
      await panel.draft();
      expect(stage.server.requests.length).toBe(asked + 1);
      const { body } = stage.server.requests.at(-1)!;
      expect(body).toMatch(/\[PERSON_\d+\]/);
      expect(customer.length).toBeGreaterThan(2);
      expect(body).not.toContain(customer);
    });

    test('fault 14: in note mode the draft goes into the note, the mode stays, and the panel names it', async () => {
      const { page, panel } = stage;
      await stage.turnTo(notedTicket);
      await switchToNote(page, name, notedTicket);
      const calls = await callsTo(stage.browser, page);
      await expect.poll(() => calls.call('composer.read', {})).toMatchObject({ mode: 'internal' });
      stage.server.chat(words('Hello,\n\nNOTE-OF-THE-DRAFT.\n\nBye'));
      await panel.page.bringToFront();
      await panel
        .button(/^Draft again|^Draft\b/)
        .first()
        .click();
      await expect(panel.insert).toBeVisible();
      await panel.insert.click();
      const dialog = panel.page.getByRole('dialog');
      await expect(dialog).toContainText('The reply box is set to: Internal note');
      await expect(replyBox()).not.toContainText('NOTE-OF-THE-DRAFT');
      await panel.page.keyboard.press('i');
      await expect(panel.page.getByText(/In the reply box of/)).toBeVisible();
      await expect(replyBox()).toContainText('NOTE-OF-THE-DRAFT');
      expect(stage.standin.submits()).toEqual([]);
    });

    test('fault 29: after an update the page goes quiet, and the panel asks for one reload', async () => {
      const { page, browser } = stage;
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await updateExtension(browser);
      const calls = stage.standin.audit().length;
      // Its pages go with it.
      await expect.poll(() => stage.panel.page.url()).not.toContain(browser.extensionId);
      // The old script is still in the page: using and redrawing the page must not wake it.
      await page.bringToFront();
      await page.mouse.move(200, 200);
      await page.keyboard.press('Tab');
      await passInPage(page, 1500);
      expect(errors).toEqual([]);
      expect(
        stage.standin
          .audit()
          .slice(calls)
          .filter(({ path }) => path.startsWith('/api/')),
      ).toEqual([]);
      const panel = panelPage(await browser.openPanel(page));
      await expect(panel.page.getByText(/Reload this page once/)).toBeVisible();
      await panel.button(/^Reload/).click();
      await expect(panel.page.locator('header').first()).toContainText(`${notedTicket}`);
      await expect(page.locator('footnote-button')).toHaveCount(1);
    });
  });
}

/** What an update does to what is running: the browser allows it to unpacked extensions in its developer mode only. */
async function updateExtension(browser: ExtensionBrowser): Promise<void> {
  const extensions = await browser.context.newPage();
  await extensions.goto('chrome://extensions');
  await extensions.evaluate(async () => {
    interface Developer {
      updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
    }
    const { developerPrivate } = chrome as unknown as { developerPrivate: Developer };
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  });
  const worker = await browser.worker();
  const ended = new Promise((resolve) => worker.once('close', resolve));
  await worker.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 50));
  await ended;
  // Starts the new version's worker, as the browser does when something happens; before it is there, it has no pages.
  await expect(() => extensions.goto(`chrome-extension://${browser.extensionId}/workspace.html`)).toPass();
  await extensions.close();
}

function customerOf(id: number): string {
  const { tickets, customers } = loadSeed();
  const { customerId } = tickets.find((ticket) => ticket.id === id)!;
  return customers.find((each) => each.id === customerId)!.name.split(' ')[0]!;
}

/** Runs an expression where the content script runs. */
async function inContentScript(page: Page, expression: string): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const worlds: { id: number; name: string; type: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) =>
    worlds.push({ id: context.id, name: context.name, type: String(context.auxData?.type) }),
  );
  await session.send('Runtime.enable');
  const world = worlds.find(({ type, name }) => type === 'isolated' && /footnote/i.test(name));
  if (!world) throw new Error(`No content script of ours among ${JSON.stringify(worlds)}`);
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    contextId: world.id,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return result.value;
}
