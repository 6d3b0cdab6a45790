import { describe, expect, it } from 'vitest';
import { rawToHtml, rawToText } from './raw-html';

type Raw = Parameters<typeof rawToHtml>[0];

function block(
  text: string,
  type = 'unstyled',
  extra: Partial<Raw['blocks'][number]> = {},
): Raw['blocks'][number] {
  return { key: text, text, type, depth: 0, inlineStyleRanges: [], entityRanges: [], ...extra };
}

describe('the HTML of what the editor holds', () => {
  it('has a line per block, lists, and styles that overlap', () => {
    const raw: Raw = {
      blocks: [
        block('Hi <Rosa>'),
        block(''),
        block('see tracking now', 'unstyled', {
          inlineStyleRanges: [{ offset: 0, length: 8, style: 'BOLD' }],
          entityRanges: [{ offset: 4, length: 8, key: 0 }],
        }),
        block('one', 'unordered-list-item'),
        block('two', 'ordered-list-item'),
      ],
      entityMap: { 0: { type: 'LINK', mutability: 'MUTABLE', data: { url: 'https://x.example/?a=1&b=2' } } },
    };
    expect(rawToHtml(raw)).toBe(
      '<div>Hi &#60;Rosa&#62;</div><div><br></div>' +
        '<div><b>see </b><a href="https://x.example/?a=1&#38;b=2"><b>trac</b></a><a href="https://x.example/?a=1&#38;b=2">king</a> now</div>' +
        '<ul><li>one</li></ul><ol><li>two</li></ol>',
    );
    expect(rawToText(raw)).toBe('Hi <Rosa>\n\nsee tracking now\none\ntwo');
  });
});
