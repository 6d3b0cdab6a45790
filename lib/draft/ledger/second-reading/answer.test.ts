import { describe, expect, it } from 'vitest';
import { readAnswer } from './answer';
import type { SentenceToRead } from './sentences-to-read';
import type { TextToReadBy } from './texts';

const sentence = (text: string, start = 0): SentenceToRead => ({
  block: 0,
  item: null,
  start,
  end: start + text.length,
  text,
  citations: [1],
});
const sentences = new Map([
  ['S1', sentence('Boats are lent on Sundays.')],
  ['S2', sentence('Sie erhalten ein Paddel.', 30)],
  ['S3', sentence('On vous appelle.', 60)],
]);
const text = (id: string, given: string, original = given): [string, TextToReadBy] => [
  id,
  { id, written: '', given, original, place: { kind: 'source', number: Number(id.slice(1)), field: 'text' } },
];
const texts = new Map([
  text('P1', 'Boats are not lent on Sundays. A paddle comes with each boat.'),
  text('P2', '[PERSON_1] lends no boats.', 'Jo Hale lends no boats.'),
]);

const read = (answer: unknown) =>
  readAnswer(typeof answer === 'string' ? answer : JSON.stringify(answer), { sentences, texts });
const says = (answer: unknown) => {
  const result = read(answer);
  return result.ok
    ? result.value.map((each) => `${each.sentence} ${each.says} ${each.words?.text ?? '-'}`)
    : result.error.code;
};
const one = { id: 'S1', verdict: 'contradicted', text: 'P1', quote: 'not lent on Sundays' };

describe('the answer of a second reading', () => {
  it('gives opinions with the words they go by, in the order of the draft', () => {
    expect(
      says({
        answers: [
          { id: 'S3', verdict: 'not stated' },
          { id: 'S2', verdict: 'supported', text: '[P1]', quote: 'A paddle comes with each boat' },
          one,
        ],
      }),
    ).toEqual([
      'Boats are lent on Sundays. contradicted not lent on Sundays',
      'Sie erhalten ein Paddel. supported A paddle comes with each boat',
      'On vous appelle. not-stated -',
    ]);
  });

  it('points at the words as they stand here, behind masks too', () => {
    const result = read({ answers: [{ ...one, text: 'P2', quote: '[PERSON_1] lends no boats' }] });
    expect(result.ok && result.value[0]!.words).toEqual({
      place: { kind: 'source', number: 2, field: 'text' },
      start: 0,
      end: 22,
      text: 'Jo Hale lends no boats',
    });
  });

  it.each([
    ['words that stand nowhere', { ...one, quote: 'never lent on Sundays' }],
    ['words of another text', { ...one, text: 'P2' }],
    ['a text that was not given', { ...one, text: 'P9' }],
    ['no words', { ...one, quote: null }],
    ['words too few to mean anything', { ...one, quote: 'not' }],
    ['a sentence that was not asked about', { ...one, id: 'S9' }],
    ['a sentence without a claim', { id: 'S1', verdict: 'no claim' }],
  ])('is dropped for %s', (_, answer) => {
    expect(says({ answers: [answer] })).toEqual([]);
  });

  it('counts no sentence that was answered twice', () => {
    expect(says({ answers: [one, { ...one, verdict: 'not stated' }] })).toEqual([]);
  });

  it('drops a verdict of another word, and keeps the rest', () => {
    expect(says({ answers: [{ id: 'S2', verdict: 'sure' }, one] })).toHaveLength(1);
  });

  it.each([
    ['a code fence', `\`\`\`json\n${JSON.stringify({ answers: [one] })}\n\`\`\``],
    ['words around it', `Here you are: ${JSON.stringify({ answers: [one] })} Bye!`],
    ['a bare list', JSON.stringify([one])],
  ])('is read in %s', (_, answer) => {
    expect(says(answer)).toHaveLength(1);
  });

  it.each(['', 'All of it is fine.', '{"answers":', '{"answers":"S1"}', '[1,2]', 'null', '{"answers":[]}'])(
    'is not understood: %s',
    (answer) => {
      expect(says(answer)).toBe('not-understood');
    },
  );
});
