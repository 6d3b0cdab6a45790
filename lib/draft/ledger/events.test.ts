import { describe, expect, it } from 'vitest';
import { anOrder } from '@/test/support/draft-fixtures';
import { claimsOf } from '@/test/support/ledger-fixtures';

describe('actions said to be done', () => {
  it.each([
    ['The money has been refunded.', { booking: 'B-1', payments: [{ amount: 80 }, { amount: -80 }] }],
    ['The money has been refunded.', { payments: [{ type: 'refund', amount: 80 }] }],
    ['Die Buchung wurde storniert.', { booking: 'B-1', status: 'cancelled' }],
    ['A sua reserva foi cancelada.', { booking: 'B-1', state: 'Cancelled by rider' }],
    ['It has been shipped.', { parcels: [{ tracking_id: '99120034' }] }],
    ['We have changed your plan.', { plan: 'P-2', status: 'active (plan changed)' }],
  ])('are known from facts: %s', (text, fact) => {
    expect(claimsOf(text, { facts: [fact] })[0]).toMatchObject({
      state: 'ticket',
      from: 'order',
      evidence: { place: { kind: 'fact', index: 0 } },
    });
  });

  it.each([
    ['It has been shipped.', { status: 'not shipped' }],
    ['It has been shipped.', { status: 'unfulfilled' }],
    ['The money has been refunded.', { payments: [{ amount: 80 }] }],
    ['Your order has been cancelled.', { status: 'delivered' }],
  ])('are not known from what denies them or tells of something else: %s', (text, fact) => {
    expect(claimsOf(text, { facts: [fact] })[0]).toMatchObject({ reason: 'action-not-in-ticket' });
  });

  it('must be shown by the thing that the draft names', () => {
    const facts = [
      { booking: 'KQ7-20', status: 'cancelled' },
      { booking: 'KQ7-31', status: 'open' },
    ];
    const stateOf = (text: string) =>
      claimsOf(text, { facts }).find(({ id }) => id.startsWith('action'))?.state;
    expect(stateOf('Booking KQ7-20 has been cancelled.')).toBe('ticket');
    expect(stateOf('Booking KQ7-31 has been cancelled.')).toBe('no-source');
  });

  it('are known from what a tool answered in words, and from an earlier message', () => {
    expect(
      claimsOf('I have issued a €25 voucher.', {
        facts: ['Voucher V-77 added to the account, amount 25.'],
      })[1],
    ).toMatchObject({ state: 'ticket' });
    expect(
      claimsOf('Your order has been cancelled.', { agent: 'I have cancelled it just now.' })[0],
    ).toMatchObject({ state: 'ticket', from: 'message', evidence: { text: 'I have cancelled' } });
  });

  it('are known from the order of the ticket', () => {
    const refunds = [{ at: '2026-11-20', amount: '59.90', note: null }];
    expect(claimsOf('We have refunded you.', { orders: [anOrder({ refunds })] })[0]).toMatchObject({
      state: 'ticket',
    });
  });
});

describe('the end of an id', () => {
  const facts = [{ pay: 'card_55120417' }];
  it.each([
    'your card ending in 0417',
    'Ihre Karte mit den letzten vier Ziffern 0417',
    'carte se terminant par 0417',
  ])('names it: %s', (text) => {
    expect(claimsOf(`We use ${text}.`, { facts })[0]).toMatchObject({ state: 'ticket', text: '0417' });
    expect(claimsOf(`We use ${text}.`.replace('0417', '0418'), { facts })[0]).toMatchObject({
      state: 'no-source',
    });
  });
});
