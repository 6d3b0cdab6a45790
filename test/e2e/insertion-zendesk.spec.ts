import { expect, test } from '@playwright/test';
import { insertRequest } from './support/page-calls';
import { pageStage } from './support/page-stage';
import { reply } from './support/reply';

const { html, text } = reply;
const words =
  'Hi Rosa,\n\nyour parcel is on its way, see tracking.\n\n- left on Monday\n- arrives on Friday\n\nKim';
/** What the editor's model must hold, empty paragraphs left out. */
const model =
  '<p>Hi Rosa,</p><p>your parcel is <strong>on its way</strong>, see <a href="https://acme.example/t/1">tracking</a>.</p><ul><li>left on Monday</li><li>arrives on Friday</li></ul><p>Kim</p>';

const mail = 48201;
const otherMail = 48203;
const chat = 48206;

const stage = pageStage('zendesk', {
  options: { openTickets: [mail, otherMail, chat], mountDelay: { min: 20, max: 60 } },
});

function editable(ticketId = mail) {
  return stage.page.locator(
    `[data-side-conversations-anchor-id="${ticketId}"] [data-test-id$="-text-ckeditor"]`,
  );
}

/** Where the caret of the model stands in its paragraph. */
function caretOffset(): Promise<number | undefined> {
  return editable().evaluate(
    (element) =>
      (
        element as unknown as {
          ckeditorInstance: {
            model: { document: { selection: { getFirstPosition(): { offset: number } | null } } };
          };
        }
      ).ckeditorInstance.model.document.selection.getFirstPosition()?.offset,
  );
}

/** The model's own HTML without padding and list bookkeeping. */
async function modelHtml(ticketId = mail): Promise<string> {
  const data = await editable(ticketId).evaluate((element) =>
    (element as never as { ckeditorInstance: { getData(): string } }).ckeditorInstance.getData(),
  );
  return data.replace(/<p>(?:&nbsp;)?<\/p>/g, '').replace(/ data-list-item-id="[^"]*"/g, '');
}

for (const editor of ['current', 'older'] as const) {
  test.describe(`CKEditor 5, ${editor} major`, () => {
    test('an empty reply box takes the draft with its formatting, and one undo empties it again', async () => {
      await stage.open(mail, { editor });
      const result = await stage.calls.call(
        'composer.insert',
        insertRequest({ ticketId: `${mail}`, html, text }),
      );
      expect(result).toMatchObject({
        ok: true,
        value: {
          ticketId: `${mail}`,
          mode: 'public',
          paragraphs: 5,
          before: '',
          text: words,
          formatting: 'kept',
        },
      });
      expect(await modelHtml()).toBe(model);
      await editable().click();
      await stage.page.keyboard.press('Control+z');
      await expect.poll(stage.text).toBe('');
    });

    test('a greeting and a signature stay when the draft goes below them', async () => {
      await stage.open(mail, { editor, prefill: 'both' });
      const before = await stage.text();
      expect(before).not.toBe('');
      const result = await stage.calls.call(
        'composer.insert',
        insertRequest({ ticketId: `${mail}`, html, text, placement: 'append', expectedText: before }),
      );
      expect(result).toMatchObject({ ok: true, value: { before, formatting: 'kept' } });
      expect(await stage.text()).toBe(`${before}\n\n${words}`);
      await editable().click();
      await stage.page.keyboard.press('Control+z');
      await expect.poll(stage.text).toBe(before);
    });

    test('a half-written reply is replaced only when that was chosen, and one undo brings it back', async () => {
      await stage.open(mail, { editor });
      await editable().click();
      const before = 'Dear customer, I think';
      await stage.page.keyboard.type(before);
      await expect.poll(stage.text).toBe(before);
      const result = await stage.calls.call(
        'composer.insert',
        insertRequest({ ticketId: `${mail}`, html, text, expectedText: before }),
      );
      expect(result).toMatchObject({ ok: true, value: { before, text: words } });
      expect(await modelHtml()).toBe(model);
      await editable().click();
      await stage.page.keyboard.press('Control+z');
      await expect.poll(stage.text).toBe(before);
    });

    test('at the caret the draft stands between the agent’s own words', async () => {
      await stage.open(mail, { editor });
      await editable().click();
      await stage.page.keyboard.type('before after');
      for (let step = 0; step < 'after'.length; step += 1) await stage.page.keyboard.press('ArrowLeft');
      // The editor learns of a caret a moment after the browser moved it.
      await expect.poll(caretOffset).toBe('before '.length);
      const result = await stage.calls.call(
        'composer.insert',
        insertRequest({
          ticketId: `${mail}`,
          html: '<p>one</p><p>two</p>',
          text: 'one\n\ntwo',
          placement: 'caret',
          expectedText: 'before after',
        }),
      );
      expect(result).toMatchObject({ ok: true });
      expect(await stage.text()).toMatch(/^before one\s+two\s*after$/);
    });
  });
}

test('a double click inserts once', async () => {
  await stage.open(mail);
  const request = insertRequest({ ticketId: `${mail}`, html, text });
  const [first, second] = await Promise.all([
    stage.calls.call('composer.insert', request),
    stage.calls.call('composer.insert', request),
  ]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toEqual(first);
  expect(await modelHtml()).toBe(model);
});

test('a second press while the first is under way is refused', async () => {
  await stage.open(mail);
  const [first, second] = await Promise.all([
    stage.calls.call('composer.insert', insertRequest({ ticketId: `${mail}`, html, text })),
    stage.calls.call('composer.insert', insertRequest({ ticketId: `${mail}`, html, text })),
  ]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toEqual({ ok: false, error: { code: 'busy' } });
  expect(await modelHtml()).toBe(model);
});

test('a draft for another ticket is refused, and every reply box stays as it was', async () => {
  await stage.open(mail);
  await stage.page.locator(`[data-test-id="header-tab"][data-entity-id="${otherMail}"]`).click();
  await expect.poll(stage.openTicket).toBe(`${otherMail}`);
  const result = await stage.calls.call(
    'composer.insert',
    insertRequest({ ticketId: `${mail}`, html, text }),
  );
  expect(result).toEqual({ ok: false, error: { code: 'ticket-changed', openTicketId: `${otherMail}` } });
  expect(await modelHtml(mail)).toBe('');
  expect(await modelHtml(otherMail)).toBe('');
});

test('an internal note is not mistaken for a reply', async () => {
  await stage.open(mail);
  await stage.page
    .locator(
      `[data-side-conversations-anchor-id="${mail}"] [data-test-id="omnichannel-channel-switcher-button"]`,
    )
    .click();
  await stage.page.locator('[data-test-id="omnichannel-channel-switcher-menuitem-internal"]').click();
  await expect
    .poll(async () => {
      const state = await stage.calls.call('composer.read', {});
      return state.found && state.mode;
    })
    .toBe('internal');
  const result = await stage.calls.call(
    'composer.insert',
    insertRequest({ ticketId: `${mail}`, html, text }),
  );
  expect(result).toMatchObject({ ok: false, error: { code: 'mode-mismatch', mode: 'internal' } });
  expect(await stage.text()).toBe('');
  // The editor was mounted anew by the switch; agreed to, the text goes into the one that is there now.
  const agreed = await stage.calls.call(
    'composer.insert',
    insertRequest({ ticketId: `${mail}`, html, text, expectedMode: 'internal' }),
  );
  expect(agreed).toMatchObject({ ok: true, value: { mode: 'internal' } });
  expect(await modelHtml()).toBe(model);
});

test('a reply box that changed since the agent agreed is left alone', async () => {
  await stage.open(mail);
  await editable().click();
  await stage.page.keyboard.type('typed meanwhile');
  await expect.poll(stage.text).toBe('typed meanwhile');
  const result = await stage.calls.call(
    'composer.insert',
    insertRequest({ ticketId: `${mail}`, html, text }),
  );
  expect(result).toEqual({ ok: false, error: { code: 'composer-changed', text: 'typed meanwhile' } });
  expect(await stage.text()).toBe('typed meanwhile');
});

test('a locked reply box is left alone', async () => {
  await stage.open(mail, { readOnly: true });
  await expect.poll(async () => stage.calls.call('composer.read', {})).toMatchObject({ readOnly: true });
  const result = await stage.calls.call(
    'composer.insert',
    insertRequest({ ticketId: `${mail}`, html, text }),
  );
  expect(result).toEqual({ ok: false, error: { code: 'composer-read-only' } });
});

test('a chat takes plain text', async () => {
  await stage.open(chat);
  const result = await stage.calls.call(
    'composer.insert',
    insertRequest({ ticketId: `${chat}`, html, text }),
  );
  expect(result).toMatchObject({ ok: true, value: { formatting: 'plain' } });
  expect((await modelHtml(chat)).replace(/<\/p><p>/g, '|')).toBe(
    '<p>Hi Rosa,|your parcel is on its way, see tracking (https://acme.example/t/1).|- left on Monday|- arrives on Friday|Kim</p>',
  );
});

test('an address that runs a script does not survive', async () => {
  await stage.open(mail);
  const bad =
    '<p>see <a href="javascript:alert(1)">this</a> <img src="https://t.example/p.gif" onerror="x()"></p>';
  const result = await stage.calls.call(
    'composer.insert',
    insertRequest({ ticketId: `${mail}`, html: bad, text: 'see this' }),
  );
  expect(result).toMatchObject({ ok: true });
  expect(await modelHtml()).toBe('<p>see this</p>');
});

test('the helpdesk stores what was inserted when a person presses its button, and nobody else pressed it', async () => {
  await stage.open(mail);
  await stage.calls.call('composer.insert', insertRequest({ ticketId: `${mail}`, html, text }));
  await stage.page.locator(`[data-test-id="submit_button-button"]:visible`).click();
  await expect.poll(() => stage.standin.submits().length).toBe(1);
  const [submit] = stage.standin.submits();
  expect(submit).toMatchObject({ ticketId: mail, visibility: 'public', isTrusted: true });
  expect(submit?.html).toContain('<strong>on its way</strong>');
  expect(
    stage.standin.audit().filter((entry) => entry.method !== 'GET' && entry.path.startsWith('/api/')),
  ).toEqual([]);
});
