import { describe, expect, it } from 'vitest';
import type { ShownPassage } from './contract';
import { indexOf, testDocument } from './document-fixture';
import { explain } from './explain';

const common = Array.from({ length: 8 }, (_, i) =>
  testDocument({ articleId: `c${i}`, title: 'Orders', body: 'Your order is on its way.' }),
);
const index = indexOf([
  ...common,
  testDocument({ articleId: 'k', title: 'Kettles', body: 'A kettle carries a warranty.' }),
]);

function explained(passage: Partial<ShownPassage> & { asked: string }) {
  const shown = { title: '', headingPath: [], text: '', askedAs: [], locale: 'en', ...passage };
  const [first] = explain(index, { passages: [shown] });
  return { ...first!, marked: first!.marks.map(({ start, end }) => shown.text.slice(start, end)) };
}

describe('why a passage was found', () => {
  it('tells the same word from another form of it, as the customer and the article write them', () => {
    const { words } = explained({ asked: 'The Kettle was returned', title: 'Returns', text: 'A kettle.' });
    expect(words).toContainEqual({ said: 'Kettle', written: 'kettle', how: 'same', field: 'body' });
    expect(words).toContainEqual({ said: 'returned', written: 'Returns', how: 'form', field: 'title' });
  });

  it('names the same word where a field holds both it and another form', () => {
    const { words } = explained({ asked: 'my parcels', text: 'A parcel, two parcels, a parcel.' });
    expect(words).toEqual([{ said: 'parcels', written: 'parcels', how: 'same', field: 'body' }]);
  });

  it('knows a slip of the finger and a compound', () => {
    expect(explained({ asked: 'waranty', text: 'A warranty.' }).words).toEqual([
      { said: 'waranty', written: 'warranty', how: 'alike', field: 'body' },
    ]);
    expect(explained({ asked: 'ketlte', text: 'A kettle.' }).words[0]).toMatchObject({ how: 'alike' });
    const german = { askedLanguage: 'de', locale: 'de' };
    expect(
      explained({ asked: 'Welche Rückgabe?', text: 'Die Rückgabefrist endet.', ...german }).words,
    ).toEqual([{ said: 'Rückgabe', written: 'Rückgabefrist', how: 'alike', field: 'body' }]);
  });

  it('takes a word that is being typed for those that begin with it', () => {
    const typed = { asked: 'kettle warr', text: 'The warranty of a kettle.' };
    expect(explained(typed).marked).toEqual(['kettle']);
    expect(explained({ ...typed, unfinished: true }).marked).toEqual(['warranty', 'kettle']);
    expect(explained({ asked: 'warr kettle', text: 'A warranty.', unfinished: true }).marked).toEqual([]);
  });

  it('leaves a word alike unsaid beside the word itself, and words with little in common always', () => {
    const { words } = explained({ asked: 'my order', text: 'An order at the border, in other corners.' });
    expect(words).toEqual([{ said: 'order', written: 'order', how: 'same', field: 'body' }]);
    expect(explained({ asked: 'live', text: 'We deliver.' }).words).toEqual([]);
  });

  it('names every place: title, headings above and within the text, the text, questions answered before', () => {
    const { words } = explained({
      asked: 'kettle',
      title: 'Kettle care',
      headingPath: ['Kettle'],
      text: 'Descale the kettle.',
      askedAs: ['why does my kettle hum'],
    });
    expect(words.map(({ field }) => field)).toEqual(['title', 'heading', 'body', 'askedAs']);
    const { words: within, marked } = explained({ asked: 'kettle', text: '## My kettle\n\nDescale it.' });
    expect(within.map(({ field }) => field)).toEqual(['heading']);
    expect(marked).toEqual(['kettle']);
  });

  it('puts rare words first, and says no more than a dozen', () => {
    const { words } = explained({ asked: 'the order of a kettle', text: 'Order a kettle.' });
    expect(words.map(({ said }) => said)).toEqual(['kettle', 'order']);
    const many = Array.from({ length: 30 }, (_, i) => `gadget${i}`).join(' ');
    expect(explained({ asked: many, text: many }).words).toHaveLength(12);
  });

  it('passes over small words, greetings and signatures', () => {
    const asked = 'Hello,\n\nwhere is the kettle?\n\nBest regards,\nWarranty Smith';
    const { words } = explained({ asked, text: 'Hello. The warranty of the kettle.' });
    expect(words.map(({ said }) => said)).toEqual(['kettle']);
    expect(explained({ asked: '2 lamps', text: '1. A box. 2. A kettle.' }).words).toEqual([]);
  });

  it('marks the words where they stand, a code once', () => {
    const { marked } = explained({ asked: 'kettle SKU-1042', text: 'Two Kettles: SKU-1042 and sku-1043.' });
    expect(marked).toEqual(['Kettles', 'SKU-1042', 'sku']);
  });

  it('says nothing of a passage that shares no word', () => {
    expect(explained({ asked: 'piano', title: 'Lamps', text: 'They glow.' })).toMatchObject({
      words: [],
      marks: [],
    });
  });
});
