import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPassages } from './passages';

const countWords = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;
const markdown = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '# Returns',
        '## Refunds ##',
        '### *Bold* [link](https://a.b)',
        '',
        '```',
        '- item',
        '1. step',
        '| a | b |',
      ),
      fc.lorem({ maxCount: 30 }),
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ maxLength: 300 }),
    ),
    { maxLength: 40 },
  )
  .map((lines) => lines.join('\n'));

describe('splitPassages', () => {
  it('gives spans in order that do not overlap, lie within the body and are not blank', () => {
    fc.assert(
      fc.property(markdown, (body) => {
        let last = 0;
        splitPassages(body).forEach(({ ordinal, start, end }, i) => {
          expect(ordinal).toBe(i);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(body.length);
          last = end;
        });
      }),
    );
  });

  it('loses no word of the text', () => {
    fc.assert(
      fc.property(markdown, (body) => {
        const kept = splitPassages(body)
          .map(({ start, end }) => body.slice(start, end))
          .join(' ');
        const words = (text: string) => text.match(/\p{L}{3,}/gu) ?? [];
        // Headings over nothing are no passage of their own.
        const withoutHeadings = body.replace(/^ {0,3}#{1,6}[ \t].*$/gmu, '');
        const keptWords = new Set(words(kept));
        for (const word of words(withoutHeadings)) expect(keptWords.has(word)).toBe(true);
      }),
    );
  });

  it('keeps to the length that can be read at a glance, whatever the paragraphs', () => {
    const sentence = 'The refund goes back to the card that paid for the order. ';
    const passages = splitPassages(sentence.repeat(200));
    for (const { start, end } of passages) {
      expect(countWords(sentence.repeat(200).slice(start, end))).toBeLessThanOrEqual(180);
    }
    expect(passages.length).toBeGreaterThan(10);
    expect(sentence.repeat(200).slice(passages[0]!.start, passages[0]!.end)).toMatch(/order\.$/);
  });

  it('starts a new passage at a heading once the section before can stand alone, and names the headings above', () => {
    const long = 'Every order may be sent back within thirty days of delivery. '.repeat(8);
    const body = `# Returns\n\n${long}\n\n## Exceptions\n\n${long}`;
    const [first, second] = splitPassages(body);
    expect(first?.headingPath).toEqual(['Returns']);
    expect(second?.headingPath).toEqual(['Returns', 'Exceptions']);
    expect(body.slice(second!.start, second!.end)).toMatch(/^## Exceptions/);
  });

  it('joins sections too short to stand alone', () => {
    expect(splitPassages('## A\n\nOne line.\n\n## B\n\nAnother line.')).toHaveLength(1);
  });

  it('makes each line of a list of phrases a passage', () => {
    const body = 'where is my order\ncan I track my parcel\nmy package is late\nstill not here';
    expect(splitPassages(body).map(({ start, end }) => body.slice(start, end))).toEqual(body.split('\n'));
  });

  it('does not take headings inside code for headings', () => {
    expect(splitPassages('```\n# not a heading\n```\ntext')[0]?.headingPath).toEqual([]);
  });

  it('cuts scripts without spaces and never inside a surrogate pair', () => {
    for (const body of ['返品は三十日以内に限ります'.repeat(400), '😀'.repeat(4_000)]) {
      for (const { start, end } of splitPassages(body)) {
        const piece = body.slice(start, end);
        expect(piece.length).toBeLessThanOrEqual(1_401);
        expect(piece.isWellFormed()).toBe(true);
      }
    }
  });

  it('splits an article of 5 MB', () => {
    const body = 'Delivery takes two days. Returns are free.\n\n'.repeat(115_000);
    expect(splitPassages(body).length).toBeGreaterThan(1_000);
  });
});
