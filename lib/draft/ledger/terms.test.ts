import { describe, expect, it } from 'vitest';
import { agrees, findTerms } from './terms';

const named = (text: string) => findTerms(text).map(({ kind, name }) => `${kind}:${name}`);

describe('terms', () => {
  it.each([
    ['The grey one', ['colour:grey']],
    ['eine schwarze Jacke', ['colour:black']],
    ['la veste grise', ['colour:grey']],
    ['as botas vermelhas', ['colour:red']],
    ['Geschenkkarte oder PayPal', ['payment:gift card', 'payment:paypal']],
    ['gift_card_12 and credit_card_3', ['payment:gift card', 'payment:credit card']],
    ['from basic economy to economy', ['fare:basic economy', 'fare:economy']],
    ['Größe M, size XXL', ['size:m', 'size:xxl']],
  ])('are found in any language and the longer one wins: %s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it('are told by their neighbours', () => {
    expect(named('You are a silver member with a silver watch')).toEqual(['tier:silver', 'colour:silver']);
    expect(named('a grey member')).toEqual(['tier:grey']);
  });

  it.each([
    'within 5 business days',
    'on Black Friday',
    'in Green Street',
    "the customer's M",
    'a large parcel',
  ])('are no other words: %s', (text) => {
    expect(named(text)).toEqual([]);
  });

  it('stand where they are written, whatever folding does', () => {
    const text = 'Straße ist weiß.';
    const [term] = findTerms(text);
    expect(text.slice(term!.start, term!.end)).toBe('weiß');
  });

  it('agree with the broader word', () => {
    expect(agrees('visa', 'credit card')).toBe(true);
    expect(agrees('visa', 'mastercard')).toBe(false);
  });
});
