import { expect, test } from '@playwright/test';
import { chunk, done, words } from '../support/sse-server';
import { heldAnswer } from './support/endpoint';
import { type ModelStage, openModelStage } from './support/model-stage';
import { panelPage } from './support/panel-page';
import { openStage, type PanelStage } from './support/panel-stage';
import { mailFromCustomer } from './support/seed-ticket';

test.describe.configure({ mode: 'serial' });

const ticketId = 48201;
const otherTicket = 48202;
const englishTicket = 48208;
/** A question that no article answers. */
const withoutAnswer = mailFromCustomer(48301, 'Piano', {
  text: 'Who tunes a grand piano in Salzburg before the concert?',
});
/** Nothing but two attachments. */
const onlyAttachments = 48220;

test.describe('states of the panel, without a model', () => {
  let stage: PanelStage;
  const sees = (text: string | RegExp) => expect(stage.panel.page.getByText(text).first()).toBeVisible();

  test.beforeAll(async () => {
    stage = await openStage('zendesk', { ticketId, withDemoShop: false, tickets: [withoutAnswer] });
  });
  test.afterAll(() => stage?.close());

  test('no knowledge yet: four ways to bring some, the customer named above them', async () => {
    const { panel, header } = stage;
    await expect(panel.page.getByRole('heading', { name: 'Bring your knowledge' })).toBeVisible();
    await expect(header).toContainText('Nora Ashdown');
    for (const way of [/^Drop files/, /^Zendesk Guide articles/, /^Macros/, /^Try with the demo shop/])
      await expect(panel.button(way)).toBeVisible();
    await sees('Nothing leaves this browser.');
    await panel.tryDemoShop();
  });

  test('evidence stands on screen before a draft is asked for', async () => {
    await sees('Strong evidence');
    await expect(stage.panel.button(/^Footnote 1\b/).first()).toBeVisible();
  });

  test('no ticket: says where it works, and takes to the articles', async () => {
    const { page, panel, header } = stage;
    await page.goto('about:blank');
    await sees('Open a ticket. Footnote reads it here.');
    await sees('It works on the pages of Zendesk and Gorgias.');
    await expect(header).toContainText(/\d+ articles, ready/);
    const opened = stage.browser.context.waitForEvent('page');
    await panel.button('Open the workspace').click();
    const workspace = await opened;
    await expect(workspace).toHaveURL(/workspace\.html#\/articles/);
    await workspace.close();
  });

  test('no evidence: says so, makes no claim, and offers what else can be done', async () => {
    const { panel } = stage;
    await stage.turnTo(withoutAnswer.id);
    await sees('No article answers this. A draft would ask the customer back.');
    await panel.draft();
    await sees('No article answers this. The draft makes no claim.');
    await expect(panel.button('Search articles')).toBeVisible();
    await expect(panel.button('Hand off')).toBeVisible();
    expect(await panel.footnotes()).toEqual([]);
    await expect(panel.page.getByPlaceholder('Add what you know: it fits…')).toBeVisible();
    expect(await panel.words()).toContain('Could you tell me which product this is about');
    await expect(panel.button(/^Settle/)).toHaveCount(0);
  });

  test('no evidence: asks the customer back in place of the draft, which is kept', async () => {
    const { panel } = stage;
    await panel.button('Ask the customer').click();
    await sees('2 of 2');
    await expect.poll(panel.words).toContain('Could you tell me which product this is about');
    expect(await panel.words()).not.toContain('rather than guess');
    await expect(panel.insert).toBeVisible();
  });

  test('nothing to read: names the files that were not opened', async () => {
    await stage.turnTo(onlyAttachments);
    await stage.panel.button('Draft').first().click();
    await sees(/^There is no text to read, only IMG_0417\.HEIC, receipt-scan\.pdf\. They were not opened\./);
    await stage.panel.button('Ask the customer').click();
    await expect(stage.panel.insert).toBeVisible();
    await expect.poll(stage.panel.words).toMatch(/in a few words|in ein paar Worten/);
  });

  test('a new message of the customer makes the draft stale; the draft can be kept', async () => {
    const { panel, standin } = stage;
    await stage.turnTo(ticketId);
    await panel.draft();
    const draft = await panel.words();
    standin.receive(ticketId, {
      from: 'customer',
      visibility: 'public',
      at: '2026-11-24T14:06:00Z',
      text: 'I forgot: the groundsheet goes back as well.',
    });
    const alert = panel.page.getByRole('alert').filter({ hasText: 'Nora Ashdown wrote again' });
    await expect(alert).toContainText('the groundsheet goes back as well');
    await expect(panel.button('Insert anyway…')).toBeVisible();
    await expect(alert.getByRole('button', { name: 'Draft again' })).toBeVisible();
    await alert.getByRole('button', { name: 'Keep this one' }).click();
    await expect(alert).toHaveCount(0);
    expect(await panel.words()).toBe(draft);
    await expect(panel.button('Insert as public reply')).toBeVisible();
  });

  test('closed and opened again, the panel shows the draft as the agent left it', async () => {
    const { browser, page, panel } = stage;
    const box = panel.page.getByRole('textbox', { name: 'Draft reply' });
    await box.click();
    await panel.page.keyboard.press('Control+End');
    await panel.page.keyboard.type(' Typed by hand.');
    await expect.poll(panel.words).toContain('Typed by hand.');
    const left = await panel.words();
    // Closed at once: what was typed last must be safe all the same.
    await panel.page.close();
    stage.panel = panelPage(await browser.openPanel(page));
    await expect.poll(() => stage.panel.words()).toBe(left);
    await sees(/edited by you/);
  });
});

test.describe('states of the panel, with a model', () => {
  let stage: ModelStage;
  const sees = (text: string | RegExp) => expect(stage.panel.page.getByText(text).first()).toBeVisible();

  test.beforeAll(async () => {
    stage = await openModelStage('zendesk', { ticketId });
  });
  test.afterAll(() => stage?.close());

  test('a draft goes on while another ticket is open, and stays with its own', async () => {
    const { panel, header } = stage;
    const { answer, goOn } = heldAnswer('Hi there, this is the beginning ');
    stage.server.chat(answer);
    await panel.button('Draft').first().click();
    await sees(/this is the beginning/);
    await stage.turnTo(otherTicket);
    await expect(panel.page.getByText(/this is the beginning/)).toHaveCount(0);
    goOn((response) => response.end(chunk('and this the end.') + chunk(null, 'stop') + done));
    await expect(panel.button('Draft').first()).toBeVisible();
    await expect(panel.page.getByText(/this the end/)).toHaveCount(0);
    await stage.turnTo(ticketId);
    await expect(header).toContainText(`${ticketId}`);
    await expect.poll(() => panel.words()).toContain('this is the beginning and this the end.');
  });

  test('without a network a draft is quoted from the articles, and the model is asked again when it is back', async () => {
    const { panel, browser } = stage;
    await stage.turnTo(englishTicket);
    await sees('Strong evidence');
    const before = stage.server.requests.length;
    await browser.context.setOffline(true);
    await panel.draft();
    await sees('No network. Drafts are quoted from your articles until it is back.');
    expect(stage.server.requests.length).toBe(before);
    await expect.poll(async () => (await panel.footnotes()).length).toBeGreaterThan(0);
    await browser.context.setOffline(false);
    stage.server.chat(words('Hello, the network is back.'));
    await panel.button('Try again').first().click();
    await expect.poll(() => panel.words()).toContain('the network is back');
    await expect(panel.page.getByText(/^No network/)).toHaveCount(0);
  });
});

test.describe('states of an insertion in Gorgias', () => {
  let stage: PanelStage;
  const sees = (text: string | RegExp) => expect(stage.panel.page.getByText(text).first()).toBeVisible();
  /** A ticket of its own for each: what was inserted once is done. Some words are bold, so that there is something to lose. */
  const draftWith = async (id: number, options: Record<string, unknown>) => {
    stage.standin.reset();
    for (const [key, value] of Object.entries(options)) stage.standin.set(key, value);
    await stage.turnTo(id);
    const { panel } = stage;
    await panel.draft();
    await panel.page.getByRole('textbox', { name: 'Draft reply' }).click();
    await panel.page.keyboard.press('Control+End');
    await panel.page.keyboard.press('Control+b');
    await panel.page.keyboard.type(' In bold.');
    await expect.poll(panel.words).toContain('In bold.');
  };

  test.beforeAll(async () => {
    stage = await openStage('gorgias', { ticketId });
  });
  test.afterAll(() => stage?.close());

  test('no reply box: says so, and where the draft is', async () => {
    await draftWith(48201, { collapsed: true });
    await stage.panel.insert.click();
    await sees(/There is no reply box on this page\./);
    await expect(stage.panel.button('Try again').first()).toBeVisible();
  });

  test('a reply box of plain text: says that formatting is not there', async () => {
    await draftWith(48208, { composer: 'textarea' });
    await stage.panel.insert.click();
    await sees(/Read back: same text, \d+ paragraphs, without formatting\./);
  });

  test('a reply box that drops formatting: says that it was lost', async () => {
    await draftWith(48225, { composer: 'draft-plain-paste' });
    await stage.panel.insert.click();
    await sees(/Read back: same text, \d+ paragraphs\. Bold, lists or links were lost\./);
  });
});
