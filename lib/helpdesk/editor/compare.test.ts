// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Placement } from '../contract';
import { textBlocks } from './blocks';
import { compareStructure, compareWords } from './compare';
import { parseHtml } from './html';

const draft =
  '<p>Hi Rosa,</p><p>it is <strong>on its way</strong>, see <a href="https://acme.example/t">tracking</a>.</p><ul><li>one</li><li>two</li></ul><p>Kim</p>';

function look(found: string, placement: Placement, before = '', payload = draft) {
  return compareStructure(parseHtml(found), {
    before: parseHtml(before),
    payload: parseHtml(payload),
    placement,
  });
}

describe('comparing the reply box with what was meant', () => {
  it('accepts the same structure whatever the editor made of it', () => {
    const found = draft
      .replaceAll('strong', 'b')
      .replaceAll('<p>', '<div>')
      .replaceAll('</p>', '</div>')
      .replace('<div>Kim', '<div><br></div><div>Kim');
    expect(look(found, 'replace')).toEqual({ isSame: true, arrived: 5, expected: 5 });
  });

  it.each([
    ['a paragraph is missing', draft.replace('<p>Kim</p>', '')],
    ['two paragraphs were joined', draft.replace('Rosa,</p><p>it', 'Rosa,it')],
    ['bold is gone', draft.replace('<strong>on its way</strong>', 'on its way')],
    ['the link leads elsewhere', draft.replace('/t"', '/x"')],
    ['the link is gone', draft.replace(/<a[^>]*>tracking<\/a>/, 'tracking')],
    [
      'the list became paragraphs',
      draft.replace('<ul><li>one</li><li>two</li></ul>', '<p>one</p><p>two</p>'),
    ],
    ['it arrived twice', draft + draft],
    ['the old text is still there', `<p>old</p>${draft}`],
    ['nothing arrived', ''],
  ])('refuses when %s', (_what, found) => {
    expect(look(found, 'replace').isSame).toBe(false);
  });

  it('takes a paragraph for a line break outside lists, and loses no word over it', () => {
    const signed = '<p>See <b>below</b>.</p><p>Kind regards,<br>Kim</p>';
    const parted = signed.replace('<br>', '</p><p>');
    expect(look(parted, 'replace', '', signed).isSame).toBe(true);
    expect(look(parted.replaceAll('b>', 'i>'), 'replace', '', signed).isSame).toBe(false);
    expect(look(parted.replace('regards,', 'regards, '), 'append', '', signed).isSame).toBe(true);
    expect(look(parted.replace('Kim', ''), 'replace', '', signed).isSame).toBe(false);
    const listed = '<ul><li>one<br>more</li></ul>';
    expect(look('<ul><li>one</li><li>more</li></ul>', 'replace', '', listed).isSame).toBe(false);
  });

  it('counts the paragraphs that arrived', () => {
    expect(look('<p>Hi Rosa,</p><p>Kim</p>', 'replace')).toEqual({ isSame: false, arrived: 2, expected: 5 });
  });

  it('wants appended text below all that stood there', () => {
    expect(look(`<p>old text</p>${draft}`, 'append', '<p>old text</p>').isSame).toBe(true);
    expect(look(`${draft}<p>old text</p>`, 'append', '<p>old text</p>').isSame).toBe(false);
    expect(look(draft.replace('Hi', 'old textHi'), 'append', '<p>old text</p>').isSame).toBe(false);
    expect(look(draft, 'append', '<p>old text</p>').isSame).toBe(false);
  });

  it('lets text at the caret join the words around it, and loses none of them', () => {
    const found = `<p>before Hi Rosa,</p>${draft.slice('<p>Hi Rosa,</p>'.length).replace('Kim</p>', 'Kim after</p>')}`;
    expect(look(found, 'caret', '<p>before after</p>').isSame).toBe(true);
    expect(look(found, 'caret', '<p>before and after</p>').isSame).toBe(false);
  });

  it('finds one line inside a line', () => {
    expect(
      look('<p>Dear Rosa, thank you.</p>', 'caret', '<p>Dear Rosa,</p>', '<p>thank you.</p>').isSame,
    ).toBe(true);
  });

  it('sees that the words arrived when only their look was lost', () => {
    const expectation = { before: [], payload: parseHtml(draft), placement: 'replace' as const };
    expect(
      compareWords(
        textBlocks('Hi Rosa,\n\nit is on its way, see tracking.\n\n- one\n- two\n\nKim'),
        expectation,
      ).isSame,
    ).toBe(true);
    expect(compareWords(textBlocks('Hi Rosa,\n\nit is on its way.'), expectation).isSame).toBe(false);
  });
});
