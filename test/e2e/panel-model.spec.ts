import { expect, test } from '@playwright/test';
import { chunk, done, words } from '../support/sse-server';
import { slowDoubleClick } from './support/double-click';
import { heldAnswer } from './support/endpoint';
import { type ModelStage, openModelStage } from './support/model-stage';
import { createNetLog } from './support/net-log';
import { helpdeskNames } from './support/panel-stage';

/** With Nora Ashdown's name, mail address and phone number in her signature. */
const ticketId = 48201;
/** Holds an internal note between the messages. */
const withNote = 48224;
const noteWords = ['at Lübeck on 16 Nov', 'Finance is behind', 'second complaint'];

/** What the request calls the customer, who signed with her first name, e.g. `[PERSON_2]`. */
const customerIn = (body: string) =>
  /Thanks a lot\\n(?:> )?(\[PERSON_\d+\])/.exec(body)?.[1] ?? '[no person]';

for (const name of helpdeskNames) {
  test.describe(`a model of the team's choice, in ${name}`, () => {
    const netLog = createNetLog();
    let stage: ModelStage;

    test.describe.configure({ mode: 'serial' });
    test.beforeAll(async () => {
      stage = await openModelStage(name, { ticketId, args: netLog.args });
    });
    test.afterAll(() => stage?.close());

    const draftText = () => stage.panel.page.getByRole('textbox', { name: 'Draft reply' });

    test('shows words as they come, asks once for two clicks, and turns citations into footnotes', async () => {
      const { panel } = stage;
      const { answer, goOn } = heldAnswer(
        (body) => `Hi ${customerIn(body)},\n\nYou can send the tent back within 60 days of delivery [1]. `,
      );
      stage.server.chat(answer);
      await slowDoubleClick(panel.page, panel.button('Draft').first(), panel.button(/^Stop/));
      await expect(panel.page.getByText(/You can send the tent back within/)).toBeVisible();
      await expect(panel.button(/^Stop/)).toBeVisible();
      goOn((response) => {
        const rest = 'We will also send you a silver medal [97].\n\nKind regards';
        response.end(chunk(rest) + chunk(null, 'stop') + done);
      });
      await expect(draftText()).toBeVisible();
      await expect(draftText().getByRole('button', { name: /^Footnote 1\b/ })).toBeVisible();
      await expect.poll(panel.words).toContain('We will also send you a silver medal');
      expect(await panel.words()).not.toContain('97');
      await expect(
        draftText()
          .getByRole('button', { name: /^No source/ })
          .first(),
      ).toBeVisible();
      expect(stage.server.requests.filter(({ path }) => path.endsWith('/chat/completions'))).toHaveLength(1);
    });

    test('told it no name, no mail address, no phone number, and put the name back on screen', async () => {
      const { body, headers } = stage.server.requests.at(-1)!;
      expect(headers.authorization).toBe('Bearer sk-of-the-test');
      for (const secret of ['Nora', 'Ashdown', 'nora.ashdown@postbox.example', '900214'])
        expect(body, secret).not.toContain(secret);
      expect(body).toMatch(/\[PERSON_\d+\]/);
      expect(await stage.panel.words()).toContain('Hi Nora');
      await expect(stage.panel.page.getByText(/\d+ values? masked/)).toBeVisible();
    });

    test('shows by keyboard exactly what it was told, and the values behind the masks when asked', async () => {
      const { page } = stage.panel;
      const { body } = stage.server.requests.at(-1)!;
      const sent = JSON.parse(body) as { messages: { content: string }[] };
      await draftText().focus();
      await page.keyboard.press('Control+K');
      await expect(page.getByRole('menuitem', { name: 'View request' })).toBeVisible();
      await page.keyboard.press('p');
      const sheet = page.getByRole('dialog', { name: 'Exact request' });
      await expect(sheet.getByText(/^Sent /)).toBeVisible();
      const masked = await page.getByText(/\d+ values? masked/).textContent();
      await expect(sheet.getByText(`${Number.parseInt(masked ?? '', 10)} values stayed here`)).toBeVisible();
      const shown = async () =>
        (await sheet.locator('details p').allTextContents()).join('').replace(/\s/g, '');
      await expect.poll(shown).toBe(
        sent.messages
          .map(({ content }) => content)
          .join('')
          .replace(/\s/g, ''),
      );
      expect(await shown()).not.toContain('Nora');
      await page.screenshot({ path: test.info().outputPath('request.png') });
      await sheet.getByRole('button', { name: 'Show them' }).click();
      await expect.poll(shown).toContain('Nora');
      await page.keyboard.press('Escape');
      await expect(sheet).toBeHidden();
    });

    test('never sends an internal note', async () => {
      await stage.turnTo(withNote);
      stage.server.chat(words('Guten Tag,\n\nwir prüfen das gerade.'));
      const before = stage.server.requests.length;
      await stage.panel.draft();
      expect(stage.server.requests.length).toBe(before + 1);
      for (const part of noteWords) expect(stage.server.requests.at(-1)!.body).not.toContain(part);
    });

    test('makes no image, link, script or request of what a model writes', async () => {
      await stage.turnTo(48207);
      stage.server.chat(
        words(
          'Hello,\n\n![pixel](https://evil.example/pixel.png) see [our page](javascript:alert(1)) and ',
          '[this](https://evil.example/login), <img src="https://evil.example/i.png"> ',
          '<script>fetch("https://evil.example/s")</script>![ref][r]\n\n[r]: https://evil.example/ref.png\n\nBye',
        ),
      );
      await stage.panel.draft();
      await expect(draftText()).toContainText('Hello');
      // The editor itself puts an empty image where a line ends with a footnote.
      const foreign = draftText().locator('img:not(.ProseMirror-separator), script, iframe, [src]');
      expect(await foreign.count()).toBe(0);
      const links = await draftText()
        .locator('a')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(links).toEqual([]);
    });

    test('told no host anything but the helpdesk and that one origin', async () => {
      await stage.browser.close();
      const hosts = [...netLog.hosts().keys()].sort();
      expect(hosts).toEqual([new URL(stage.server.origin).host, stage.standin.host].sort());
    });
  });
}
