import { describe, expect, it, vi } from 'vitest';
import { aSource } from '@/test/support/draft-fixtures';
import { whyRows } from './why-words';

vi.mock('#i18n', () => import('@/test/support/i18n'));

describe('why a source is here, in words', () => {
  it('has a row a place, the same words first', () => {
    const source = aSource({
      found: [
        { said: 'waranty', written: 'warranty', how: 'alike', field: 'body' },
        { said: 'returned', written: 'returns', how: 'form', field: 'body' },
        { said: 'kettle', written: 'Kettle', how: 'same', field: 'title' },
        { said: 'kettle', written: 'kettle', how: 'same', field: 'body' },
        { said: 'hum', written: 'hum', how: 'same', field: 'askedAs' },
      ],
      isNear: true,
    });
    expect(whyRows(source)).toEqual({
      intro: null,
      rows: [
        { place: 'In the title', words: 'Kettle' },
        { place: 'In the text', words: 'kettle, “returned” as “returns”, “waranty” much like “warranty”' },
        { place: 'Asked before', words: 'hum' },
        { place: 'In meaning', words: 'Near to the question' },
      ],
    });
  });

  it('shows the words of articles alone where the customer said it otherwise', () => {
    const found = [{ said: 'exchange', written: 'Exchanges', how: 'form', field: 'title' }] as const;
    expect(whyRows(aSource({ found, byMatter: true }))).toEqual({
      intro: 'By what the ticket is about, in the words of articles.',
      rows: [{ place: 'In the title', words: 'Exchanges' }],
    });
  });

  it('says so when no word tells, and when it was pinned and not found', () => {
    expect(whyRows(aSource({ found: [] }))).toEqual({
      intro: 'No single word of the ticket explains it.',
      rows: [],
    });
    expect(whyRows(aSource({ pinned: true })).intro).toBe('You pinned it. The search did not offer it.');
  });
});
