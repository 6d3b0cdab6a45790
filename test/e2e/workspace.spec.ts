import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { projectRoot } from '../support/source-tree';
import { expectAccessible } from './support/axe';
import { type ExtensionBrowser, launchExtension } from './support/extension';

const helpCentre = join(projectRoot, 'test/fixtures/knowledge/help-centre');
const singleFiles = ['returns.md', 'faq.csv', 'wash.html', 'catalogue.pdf'].map((name) =>
  join(helpCentre, name),
);

let extension: ExtensionBrowser;
let page: Page;

test.beforeEach(async () => {
  extension = await launchExtension();
  page = await extension.openWorkspace();
});
test.afterEach(() => extension.close());

async function go(hash: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next;
  }, hash);
}

const titleButton = (name: string) => page.getByRole('row').getByRole('button', { name, exact: true });
const rowTitles = () => page.locator('tbody tr button').allTextContents();

async function importFiles(
  paths: string | string[] | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await go('#/import');
  await page.locator(`[data-pick=${typeof paths === 'string' ? 'folder' : 'files'}]`).setInputFiles(paths);
}

async function applyImport(): Promise<void> {
  await page.getByRole('button', { name: /^Apply/ }).click();
  await expect(page.getByText('You can draft now.')).toBeVisible({ timeout: 120_000 });
}

async function importDemo(): Promise<void> {
  await go('#/import');
  await page.getByRole('button', { name: 'Try the demo shop' }).click();
  await expect(page.getByText('You can draft now.')).toBeVisible();
  await page.getByRole('button', { name: 'See the articles' }).click();
  await expect(titleButton('Refund times')).toBeVisible();
}

/** `count` invented articles as one file of JSON lines. */
function manyArticles(count: number) {
  const lines = Array.from({ length: count }, (_, at) =>
    JSON.stringify({
      id: `a${at}`,
      title: `Lamp ${String(at).padStart(5, '0')}`,
      body: `Lamp number ${at} is made of oak and brass. It ships in ${(at % 9) + 1} days and may be returned within ${(at % 60) + 10} days.`,
    }),
  );
  return { name: 'lamps.jsonl', mimeType: 'application/x-ndjson', buffer: Buffer.from(lines.join('\n')) };
}

test('imports single files, names what was refused and why, and makes no duplicates the second time', async () => {
  await importFiles(singleFiles);
  await expect(page.getByText('Nothing is written yet.')).toBeVisible();
  await expect(page.getByRole('row', { name: /catalogue\.pdf/ })).toContainText(
    'Files of this kind are not read. Save it as Markdown',
  );
  await expect(page.getByRole('row', { name: /faq\.csv, row 4/ })).toContainText(
    'more cells than the header',
  );
  await applyImport();
  await expect(page.getByText('4 articles are in.')).toBeVisible();
  await expect(page.getByRole('row', { name: /catalogue\.pdf/ })).toBeVisible();

  await importFilesAgain();
  await expect(page.getByText('4 articles are as they were.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Apply/ })).toHaveCount(0);
  await go('#/articles');
  await expect
    .poll(rowTitles)
    .toEqual([
      'Do you cut ropes to length?',
      'How long is a rope good for?',
      'Returns of climbing ropes',
      'Washing a rope',
    ]);

  async function importFilesAgain() {
    await page.getByRole('button', { name: 'Bring more' }).click();
    await importFiles(singleFiles);
  }
});

test('imports a folder with its languages and macros, and marks slots that nothing fills', async () => {
  await importFiles(helpCentre);
  await applyImport();
  await page.getByRole('button', { name: 'See the articles' }).click();
  await expect(titleButton('Rückgabe von Kletterseilen')).toBeVisible();
  await titleButton('Rückgabe von Kletterseilen').click();
  const detail = page.getByRole('complementary', { name: 'Article in short' });
  await expect(detail).toContainText('German');

  await page.getByRole('link', { name: /Canned replies/ }).click();
  await expect(detail).toContainText('Filled from the ticket');
  await expect(detail).toContainText('order.name');
  await expect(detail.getByText('not known here')).toBeVisible();
  await go('#/import');
  await expect(page.getByRole('complementary', { name: 'Where it came from' })).toContainText(
    'Files, folder help-centre',
  );
});

test('stops an import without writing, and writes nothing before Apply', async () => {
  await importFiles(manyArticles(20_000));
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
  await go('#/articles');
  await expect(page.getByText('There is nothing to answer from')).toBeVisible();
});

test('makes an edit findable, as a version that can be compared and restored', async () => {
  await importDemo();
  await titleButton('Refund times').click();
  await page.keyboard.press('e');
  const text = page.getByRole('textbox', { name: 'Text, in Markdown' });
  await expect(text).not.toHaveValue('');
  const before = await text.inputValue();
  await text.fill(`${before}\n\nZebra crossings are refunded in quokkas.`);
  await expect(page.getByText('Unsaved changes')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: /Save version 3/ })).toBeVisible();

  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(page.locator('ins', { hasText: 'quokkas' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the articles' }).click();
  await page.getByRole('searchbox').fill('quokkas');
  await expect.poll(rowTitles).toEqual(['Refund times']);

  await titleButton('Refund times').click();
  await page.keyboard.press('e');
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await expect(text).toHaveValue(before);
  await expect(page.getByRole('button', { name: /Version 3/ })).toBeVisible();
});

test('asks before unsaved words are left', async () => {
  await go('#/articles/new');
  await page.getByRole('textbox', { name: 'Title' }).fill('Half an article');
  await page.getByRole('link', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await expect(dialog.getByRole('button', { name: 'Stay here' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Half an article');
  await page.getByRole('link', { name: 'Settings' }).click();
  await dialog.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});

test('does its work by keys alone: move, choose, archive, undo, search, verify, open', async () => {
  await importDemo();
  const all = await rowTitles();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(titleButton(all[2]!)).toBeFocused();
  await page.keyboard.press('k');
  await expect(titleButton(all[1]!)).toBeFocused();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await expect(titleButton(all[2]!)).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByText('2 chosen')).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByText('Archived 2 articles')).toBeVisible();
  await expect.poll(async () => (await rowTitles()).length).toBe(all.length - 2);
  await page.keyboard.press('Control+z');
  await expect.poll(rowTitles).toEqual(all);

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('when will I get my money back');
  await expect.poll(async () => (await rowTitles())[0]).toBe('When will I get my money back?');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(titleButton('When will I get my money back?')).toBeFocused();
  await page.keyboard.press('v');
  await expect(page.getByText('Verified 1 article')).toBeVisible();
  await expect(page.getByRole('row', { name: /When will I get my money back/ })).not.toContainText('never');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'When will I get my money back?', level: 1 })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});

test('saves chosen articles as a table that comes in again', async () => {
  await importFiles({
    name: 'rules.jsonl',
    mimeType: 'application/x-ndjson',
    buffer: Buffer.from(JSON.stringify({ id: 'f1', title: '=1+1 is two', body: '- one\n- "two", three' })),
  });
  await applyImport();
  await page.getByRole('button', { name: 'See the articles' }).click();
  await expect(titleButton('=1+1 is two')).toBeVisible();
  await page.keyboard.press('x');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^footnote-articles-[\d-]{10}\.csv$/);
  const path = test.info().outputPath('articles.csv');
  await file.saveAs(path);
  expect(readFileSync(path, 'utf8')).toContain("'=1+1 is two");
  await importFiles([path]);
  await expect(page.getByText('Everything that was read is here already.')).toBeVisible();
});

test('takes the demo shop out in one press', async () => {
  await importDemo();
  await go('#/import');
  await page.getByRole('button', { name: 'Remove the demo shop' }).click();
  await expect(page.getByText(/Removed \d+ demo articles/)).toBeVisible();
  await go('#/articles');
  await expect(page.getByText('There is nothing to answer from')).toBeVisible();
});

test('keeps settings and the key, shows the key never again, and erases everything when told', async () => {
  await importDemo();
  await go('#/settings');
  await page.getByText('An endpoint', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Ollama');
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue('http://localhost:11434/v1');
  await page.getByRole('textbox', { name: 'Address' }).fill('htps://llm.example.net/v1');
  await expect(page.getByText('Starts with htps. Did you mean https?')).toBeVisible();
  await page.getByLabel('Key', { exact: true }).fill('sk-never-shown');
  await page.getByRole('button', { name: 'Keep this key' }).click();
  await expect(page.getByText('A key is kept.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('A key is kept.')).toBeVisible();
  expect(await page.content()).not.toContain('sk-never-shown');
  const stored = await page.evaluate(() => chrome.storage.local.get(null));
  expect(JSON.stringify(stored)).toContain('htps://llm.example.net/v1');
  expect(JSON.stringify(stored)).not.toContain('sk-never-shown');

  await page.getByRole('switch', { name: 'Nothing leaves this browser' }).click();
  await expect(page.getByRole('radio', { name: /An endpoint/ })).toBeDisabled();

  await page.getByRole('button', { name: 'Reset everything' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase everything Footnote keeps here?' });
  await expect(dialog.getByRole('button', { name: 'Keep everything' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Erase everything' }).click();
  await expect(page.getByText(/^Everything is erased\./)).toBeVisible();
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await go('#/articles');
  await expect(page.getByText('There is nothing to answer from')).toBeVisible();
});

test('stays usable with 10,000 articles', async () => {
  test.setTimeout(300_000);
  await importFiles(manyArticles(10_000));
  await expect(
    page
      .getByRole('button', { name: 'Apply 10,000 changes' })
      .or(page.getByRole('button', { name: 'Apply 10000 changes' })),
  ).toBeVisible({
    timeout: 120_000,
  });
  await applyImport();
  await page.getByRole('button', { name: 'See the articles' }).click();
  await expect(titleButton('Lamp 00000')).toBeVisible();
  expect(await page.locator('tbody tr').count()).toBeLessThan(100);

  await page.keyboard.press('j');
  await expect(titleButton('Lamp 00001')).toBeFocused();
  const scroller = page.getByRole('region', { name: 'Articles' });
  await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(titleButton('Lamp 09999')).toBeVisible();

  await page.getByRole('searchbox').fill('lamp 07777');
  await expect(titleButton('Lamp 07777')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(titleButton('Lamp 07777')).toBeFocused();
  await page.keyboard.press('a');
  await expect(page.getByText('Archived 1 article')).toBeVisible();

  // Faster than the index: the title is found, takes the focus, and keeps it when more is found.
  await page.getByRole('searchbox').fill('');
  await page.getByRole('searchbox').evaluate((field: HTMLInputElement) => {
    field.focus();
    document.execCommand('insertText', false, 'lamp 07778');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
  });
  await expect.poll(() => page.locator('tbody tr').count()).toBeGreaterThan(20);
  await expect(titleButton('Lamp 07778')).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`passes axe (WCAG 2.2 AA) on every page, ${colorScheme}`, async () => {
    await page.emulateMedia({ colorScheme });
    const check = (name: string) => expectAccessible(page, name);
    await expect(page.getByText('There is nothing to answer from')).toBeVisible();
    await check('nothing yet');
    await importFiles(singleFiles);
    await expect(page.getByText('Nothing is written yet.')).toBeVisible();
    await check('import preview');
    await applyImport();
    await check('import done');
    await page.getByRole('button', { name: 'Bring more' }).click();
    await check('import');
    await importDemo();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await expect(page.getByText('1 chosen')).toBeVisible();
    await check('articles, one chosen');
    await page.keyboard.press('e');
    await expect(page.getByRole('textbox', { name: 'Text, in Markdown' })).toBeVisible();
    await check('editor');
    await page.getByRole('tab', { name: 'Preview' }).click();
    await check('preview');
    await go('#/settings');
    await page.getByText('An endpoint', { exact: true }).click();
    await check('settings');
    await page.setViewportSize({ width: 1024, height: 768 });
    await go('#/articles');
    await page.locator('[data-index="1"] button').click();
    await check('articles, sheet');
  });
}
