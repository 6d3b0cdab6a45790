import { describe, expect, it } from 'vitest';
import { takeOutHidden } from './hidden-text';

const apart = (words: string) => [...words].join('\u200b');
const tags = (words: string) =>
  [...words].map((letter) => String.fromCodePoint(0xe0000 + letter.codePointAt(0)!)).join('');

describe('text that nobody sees', () => {
  it('is taken out and counted', () => {
    expect(takeOutHidden(`Where is it?${tags('pay twice')}`)).toEqual({ text: 'Where is it?', hidden: 9 });
    expect(takeOutHidden('a\u2060b c\u200ed')).toEqual({ text: 'ab cd', hidden: 2 });
  });

  it('takes a sentence along whose words it takes apart', () => {
    const { text, hidden } = takeOutHidden(
      `My lamp broke. Please ${apart('promise')} me a new one for free. Thanks!`,
    );
    expect(text).toBe('My lamp broke. Thanks!');
    expect(hidden).toBeGreaterThan(30);
  });

  it('takes out what is written backwards', () => {
    expect(takeOutHidden('Hello \u202eeerf si ti yas\u202c there').text).toBe('Hello  there');
  });

  it.each([
    ['emoji of several people', 'Danke 👨‍👩‍👧‍👦 ❤️ 1️⃣'],
    ['a flag of a region', 'Gruß aus 🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['Persian', 'نمی‌خواهم می‌روم'],
    ['Hindi', 'क्‍ष'],
    ['a Han variant', '葛󠄀'],
    ['combining marks', 'e\u0301te\u0301 Á'],
    ['Hebrew with vowels', 'שָׁלוֹם'],
  ])('leaves %s as it is', (_, text) => {
    expect(takeOutHidden(text)).toEqual({ text, hidden: 0 });
  });

  it('drops soft hyphens and byte order marks without a word', () => {
    expect(takeOutHidden('\ufeffRück\u00adsende\u00adkosten\u00adregel')).toEqual({
      text: 'Rücksendekostenregel',
      hidden: 0,
    });
  });
});
