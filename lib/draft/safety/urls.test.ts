import { find } from 'linkifyjs';
import { describe, expect, it } from 'vitest';
import { findUrls } from './urls';

const texts = [
  'See https://haldenpike.com/returns, or haldenpike.com.',
  'www.haldenpike.co.uk/a?b=c#d and (https://haldenpike.com/a_(b)) too',
  'Visit HTTP://EVIL.COM/x! Or evil.com:8080/path.',
  '[label](https://haldenpike.de/rücksendung) <https://haldenpike.fr>',
  'mail nora@haldenpike.com or call; see haldenpike.com/contact?',
  'bücher.de and xn--bcher-kva.de and пример.рф',
  'Version 2.1.0, 5.Then, e.g. this, i.e. that, z.B. jenes, 24.12.2026, 1.299,90',
  '"https://quoted.org/x" and ‘https://single.org/y’',
  'a.b.c.d.example.net/deep/path/ ; ftp://files.example.org/z',
  'no address here, not even one...com',
];

describe('addresses in a text', () => {
  it.each(texts)('finds in %s what linkifyjs finds', (text) => {
    const theirs = find(text)
      .filter(({ type }) => type === 'url')
      .map(({ value }) => value);
    expect(findUrls(text).map(({ value }) => value)).toEqual(theirs);
  });

  it('leaves the marks of bold and italic outside', () => {
    const found = findUrls('**https://bold.com/x** _https://under.com/y_');
    expect(found.map(({ value }) => value)).toEqual(['https://bold.com/x', 'https://under.com/y']);
  });

  it('tells where they stand', () => {
    const text = 'Go to shop.com/a now';
    const [found] = findUrls(text);
    expect(text.slice(found?.start, found?.end)).toBe('shop.com/a');
  });
});
