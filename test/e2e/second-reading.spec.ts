import { expect, test } from '@playwright/test';
import { type Answer, words } from '../support/sse-server';
import { expectAccessible } from './support/axe';
import { type ModelStage, openModelStage } from './support/model-stage';
import { helpdeskNames } from './support/panel-stage';
import { changeSettings } from './support/settings';

/** With Nora Ashdown's name, mail address and phone number in her signature. */
const ticketId = 48201;
/** Denied in words that no rule of the ledger finds in the passage. */
const denied = 'Muddy groundsheets are never taken back';
const medal = 'We will also send you a silver medal';

interface Answered {
  id: string;
  verdict: string;
  text?: string;
  quote?: string;
}

/** What the model was asked, as a model reads it. */
function askedIn(body: string) {
  const { messages } = JSON.parse(body) as { messages: { content: string }[] };
  const content = messages[1]!.content;
  const sentences = [...content.matchAll(/^(S\d+): (.*)$/gmu)].map(([, id, text]) => ({
    id: id!,
    text: text!,
  }));
  const [, text = '', passage = ''] = /^\[(P\d+)\] .*\n([^\n]+)$/mu.exec(content) ?? [];
  // Plain words of the passage, as a model would copy them.
  const quote = /[\p{L}]+(?: [\p{L}]+){2,7}/u.exec(passage)?.[0] ?? '';
  return { sentences, text, quote };
}

/** A model that judges each sentence by a function. */
const judging =
  (judge: (sentence: string) => 'supported' | 'contradicted' | 'not stated'): Answer =>
  (response, request) => {
    const { sentences, text, quote } = askedIn(request.body);
    const answers = sentences.map(({ id, text: sentence }): Answered => {
      const verdict = judge(sentence);
      return verdict === 'not stated' ? { id, verdict } : { id, verdict, text, quote };
    });
    return words(JSON.stringify({ answers }))(response, request);
  };

for (const name of helpdeskNames) {
  test.describe(`a second reading by the model, in ${name}`, () => {
    let stage: ModelStage;

    test.describe.configure({ mode: 'serial' });
    test.beforeAll(async () => {
      stage = await openModelStage(name, { ticketId });
    });
    test.afterAll(() => stage?.close());

    const draftText = () => stage.panel.page.getByRole('textbox', { name: 'Draft reply' });
    const sees = (text: string | RegExp) => expect(stage.panel.page.getByText(text).first()).toBeVisible();
    const doubts = () => draftText().getByRole('button', { name: /^Doubted by the second reading/ });
    const sheet = (name: string | RegExp) => stage.panel.page.getByRole('dialog', { name });

    /** Light and dark, in a panel as narrow as they come. */
    async function look(picture: string): Promise<void> {
      const { page } = stage.panel;
      const before = page.viewportSize()!;
      await page.setViewportSize({ width: 360, height: 720 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expectAccessible(page, `${picture}, ${colorScheme}`);
        await page.screenshot({ path: test.info().outputPath(`${picture}-${colorScheme}.png`) });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), picture).toBeLessThanOrEqual(
          360,
        );
      }
      await page.setViewportSize(before);
    }

    test('is off at first, and switched on with plain words on what it sends', async () => {
      stage.server.chat(words('Dear Nora,\n\nwe look into it.'));
      await stage.panel.draft();
      expect(stage.server.requests).toHaveLength(1);
      await expect(stage.panel.page.getByText(/second reading/i)).toHaveCount(0);
      const settings = await stage.browser.openWorkspace('#/settings');
      const second = settings.getByRole('switch', { name: 'Second reading by the model' });
      await expect(second).toHaveAttribute('aria-checked', 'false');
      await expect(settings.getByText(/This costs one more request for each draft\./)).toBeVisible();
      await second.focus();
      await settings.keyboard.press('Space');
      await expect(second).toHaveAttribute('aria-checked', 'true');
      for (const colorScheme of ['light', 'dark'] as const) {
        await settings.emulateMedia({ colorScheme });
        await expectAccessible(settings, `settings, ${colorScheme}`);
        await settings.screenshot({ path: test.info().outputPath(`settings-${colorScheme}.png`) });
      }
      await settings.close();
      await sees('Not read a second time.');
    });

    test('marks a denial that the ledger misses, in one more masked request, and holds up nothing', async () => {
      const { panel } = stage;
      const before = stage.server.requests.length;
      stage.server.chat(
        words(`Dear Nora,\n\n${denied} [1].\n\nKind regards`),
        judging((sentence) => (sentence.startsWith(denied) ? 'contradicted' : 'supported')),
      );
      await panel.draft();
      await sees('Second reading done (1 read). It doubts 1 sentence.');
      await expect(doubts()).toHaveCount(1);
      await expect(panel.page.getByRole('region', { name: 'Claims of this draft' })).toContainText(
        '1 doubted',
      );
      expect(stage.server.requests.length).toBe(before + 2);
      const { body } = stage.server.requests.at(-1)!;
      for (const secret of ['Nora', 'Ashdown', 'nora.ashdown@postbox.example', '900214'])
        expect(body, secret).not.toContain(secret);
      await look('doubted');

      await draftText().focus();
      await panel.page.keyboard.press('F8');
      await expect(sheet(/Doubted by the second reading/)).toContainText(askedIn(body).quote);
      await look('doubt');
      await panel.page.keyboard.press('Escape');

      await panel.button('View its request').click();
      const exact = sheet('Exact request of the second reading');
      await expect(exact.getByText(/^Sent /)).toBeVisible();
      const shown = (await exact.locator('details p').allTextContents()).join('');
      const { messages } = JSON.parse(body) as { messages: { content: string }[] };
      const bare = (text: string) => text.replace(/\s/g, '');
      expect(bare(shown)).toBe(bare(messages.map(({ content }) => content).join('')));
      await panel.page.keyboard.press('Escape');

      // A doubt of the model alone costs no press.
      await panel.insertAndRead();
    });

    test('drops its mark with the sentence, and reads again when asked', async () => {
      const { panel } = stage;
      await stage.turnTo(48207);
      stage.server.chat(
        words(`Hello,\n\n${denied} [1].\n\nKind regards`),
        judging(() => 'contradicted'),
      );
      await panel.draft();
      await expect(doubts()).toHaveCount(1);
      const before = stage.server.requests.length;
      await draftText().getByText(denied).click();
      await panel.page.keyboard.press('Home');
      await panel.page.keyboard.type('But ');
      await expect(doubts()).toHaveCount(0);
      expect(stage.server.requests.length).toBe(before);
      await panel.button('Read again').click();
      await expect(doubts()).toHaveCount(1);
      expect(stage.server.requests.length).toBe(before + 1);
    });

    test('takes no mark away when the model finds all supported', async () => {
      const { panel } = stage;
      stage.server.chat(
        words(`Hello,\n\n${medal} [97].\n\nKind regards`),
        judging(() => 'supported'),
      );
      await panel.draft();
      await sees('Second reading done (1 read). It adds no mark.');
      const marks = draftText().getByRole('button', { name: /^No source/ });
      await expect(marks.first()).toBeVisible();
      await expect(panel.button(/^Settle/)).toBeVisible();
      await panel.insert.click();
      await expect(sheet(/No source/)).toContainText('The mark stays. Compare them yourself.');
      await look('noted');
      await panel.page.keyboard.press('Escape');
    });

    test('leaves a usable draft and one sentence when the model answers with anything else', async () => {
      const { panel } = stage;
      stage.server.chat(
        words(`Hello,\n\n${denied} [1].\n\nKind regards`),
        words('All good! <script>alert(1)</script>'),
      );
      await panel.draft();
      await sees(/^No second reading\. The model did not answer in the form it was asked for\./);
      await expect(doubts()).toHaveCount(0);
      expect(await panel.words()).toContain(denied);
      await look('failed');
      await panel.insertAndRead();
    });

    test('waits for the agent where each request is asked about', async () => {
      const { panel } = stage;
      await stage.turnTo(48208);
      await changeSettings(stage.browser, { askBefore: true });
      stage.server.chat(
        words(`Hello,\n\n${denied} [1].\n\nKind regards`),
        judging(() => 'contradicted'),
      );
      const before = stage.server.requests.length;
      await panel
        .button(/^Draft\b/)
        .first()
        .click();
      await sheet('Send this request?').getByRole('button', { name: 'Send and draft' }).click();
      await sees('Second reading of 1 sentence: nothing is sent yet.');
      await expect(sheet('Send this request?')).toBeHidden();
      expect(stage.server.requests.length).toBe(before + 1);
      await panel.button('See it and send').click();
      await expect(sheet('Send this request?').getByText(/A second reading sends this to/)).toBeVisible();
      await look('asked');
      await sheet('Send this request?').getByRole('button', { name: 'Leave it' }).click();
      await sees('Second reading of 1 sentence: nothing is sent yet.');
      expect(stage.server.requests.length).toBe(before + 1);
      await panel.button('See it and send').click();
      await sheet('Send this request?').getByRole('button', { name: 'Send', exact: true }).click();
      await expect(doubts()).toHaveCount(1);
      expect(stage.server.requests.length).toBe(before + 2);
    });
  });
}
