import { describe, expect, it } from 'vitest';
import { anOrder } from '@/test/support/draft-fixtures';
import { claimsOf } from '@/test/support/ledger-fixtures';

const lines = anOrder({
  total: '91.65',
  items: [
    { title: 'Kettle', variant: null, sku: 'K-1', quantity: 1, price: '31.20' },
    { title: 'Tray', variant: null, sku: 'T-1', quantity: 1, price: '18.45' },
    { title: 'Stove', variant: null, sku: 'S-1', quantity: 1, price: '42.00' },
  ],
});
const stateOf = (text: string, facts: readonly unknown[] = [], last = -1) =>
  claimsOf(text, { orders: [lines], facts }).at(last)?.state;

describe('reckoned amounts', () => {
  it.each([
    'You get €49.65 in total for the kettle and the tray.',
    'Insgesamt erstatten wir 49,65 €.',
    'Au total, cela fait 73,20 €.',
    'En total son 60,45 €.',
  ])('are sums of lines of one order, where the sentence says so: %s', (text) => {
    expect(stateOf(text)).toBe('ticket');
  });

  it('are no sums without a word for it, and no sums of anything', () => {
    expect(stateOf('The kettle was €49.65.')).toBe('no-source');
    expect(stateOf('The total is €50.65.')).toBe('no-source');
  });

  it.each([
    'The kettle was €31.20 and the tray €18.45, a difference of €12.75.',
    'Der Kessel kostete 31,20 €, das Tablett 18,45 €: der Unterschied ist 12,75 €.',
    'La bouilloire coûtait 31,20 €, le plateau 18,45 €, la différence est de 12,75 €.',
  ])('are differences of amounts that the draft states: %s', (text) => {
    expect(stateOf(text)).toBe('ticket');
    expect(stateOf(text.replace(/12(?=.75)/u, '13'))).toBe('no-source');
  });

  it('are differences of two prices of one product, not of two products', () => {
    const product = (name: string, prices: number[]) => ({
      name,
      variants: prices.map((price, index) => ({ variant: `${name}-${index}`, price })),
    });
    const facts = [product('Tent', [310.4, 288.15]), product('Mat', [61.37, 12])];
    expect(stateOf('The green one is $22.25 less than the grey one.', facts)).toBe('ticket');
    expect(stateOf('The green one is $249.03 less than the grey one.', facts)).toBe('no-source');
  });

  it('are products of a count of the draft and a figure of a cited passage', () => {
    const sources = ['Each rider may bring 2 bags.'];
    const one = (text: string) =>
      claimsOf(text, { sources }).find(({ text: words }) => words === '6' || words === '7');
    expect(one('For three riders this makes a total of 6 bags.[1]')?.state).toBe('ticket');
    expect(one('For three riders this makes a total of 7 bags.[1]')?.state).toBe('no-source');
  });
});
