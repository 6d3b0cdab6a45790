import { expect, test } from '@playwright/test';
import { slowDoubleClick } from './support/double-click';
import { callsTo, insertRequest } from './support/page-calls';
import { helpdeskNames, openStage, type PanelStage } from './support/panel-stage';

const emptyBox = 48201;
const ownText = 48208;
const mine = 'Ich schaue gleich nach.';

/** What hurried hands do to the button that inserts, and to the sheet that comes up in its place. */
for (const name of helpdeskNames) {
  test.describe(`inserting in a hurry, in ${name}`, () => {
    let stage: PanelStage;

    test.describe.configure({ mode: 'serial' });
    test.beforeAll(async () => {
      stage = await openStage(name, { ticketId: emptyBox });
    });
    test.afterAll(() => stage?.close());

    const inReplyBox = async () => {
      const box = await (await callsTo(stage.browser, stage.page)).call('composer.read', {});
      return box.found ? box.text : null;
    };
    const sheet = () => stage.panel.page.getByRole('dialog', { name: 'The reply box already has text' });
    /** How often the draft's longest line stands in the reply box. */
    const timesInserted = async () => {
      const line = (await stage.panel.words())
        .split('\n')
        .toSorted((a, b) => b.length - a.length)[0]!
        .trim();
      expect(line.length).toBeGreaterThan(20);
      return ((await inReplyBox()) ?? '').split(line).length - 1;
    };

    test('two fast presses of Insert put the draft in once', async () => {
      const { panel } = stage;
      await panel.draft();
      await panel.insert.dblclick();
      await expect(panel.page.getByText(/Read back: same text/)).toBeVisible();
      expect(await timesInserted()).toBe(1);
    });

    test('the second half of a double click on Insert chooses nothing in the sheet', async () => {
      const { panel } = stage;
      await stage.turnTo(ownText);
      await expect.poll(inReplyBox).not.toBeNull();
      const calls = await callsTo(stage.browser, stage.page);
      const before = (await inReplyBox())!;
      const put = { ticketId: `${ownText}`, html: `<p>${mine}</p>`, text: mine, expectedText: before };
      expect(await calls.call('composer.insert', insertRequest(put))).toMatchObject({ ok: true });
      await panel.draft();
      await slowDoubleClick(panel.page, panel.insert, sheet());
      // Wherever the sheet's choices lie: the second half of a double click chooses none of them.
      for (const choice of await sheet().getByRole('button').all()) {
        if (!/^(Put|Add|Replace|Copy)/.test((await choice.textContent()) ?? '')) continue;
        await choice.hover();
        await panel.page.mouse.down({ clickCount: 2 });
        await panel.page.mouse.up({ clickCount: 2 });
      }
      await expect(sheet()).toBeVisible();
      expect(await inReplyBox()).toBe(mine);
    });

    test('a choice pressed twice puts the draft in once, and leaves what stood there', async () => {
      const { panel } = stage;
      await sheet()
        .getByRole('button', { name: /^Add it below/ })
        .dblclick();
      await expect(panel.page.getByText(/Read back: same text/)).toBeVisible();
      expect(await timesInserted()).toBe(1);
      expect((await inReplyBox())!.split(mine)).toHaveLength(2);
      expect((await inReplyBox())!.startsWith(mine)).toBe(true);
    });
  });
}
