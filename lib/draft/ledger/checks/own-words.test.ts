import { describe, expect, it } from 'vitest';
import { claimsOf } from '@/test/support/ledger-fixtures';

const marks = (text: string) =>
  claimsOf(text)
    .filter(({ reason }) => reason === 'opposite-in-draft')
    .map(({ text: words }) => words);

describe('a draft against itself', () => {
  it.each([
    ['I will not exchange the lamp. Please confirm that I may exchange it.', ['will not']],
    ['We cannot cancel it yet. Would you like us to cancel it?', ['cannot']],
  ])('is marked where it asks for leave to do what it will not do: %s', (text, expected) => {
    expect(marks(text)).toEqual(expected);
  });

  it.each([
    'I cannot cancel it. However, I can exchange it. Would you like to cancel the other one?',
    'I cannot cancel it. Would you like to keep it?',
    'They will not exchange the lamp. Please confirm that I may exchange it.',
    'I will exchange the lamp. Please confirm that I may exchange it.',
  ])('is left alone where it turns to something else: %s', (text) => {
    expect(marks(text)).toEqual([]);
  });
});
