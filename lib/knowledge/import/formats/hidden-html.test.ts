// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { readHtml } from './html';
import { loadHtmlConverter } from './html-to-markdown';

let convert: Awaited<ReturnType<typeof loadHtmlConverter>>;
beforeAll(async () => {
  convert = await loadHtmlConverter();
});

describe('what a page hides from its readers', () => {
  it.each([
    '<p style="display:none">SECRET-RULE</p>',
    '<div hidden>SECRET-RULE</div>',
    '<span style="font-size:0">SECRET-RULE</span>',
    '<p style="color:#fff">SECRET-RULE</p>',
    '<style>.off{visibility:hidden}</style><p class="off">SECRET-RULE</p>',
  ])('is left out of the article and counted: %s', async (html) => {
    const page = `<html lang="en"><head><title>Lamps</title></head><body><h1>Lamps</h1><p>Lamps come back within 30 days.</p>${html}</body></html>`;
    const item = await readHtml({ path: 'help/lamps.html', text: page }, convert);
    expect(item).toMatchObject({
      kind: 'article',
      draft: {
        hidden: 11,
        content: { title: 'Lamps', locale: 'en', body: 'Lamps come back within 30 days.' },
      },
    });
  });

  it('is nothing on an ordinary page, which keeps its tables, lists and links', () => {
    const html =
      '<h2>Sizes</h2><table><tr><th>Size</th></tr><tr><td>L</td></tr></table><ul><li><a href="https://shop.example">here</a></li></ul>';
    const { markdown, hidden, title } = convert(html);
    expect([hidden, title]).toEqual([0, null]);
    expect(markdown).toBe('## Sizes\n\n| Size |\n| --- |\n| L |\n\n-   [here](https://shop.example)');
  });
});
