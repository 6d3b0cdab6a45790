import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureChromium } from '../../support/chromium';
import type { Standin } from '../contract';
import { type StandinServer, startServer } from '../core/server';
import { fixtureStore } from '../seed/fixture';
import { extraTickets } from './extras';
import { gorgias } from './helpdesk';

let server: StandinServer;
let standin: Standin;
let browser: Browser;
let page: Page;
const draft = '.public-DraftEditor-content';

beforeAll(async () => {
  server = await startServer([gorgias], { store: fixtureStore, seed: 5 });
  standin = server.standin('gorgias');
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: server.chromiumArgs() });
  page = await browser.newPage({ viewport: { width: 1360, height: 820 } });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(() => standin.reset());

async function open(ticketId: number, editor = draft) {
  await page.goto(standin.ticketUrl(ticketId));
  await page.waitForSelector(editor);
}

/** The measured recipe: the data is set on the event's own `clipboardData`. */
function paste(selector: string) {
  return page.evaluate((where) => {
    const event = new ClipboardEvent('paste', {
      bubbles: true,
      cancelable: true,
      clipboardData: new DataTransfer(),
    });
    event.clipboardData?.setData('text/plain', 'Hi Rosa,\n- one\nBye');
    event.clipboardData?.setData(
      'text/html',
      '<p>Hi <strong>Rosa</strong>,</p><ul><li>one</li></ul><p>Bye</p>',
    );
    document.querySelector(where)?.dispatchEvent(event);
  }, selector);
}

const model = () => page.evaluate(() => window.__standin.model());
const errors = () => page.evaluate(() => window.__standin.errors);
const bubbles = () => page.locator('[aria-label="Ticket thread"] [class*="MessageBubble--messageBubble"]');

describe('the reply box', () => {
  it('takes a paste into its model, and a real click on Send delivers it', async () => {
    await open(4711);
    await paste(draft);
    await expect.poll(model).toEqual({
      html: '<div>Hi <b>Rosa</b>,</div><ul><li>one</li></ul><div>Bye</div>',
      text: 'Hi Rosa,\none\nBye',
    });
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect
      .poll(() => standin.submits())
      .toMatchObject([{ ticketId: 4711, visibility: 'public', text: 'Hi Rosa,\none\nBye', isTrusted: true }]);
    await expect.poll(() => bubbles().last().textContent()).toContain('Bye');
    expect(standin.audit().filter(({ path }) => path.startsWith('/api/'))).toEqual([]);
  });

  it('sends an empty message when the text is on the page only', async () => {
    await open(4711);
    await page.evaluate((where) => {
      const editor = document.querySelector(where);
      if (editor) editor.textContent = 'Only on the page';
      editor?.dispatchEvent(new Event('input', { bubbles: true }));
    }, draft);
    await page.evaluate(() => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent === 'Send')?.click();
    });
    await expect.poll(() => standin.submits()).toMatchObject([{ text: '', isTrusted: false }]);
  });

  it('breaks by execCommand on an empty Draft.js, and counts it', async () => {
    await open(4711);
    await page.click(draft);
    await page.evaluate(() => document.execCommand('insertText', false, 'boom'));
    await expect.poll(errors).not.toEqual([]);
    expect(await page.getByRole('alert').textContent()).toBe('Something went wrong.');
    expect(await page.locator(draft).count()).toBe(0);
  });

  it.each([
    ['draft-plain-paste', draft, '<div>Hi Rosa,</div><div>- one</div><div>Bye</div>'],
    ['prosemirror', '.ProseMirror', '<p>Hi <strong>Rosa</strong>,</p><ul><li><p>one</p></li></ul><p>Bye</p>'],
    ['lexical', '[data-lexical-editor="true"]', /<strong[^>]*>Rosa<.*<li value="1">.*one.*Bye/],
  ] as const)('can be %s', async (composer, selector, html) => {
    standin.set('composer', composer);
    await open(4711, selector);
    await page.click(selector);
    await paste(selector);
    await expect.poll(async () => (await model())?.html).toMatch(html);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await model())?.text).toBe('');
    expect(await errors()).toEqual([]);
  });

  it('can be a textarea that React controls', async () => {
    standin.set('composer', 'textarea');
    standin.set('prefill', 'signature');
    await open(4711, 'textarea[placeholder]');
    await expect.poll(async () => (await model())?.text).toBe('Kim Berg\nAcme Outdoor');
    await page.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>('textarea[placeholder]');
      if (field) field.value = 'past React';
    });
    expect((await model())?.text).toBe('Kim Berg\nAcme Outdoor');
  });

  it('re-renders every second, and mounts anew on the channel switch with its draft kept', async () => {
    standin.set('rerenderMs', 50);
    await open(4711);
    await paste(draft);
    const renders = await page.evaluate(() => window.__standin.renders);
    await expect.poll(() => page.evaluate(() => window.__standin.renders)).toBeGreaterThan(renders + 3);
    await page.getByRole('button', { name: 'Internal note', exact: true }).click();
    await expect.poll(async () => (await model())?.text).toBe('');
    expect(await page.locator('[aria-pressed="true"]').textContent()).toBe('Internal note');
    expect(await page.evaluate(() => window.__standin.mounts)).toBe(2);
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await expect.poll(async () => (await model())?.text).toBe('Hi Rosa,\none\nBye');
  });

  it('may be collapsed, prefilled, or two editors at once', async () => {
    standin.set('twoEditors', true);
    standin.set('prefill', 'both');
    await open(4711);
    await expect.poll(() => page.locator(draft).count()).toBe(2);
    await expect
      .poll(async () => (await model())?.text)
      .toContain('Hi Rosa,\n\nyour order AO-1001 is on its way.');
    standin.reset();
    standin.set('collapsed', true);
    standin.set('channelSwitch', 'menu');
    await page.goto(standin.ticketUrl(4711));
    await page.getByText('Click here to reply').click();
    await page.locator(draft).click();
    await page.keyboard.type('typed');
    await expect.poll(async () => (await model())?.text).toBe('typed');
    await page.getByRole('button', { name: 'Email' }).click();
    await page.getByRole('menuitem', { name: 'Internal note' }).click();
    // The note has an editor of its own, mounted a moment later.
    await expect.poll(async () => (await model())?.text).toBe('');
    await page.locator(draft).click();
    await page.keyboard.type('note');
    await expect.poll(async () => (await model())?.text).toBe('note');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => standin.submits()).toMatchObject([{ visibility: 'internal', text: 'note' }]);
  });

  it.each(['text', 'aria-label', 'icon'] as const)('has Send buttons named by %s', async (form) => {
    standin.set('sendLabel', form);
    standin.set('locale', 'de');
    await open(4711);
    await expect.poll(() => page.getByRole('button', { name: 'Senden', exact: true }).count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Senden & Schließen' }).count()).toBe(1);
  });
});

describe('the page', () => {
  it('draws only the visible part of a long thread', async () => {
    standin.set('extras', true);
    await open(extraTickets.messages250);
    await expect.poll(() => bubbles().last().textContent()).toContain('Message 250 of 250.');
    expect(await bubbles().count()).toBeLessThan(20);
    await page.getByLabel('Ticket thread').evaluate((thread) => thread.parentElement?.scrollTo(0, 0));
    await expect.poll(() => bubbles().first().textContent()).toContain('Message 1 of 250.');
    expect(await bubbles().count()).toBeLessThan(20);
    standin.set('windowing', false);
    await page.reload();
    await expect.poll(() => bubbles().count()).toBe(250);
  });

  it('moves between tickets without a load, by click, by push and back', async () => {
    await open(4711);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await page.getByRole('link', { name: /second parcel/ }).click();
    await expect.poll(() => page.url()).toMatch(/\/app\/views\/\d+\/4712$/);
    standin.set('openTicket', 4713);
    await expect.poll(() => page.url()).toMatch(/\/4713$/);
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).textContent())
      .toBe('Conversation with Jonas Weber');
    await page.goBack();
    await expect.poll(() => bubbles().allTextContents()).toEqual([expect.stringContaining('second parcel')]);
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    await page.goto(`https://${standin.host}/app`);
    await expect.poll(() => page.url()).toMatch(/\/app\/views\/\d+$/);
  });

  it('shows new messages and other agents while the agent writes', async () => {
    await open(4711);
    await page.click(draft);
    await page.keyboard.type('half a rep');
    standin.receive(4711, {
      from: 'customer',
      visibility: 'public',
      at: new Date().toISOString(),
      text: 'It has just arrived!',
    });
    standin.set('presence', { ticketId: 4711, name: 'Jo', state: 'editing' });
    await expect.poll(() => bubbles().last().textContent()).toContain('It has just arrived!');
    await expect.poll(() => page.getByRole('status').allTextContents()).toEqual(['Jo is writing a reply']);
    await page.keyboard.type('ly');
    await expect.poll(async () => (await model())?.text).toBe('half a reply');
  });

  it('has what others read from the page', async () => {
    await open(4711);
    expect(await page.locator('[aria-label="Breadcrumbs"] a[href*="/customer/"]').textContent()).toBe(
      'Rosa Lind',
    );
    await expect.poll(() => page.locator('textarea#note-field[aria-label="Note"]').count()).toBe(1);
    await expect.poll(() => page.locator('button[aria-label="Copy SKU"]').count()).toBe(1);
    expect(
      await page.locator('[class*="CopyableField--"] [data-name="text"]').first().textContent(),
    ).toContain('Trail Stove');
    expect(await page.locator('a[href*="/api/attachment/download/"]').textContent()).toContain('label.png');
  });

  it('runs no inline script', async () => {
    await open(4711);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
      return 'injected' in window;
    });
    expect(ran).toBe(false);
  });
});
