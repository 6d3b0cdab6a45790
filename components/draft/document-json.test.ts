import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftDocument, Inline } from '@/lib/draft/reply/document';
import { type EditorNode, fromEditorJson, toEditorJson } from './document-json';

const document: DraftDocument = {
  blocks: [
    {
      type: 'paragraph',
      content: [{ text: 'You have ' }, { text: '45 days', bold: true }, { text: '.' }, { citation: 2 }],
    },
    {
      type: 'list',
      ordered: true,
      items: [[{ text: 'Pack it.' }], [{ text: 'See ' }, { text: 'here', href: 'https://a.example' }]],
    },
    { type: 'paragraph', content: [{ text: 'Regards,\nJonas' }] },
  ],
};

describe('a draft in the editor', () => {
  it('comes back as it was', () => {
    expect(fromEditorJson(toEditorJson(document))).toEqual(document);
  });

  it('turns a line break into a node of its own', () => {
    expect(toEditorJson(document).content?.[2]).toEqual({
      type: 'paragraph',
      content: [{ type: 'text', text: 'Regards,' }, { type: 'hardBreak' }, { type: 'text', text: 'Jonas' }],
    });
  });

  it('keeps an empty draft empty', () => {
    expect(fromEditorJson(toEditorJson({ blocks: [] }))).toEqual({ blocks: [] });
  });

  it('lays a list in a list flat', () => {
    const item = (text: string, ...rest: EditorNode[]): EditorNode => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }, ...rest],
    });
    const nested = {
      type: 'doc',
      content: [
        {
          type: 'bulletList',
          content: [item('one', { type: 'bulletList', content: [item('two')] }), item('three')],
        },
      ],
    };
    expect(fromEditorJson(nested)).toEqual({
      blocks: [
        { type: 'list', ordered: false, items: [[{ text: 'one' }], [{ text: 'two' }], [{ text: 'three' }]] },
      ],
    });
  });

  it('refuses a block it does not know rather than lose it', () => {
    expect(() => fromEditorJson({ type: 'doc', content: [{ type: 'table' }] })).toThrow(/table/);
  });

  it('comes back as it was, whatever was written', () => {
    const words = fc.stringMatching(/^[a-z .]{1,12}$/);
    const run = fc.record(
      { text: words, bold: fc.constant<true>(true), href: fc.constant('https://a.example') },
      { requiredKeys: ['text'] },
    );
    const line = fc
      .array(
        fc.oneof<fc.Arbitrary<Inline>[]>(run, fc.record({ citation: fc.integer({ min: 1, max: 20 }) })),
        { minLength: 1, maxLength: 5 },
      )
      .map(joined);
    const block = fc.oneof(
      fc.record({ type: fc.constant<'paragraph'>('paragraph'), content: line }),
      fc.record({
        type: fc.constant<'list'>('list'),
        ordered: fc.boolean(),
        items: fc.array(line, { minLength: 1, maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        expect(fromEditorJson(toEditorJson({ blocks }))).toEqual({ blocks });
      }),
    );
  });
});

/** Neighbouring runs of one style are one run: that is how a draft is kept. */
function joined(line: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of line) {
    const last = out.at(-1);
    if (last && 'text' in last && 'text' in inline && last.bold === inline.bold && last.href === inline.href)
      last.text += inline.text;
    else out.push({ ...inline });
  }
  return out;
}
