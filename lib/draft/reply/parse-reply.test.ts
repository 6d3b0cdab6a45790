import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, DraftDocument, Inline } from './document';
import { createReplyReader, parseReply } from './parse-reply';
import { toHtml, toPlainText, toReplyText } from './write-reply';

const known = new Set([1, 2, 3, 12]);
const read = (text: string, allowed: string[] = []) =>
  parseReply(text, known, { allowedLinks: new Set(allowed) });
const blocks = (text: string, allowed: string[] = []) => read(text, allowed).document.blocks;
const codes = (text: string) => read(text).problems.map((problem) => problem.code);

describe('parseReply', () => {
  it('reads paragraphs, lists, bold, italic and footnotes', () => {
    expect(
      blocks('Hi **Ann**,\n\nTwo things:\n- *send* it back [1]\n- wait 5 days [2][12].\n\n1. one\n2. two'),
    ).toEqual([
      { type: 'paragraph', content: [{ text: 'Hi ' }, { text: 'Ann', bold: true }, { text: ',' }] },
      { type: 'paragraph', content: [{ text: 'Two things:' }] },
      {
        type: 'list',
        ordered: false,
        items: [
          [{ text: 'send', italic: true }, { text: ' it back' }, { citation: 1 }],
          [{ text: 'wait 5 days.' }, { citation: 2 }, { citation: 12 }],
        ],
      },
      { type: 'list', ordered: true, items: [[{ text: 'one' }], [{ text: 'two' }]] },
    ]);
  });

  it('puts a footnote behind the punctuation and without a space before it', () => {
    expect(blocks('Within 30 days [1]. Then [1, 2] we pay.')).toEqual([
      {
        type: 'paragraph',
        content: [
          { text: 'Within 30 days.' },
          { citation: 1 },
          { text: ' Then' },
          { citation: 1 },
          { citation: 2 },
          { text: ' we pay.' },
        ],
      },
    ]);
  });

  it.each(['[1]', '[^1]', '[Source 1]', '[passage 1]', '【1】', '【1†source】'])(
    'understands %s as a footnote',
    (mark) => {
      expect(blocks(`Yes ${mark}`)).toEqual([
        { type: 'paragraph', content: [{ text: 'Yes' }, { citation: 1 }] },
      ]);
    },
  );

  it('drops a number that was never offered and says where it stood', () => {
    const { document, problems } = read('It is free [7]. Sure [1].');
    expect(toReplyText(document)).toBe('It is free. Sure.[1]');
    expect(problems).toEqual([{ code: 'unknown-citation', number: 7, block: 0, item: null, offset: 11 }]);
  });

  it.each([
    ['![x](https://collect.example.net/p.png?d=1)', '', ['image-removed']],
    ['![x][ref] a', 'a', ['image-removed']],
    ['<img src="https://collect.example.net/p.png">b', 'b', ['html-removed']],
    ['[portal](https://collect.example.net/login)', 'portal', ['link-removed']],
    ['[go](javascript:alert(1))', 'go', ['link-removed']],
    ['[go](&#106;avascript:alert(1))', 'go', ['link-removed']],
    ['<script>alert(1)</script>ok', 'ok', ['html-removed']],
    ['see https://evil.example/x?y=1.', 'see https://evil[.]example/x?y=1.', ['url-as-text']],
    ['<https://evil.example>', 'https://evil[.]example', ['url-as-text']],
  ])('takes %s down to plain text', (source, text, problems) => {
    const { document } = read(source);
    expect(toPlainText(document).trim()).toBe(text);
    expect(toHtml(document, { paragraphGap: 'none' })).not.toMatch(/<(?:a|img|script)\b/u);
    expect(codes(source)).toEqual(problems);
  });

  it('keeps a link whose address stands in a passage on offer', () => {
    expect(blocks('[Returns](https://shop.example/returns)', ['https://shop.example/returns'])).toEqual([
      { type: 'paragraph', content: [{ text: 'Returns', href: 'https://shop.example/returns' }] },
    ]);
  });

  it('leaves a date at the start of a line, stars after words and snake case alone', () => {
    expect(toPlainText(read('3. Oktober ist frei.\n\n5 * 3, Preis* und my_file_name').document)).toBe(
      '3. Oktober ist frei.\n\n5 * 3, Preis* und my_file_name',
    );
  });

  it('turns headings into bold lines and drops rules and fences', () => {
    expect(toReplyText(read('## Returns\nSend it.\n\n---\n```\ncode\n```').document)).toBe(
      '**Returns**\n\nSend it.\n\ncode',
    );
  });

  it('keeps line breaks of a closing', () => {
    expect(toHtml(read('Best regards,\nMaya').document, { paragraphGap: 'none' })).toBe(
      '<p>Best regards,<br>Maya</p>',
    );
  });
});

describe('a reply that is still arriving', () => {
  const pieces = fc.constantFrom(
    'Hello',
    ' world',
    '.',
    ' ',
    '\n',
    '\n\n',
    '- ',
    '* ',
    '1. ',
    '2. ',
    '**',
    '*',
    '_',
    '[1]',
    '[2][3]',
    '[1, 2]',
    '[9]',
    '[',
    ']',
    '(',
    ')',
    '[a](https://x.example/a)',
    '![i](https://x.example/i.png)',
    '<b>',
    '<',
    '>',
    'https://x.example/q',
    '&amp;',
    '\\',
    '`',
    '# ',
    '\r\n',
    '🙂',
    'é',
    '日本',
  );
  const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));

  it('ends as the same document however the text was cut', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(60), { maxLength: 12 }), (text, cuts) => {
        const reader = createReplyReader(known);
        const edges = [...new Set([0, ...cuts.map((cut) => Math.min(cut, text.length)), text.length])].sort(
          (a, b) => a - b,
        );
        for (let index = 1; index < edges.length; index += 1)
          reader.append(text.slice(edges[index - 1], edges[index]));
        expect(reader.end()).toEqual(parseReply(text, known));
      }),
      { numRuns: 400 },
    );
  });

  it('never shows half a footnote, link, image or tag on the way', () => {
    const text =
      'We pay [1] in **5 days** [2, 3]. See [portal](https://x.example/a) ![i](https://x.example/i.png) <b>x</b> end.';
    const reader = createReplyReader(known);
    for (const char of text) {
      expect(toPlainText(reader.append(char).document)).not.toMatch(/[[\]*<>]|x\.example/u);
    }
  });
});

describe('toReplyText', () => {
  const words = fc
    .stringMatching(/^[A-Za-z0-9.,!&<>*_[\]()#-]{1,12}( [A-Za-z0-9.,&<*_[\]-]{1,9})?$/u)
    .filter((text) => !/https?:|www\./iu.test(text));
  const run = fc.record({ text: words, bold: fc.boolean(), italic: fc.boolean() });
  const inline = run.map(({ text, bold, italic }): Inline[] => [
    { text, ...(bold && { bold: true as const }), ...(italic && { italic: true as const }) },
  ]);
  const block: fc.Arbitrary<Block> = fc.oneof(
    inline.map((content): Block => ({ type: 'paragraph', content })),
    fc
      .tuple(fc.boolean(), fc.array(inline, { minLength: 1, maxLength: 3 }))
      .map(([ordered, items]): Block => ({ type: 'list', ordered, items })),
  );

  it('keeps an item of dashes an item', () => {
    const list = { type: 'list' as const, ordered: false, items: [[{ text: '--' }], [{ text: 'a' }]] };
    expect(
      parseReply(toReplyText({ blocks: [list] }), new Set(), { allowedLinks: new Set() }).document,
    ).toEqual({
      blocks: [list],
    });
  });

  it('is read back into the same document', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (list) => {
        // Two lists of a kind in a row are one list to a reader.
        const clean = list.filter((one, index) => !(one.type === 'list' && list[index - 1]?.type === 'list'));
        const document: DraftDocument = {
          blocks: clean.filter((one, index) => !(one.type === 'list' && clean[index - 1]?.type === 'list')),
        };
        expect(parseReply(toReplyText(document), known).document).toEqual(document);
      }),
      { numRuns: 400 },
    );
  });
});

describe('toHtml', () => {
  const document = read('Hi <Ann> & "you"\n\nOne [1].\n- a\n- b\n\nBye').document;
  it('escapes everything, leaves footnotes out and parts paragraphs as the composer needs it', () => {
    expect(toHtml(document, { paragraphGap: 'none' })).toBe(
      '<p>Hi  &amp; &quot;you&quot;</p><p>One.</p><ul><li>a</li><li>b</li></ul><p>Bye</p>',
    );
    expect(toHtml(document, { paragraphGap: 'blank-line' })).toBe(
      '<p>Hi  &amp; &quot;you&quot;</p><p><br></p><p>One.</p><p><br></p><ul><li>a</li><li>b</li></ul><p><br></p><p>Bye</p>',
    );
  });
});
