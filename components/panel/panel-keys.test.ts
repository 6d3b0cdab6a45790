import { describe, expect, it } from 'vitest';
import { actionLetters, panelKeyOf, panelKeys, settleKeys } from './panel-keys';

const press = (key: string, over = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...over,
});

describe('the panel keys', () => {
  it.each([
    ['Ctrl Enter', press('Enter', { ctrlKey: true }), 'insert'],
    ['Ctrl Shift Enter', press('Enter', { ctrlKey: true, shiftKey: true }), 'insertWhere'],
    ['F8', press('F8'), 'nextClaim'],
    ['Shift F8', press('F8', { shiftKey: true }), 'previousClaim'],
    ['Ctrl .', press('.', { ctrlKey: true }), 'evidence'],
    [
      'Ctrl / on a German keyboard, where it needs Shift',
      press('/', { ctrlKey: true, shiftKey: true }),
      'changeField',
    ],
    ['Ctrl K', press('k', { ctrlKey: true }), 'allActions'],
    ['Esc', press('Escape'), 'back'],
    ['Enter alone', press('Enter'), null],
    ['Ctrl Alt Enter, other people’s family', press('Enter', { ctrlKey: true, altKey: true }), null],
    ['k alone', press('k'), null],
  ])('%s', (_name, key, id) => {
    expect(panelKeyOf(key, false)).toBe(id);
  });

  it('takes the command key for Ctrl on a Mac, and leaves Ctrl alone there', () => {
    expect(panelKeyOf(press('Enter', { metaKey: true }), true)).toBe('insert');
    expect(panelKeyOf(press('Enter', { ctrlKey: true }), true)).toBeNull();
  });

  it.each([
    ['the panel', panelKeys.map((each) => each.keys)],
    ['all actions', actionLetters.map((each) => each.letter)],
    ['settling', settleKeys.map((each) => each.keys)],
  ])('gives each key of %s one meaning', (_name, keys) => {
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('leaves Alt with a letter, Ctrl Alt and Ctrl Shift with a letter to browsers and helpdesks', () => {
    expect(panelKeys.filter(({ keys }) => /Alt|Ctrl\+Shift\+[A-Z]$/.test(keys))).toEqual([]);
  });
});
