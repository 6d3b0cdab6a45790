// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { blocksToText, readBlocks, readText, safeHref } from './blocks';
import { blocksToHtml, parseHtml } from './html';

function element(html: string): HTMLElement {
  const box = document.createElement('div');
  box.innerHTML = html;
  document.body.replaceChildren(box);
  return box;
}

describe('reading a reply box', () => {
  it('gives one text for CKEditor and Draft.js that hold the same', () => {
    const ck =
      '<p>Hi Rosa,</p><p><br data-cke-filler="true"></p><p>it is <strong>on its way</strong>.</p><ul><li><span class="ck-list-bogus-paragraph">one</span></li><li>two</li></ul>';
    const draft =
      '<div data-contents="true"><div data-block="true"><div><span data-offset-key="a"><span data-text="true">Hi Rosa,</span></span></div></div>' +
      '<div data-block="true"><div><span><br data-text="true"></span></div></div>' +
      '<div data-block="true"><div><span><span data-text="true">it is </span></span><span style="font-weight: bold;"><span data-text="true">on its way</span></span><span><span data-text="true">.</span></span></div></div>' +
      '<ul class="public-DraftStyleDefault-ul"><li class="public-DraftStyleDefault-depth0" data-block="true"><div><span>one</span></div></li><li class="public-DraftStyleDefault-depth0" data-block="true"><div><span>two</span></div></li></ul></div>';
    expect(readBlocks(element(draft))).toEqual(readBlocks(element(ck)));
    expect(readText(element(ck))).toBe('Hi Rosa,\n\nit is on its way.\n\n- one\n- two');
  });

  it('takes an empty line inside a paragraph of Draft.js for the end of the paragraph', () => {
    const box = element('<div data-block="true"><span data-text="true">one\n\ntwo\nthree</span></div>');
    box.setAttribute('contenteditable', 'true');
    expect(readText(box)).toBe('one\n\ntwo\nthree');
    expect(readBlocks(box)).toEqual(parseHtml('<p>one</p><p>two<br>three</p>'));
  });

  it('finds an empty editor empty', () => {
    expect(readText(element('<p><br data-cke-filler="true"></p>'))).toBe('');
    expect(readText(element('<p>\u200b</p><div>\u00a0</div>'))).toBe('');
  });

  it('numbers an ordered list and begins again after a paragraph', () => {
    expect(readText(element('<ol><li>a</li><li>b</li></ol><p>then</p><ol><li>c</li></ol>'))).toBe(
      '1. a\n2. b\n\nthen\n\n1. c',
    );
  });

  it('takes the value of a textarea', () => {
    const box = element('<textarea></textarea>').querySelector('textarea');
    if (!box) throw new Error('no textarea');
    box.value = 'Hello\r\nthere\n';
    expect(readText(box)).toBe('Hello\nthere');
  });
});

describe('cleaning what is to be inserted', () => {
  it('lets only web and mail addresses through', () => {
    expect(safeHref('https://acme.example/a?b=1')).toBe('https://acme.example/a?b=1');
    expect(safeHref('mailto:help@acme.example')).toBe('mailto:help@acme.example');
    for (const bad of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '/relative',
      null,
    ]) {
      expect(safeHref(bad)).toBeNull();
    }
  });

  it('keeps paragraphs, lists, bold, italics, links and breaks, and nothing else', () => {
    const html =
      '<h2>Hi</h2><p onclick="x()">see <a href="https://acme.example/">here</a> or <a href="javascript:x">there</a><br>now</p><script>bad()</script><ul><li><p>one</p></li><li>two<ol><li><em>deep</em></li></ol></li></ul><img src="https://t.example/p.gif">';
    expect(blocksToHtml(parseHtml(html), { between: '' })).toBe(
      '<p><strong>Hi</strong></p><p>see <a href="https://acme.example/">here</a> or there<br>now</p><ul><li>one</li><li>two<ol><li><em>deep</em></li></ol></li></ul>',
    );
  });

  it('escapes what looks like markup', () => {
    const html = blocksToHtml(parseHtml('<p>1 &lt; 2 &amp; "x" &lt;script&gt;</p>'), { between: '' });
    expect(html).toBe('<p>1 &lt; 2 &amp; &quot;x&quot; &lt;script&gt;</p>');
  });

  it('puts an empty paragraph between paragraphs, not inside lists', () => {
    const html = blocksToHtml(parseHtml('<p>a</p><p>b</p><ul><li>c</li><li>d</li></ul><p>e</p>'), {
      between: '<p>&nbsp;</p>',
    });
    expect(html).toBe(
      '<p>a</p><p>&nbsp;</p><p>b</p><p>&nbsp;</p><ul><li>c</li><li>d</li></ul><p>&nbsp;</p><p>e</p>',
    );
  });

  it('reads its own output as the same blocks', () => {
    const blocks = parseHtml(
      '<p>a <b>b</b></p><ul><li>c<ul><li>d</li></ul></li><li>e</li></ul><ol><li>f</li></ol><p>g</p>',
    );
    expect(parseHtml(blocksToHtml(blocks, { between: '<p>&nbsp;</p>' }))).toEqual(blocks);
    expect(blocksToText(blocks)).toContain('- c');
  });
});
