import { describe, expect, it } from 'vitest';
import { toPlainPassage } from './plain-passage';

describe('a passage as a reader sees it', () => {
  it('shows words without the marks of Markdown', () => {
    const { text } = toPlainPassage(
      '## State\n\n- An *opened* box is **fine**.\n- See [the form](https://a.example/f).',
      [],
    );
    expect(text).toBe('State\n\n• An opened box is fine.\n• See the form.');
  });

  it('moves the marked ranges with the words', () => {
    const markdown = '## Costs\n\nThe label costs **£3.95** in the *UK* only.';
    const wanted = ['£3.95', 'UK'].map((word) => ({
      start: markdown.indexOf(word),
      end: markdown.indexOf(word) + word.length,
    }));
    const { text, ranges } = toPlainPassage(markdown, wanted);
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['£3.95', 'UK']);
  });

  it('reads tables line by line, cell by cell', () => {
    const markdown =
      'Paid back:\n\n| Means | Time |\n| :--- | --- |\n| Card | **3** days |\n| PayPal | the same day |';
    const range = { start: markdown.indexOf('PayPal'), end: markdown.indexOf('PayPal') + 6 };
    const { text, ranges } = toPlainPassage(markdown, [range]);
    expect(text).toBe('Paid back:\n\nMeans · Time\nCard · 3 days\nPayPal · the same day');
    expect(text.slice(ranges[0]!.start, ranges[0]!.end)).toBe('PayPal');
  });

  it('leaves stars and underscores alone that are no marks', () => {
    expect(toPlainPassage('5 * 3 and snake_case, 2 - 1 and a | b', []).text).toBe(
      '5 * 3 and snake_case, 2 - 1 and a | b',
    );
  });
});
