import { describe, expect, it } from 'vitest';
import { indexOf, testDocument } from './document-fixture';
import { queryLanguage } from './query-language';
import { search } from './search';
import { createIndex } from './search-index';

const built = (...documents: Parameters<typeof testDocument>[0][]) => indexOf(documents.map(testDocument));

const english = [
  'Kettles are descaled with vinegar once a month.',
  'Lids are replaced within the warranty.',
  'Orders leave the warehouse on the next working day.',
].map((body, i) => ({ articleId: `en${i}`, locale: 'en', body }));
const german = { articleId: 'de', locale: 'de', body: 'Die Bestellung verlässt das Lager am nächsten Tag.' };
const italian = { articleId: 'it', locale: 'it', body: 'La garanzia dura due anni.' };

describe('queryLanguage', () => {
  it('takes the language that was named', () => {
    expect(queryLanguage(built(...english), { text: 'kettle', language: 'de-AT' })).toBe('de');
  });

  it('orders the languages of the base by their articles', () => {
    expect(built(german, ...english).languages).toEqual(['en', 'de']);
    expect(built(german).languages).toEqual(['de']);
  });

  it('reads a question in the language of few articles', () => {
    const index = built(...english, german);
    expect(queryLanguage(index, { text: 'Wann verlässt meine Bestellung das Lager?' })).toBe('de');
    expect(queryLanguage(index, { text: 'When do orders leave the warehouse?' })).toBe('en');
  });

  it.each([
    'Waranty lds replaced descalled kettls vinagar',
    'Learrn descaled kettless vinegaar monthh',
    'lidds inn thee waranty replacced',
  ])('keeps to the commonest language where typos look foreign: %s', (text) => {
    expect(queryLanguage(built(...english, german, italian), { text })).toBe('en');
  });

  it('finds by stems although the question looks foreign', () => {
    const found = search(built(...english, german, italian), {
      text: 'descaling kettel vinegarr mont',
      limit: 3,
    });
    expect(found.hits[0]?.articleId).toBe('en0');
  });

  it('answers for an empty base and an empty text', () => {
    expect(queryLanguage(createIndex([]), { text: '' })).toBe('en');
    expect(queryLanguage(built(german), { text: '' })).toBe('de');
  });
});
