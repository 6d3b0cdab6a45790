import { describe, expect, it } from 'vitest';
import { anOrder } from '@/test/support/draft-fixtures';
import { claimsOf } from '@/test/support/ledger-fixtures';

const order = anOrder({
  items: [
    { title: 'Halo lamp', variant: 'Black', sku: 'HL-204', quantity: 1, price: '54.00' },
    { title: 'Drift chair', variant: 'Green', sku: 'DC-310', quantity: 1, price: '189.00' },
  ],
});
const account = {
  account: 'AC-9',
  membership: 'gold',
  ways: {
    card_771: { source: 'credit_card', brand: 'visa', last: '4410' },
    gift_5: { source: 'gift_card', balance: 35 },
  },
};
const ride = {
  booking: 'RB-2207',
  fare: 'basic_economy',
  paid: [{ payment_id: 'paypal_55102', amount: 120 }],
};
const nameIn = (text: string, known: Parameters<typeof claimsOf>[1]) =>
  claimsOf(text, known).find(({ id }) => id.startsWith('name:'));

describe('colours, fares, tiers and ways of paying', () => {
  it.each([
    'The Halo lamp in your order is black.',
    'Die Halo lamp ist schwarz.',
    'La Halo lamp est noire.',
    'Your Drift chair is green and costs €189.00.',
  ])('stand on the order line: %s', (text) => {
    expect(nameIn(text, { orders: [order] })).toMatchObject({
      state: 'ticket',
      from: 'order',
      evidence: { place: { kind: 'order', name: 'HP-1042' } },
    });
  });

  it.each([
    ['The Halo lamp in your order is green.', 'Black'],
    ['Die Halo lamp ist weiß.', 'Black'],
    ['La Halo lamp est verte.', 'Black'],
    ['Item DC-310 in black', 'Green'],
  ])('are contradicted by the line they are said of: %s', (text, against) => {
    expect(nameIn(text, { orders: [order] })).toMatchObject({
      state: 'contradicted',
      reason: 'name-of-another',
      against: { text: against },
    });
  });

  it('are contradicted by the fact that names the booking, whatever policies tell', () => {
    const known = { facts: [ride], sources: ['Business class may be changed at any time.'] };
    expect(nameIn('Your booking RB-2207 is in business class.[1]', known)).toMatchObject({
      reason: 'name-of-another',
      against: { text: 'basic_economy' },
    });
    expect(nameIn('Your booking RB-2207 is in basic economy.[1]', known)).toMatchObject({ state: 'ticket' });
    expect(nameIn('Business class may be changed at any time.[1]', known)).toBeUndefined();
  });

  it('are contradicted by the account that a number ends', () => {
    expect(nameIn('We use your Visa ending in 4410.', { facts: [account] })).toMatchObject({
      state: 'ticket',
    });
    expect(nameIn('We use your PayPal ending in 4410.', { facts: [account] })).toMatchObject({
      reason: 'name-of-another',
    });
  });

  it('know how it was paid, and believe a wish for another way', () => {
    const facts = [ride, account];
    expect(nameIn('RB-2207 goes back to your original payment method (gift card).', { facts })).toMatchObject(
      {
        reason: 'name-of-another',
        against: { text: 'paypal' },
      },
    );
    expect(
      nameIn('The refund for RB-2207 is on your gift card.', { facts, customer: 'Please use my gift card.' }),
    ).toBeUndefined();
  });

  it.each(['Your Klarna balance is used.', 'Ihr Klarna Konto wird belastet.'])(
    'must be the customer’s own where they are said to be: %s',
    (text) => {
      expect(nameIn(`${text}[1]`, { facts: [account], sources: ['We take Klarna.'] })).toMatchObject({
        state: 'no-source',
        reason: 'name-not-known',
      });
    },
  );

  it('may be changed into what was asked for, not into something else', () => {
    const known = {
      facts: [ride],
      customer: 'Can I go to economy?',
      sources: ['Economy or business class.'],
    };
    expect(nameIn('I can upgrade RB-2207 to economy.[1]', known)).toBeUndefined();
    expect(nameIn('I can upgrade RB-2207 to business class.[1]', known)).toMatchObject({
      reason: 'name-not-known',
    });
    expect(nameIn('I change RB-2207 from business class to economy.', known)).toMatchObject({
      reason: 'name-of-another',
    });
    expect(claimsOf('I change RB-2207 from economy to economy.', known)).toContainEqual(
      expect.objectContaining({ reason: 'opposite-in-draft' }),
    );
  });

  it('are nobody’s business where nothing known has any', () => {
    expect(nameIn('The blue one is fine.', { facts: [{ id: 'A-1' }] })).toBeUndefined();
  });
});
