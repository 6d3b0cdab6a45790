import { describe, expect, it } from 'vitest';
import { anOrder } from '@/test/support/draft-fixtures';
import { claimsOf } from '@/test/support/ledger-fixtures';

const facts = [
  {
    booking: 'RB-2207',
    status: 'delivered',
    trip_type: 'one_way',
    fare: 'economy',
    refundable: true,
    total: 84.5,
    riders: [{ n: 'A' }, { n: 'B' }],
  },
  { account: 'AC-9', membership: 'gold' },
];
const denied = (text: string, known: Parameters<typeof claimsOf>[1] = { facts }) =>
  claimsOf(text, known).find(({ id }) => id.startsWith('denial:'));

describe('denials', () => {
  it.each([
    ['Booking RB-2207 is not delivered.', 'delivered'],
    ['Booking RB-2207 is not a one way trip.', 'one_way'],
    ['RB-2207 is not refundable.', 'true'],
    ['RB-2207 is not booked in economy.', 'economy'],
    ['You are not a gold member.', 'gold'],
    ['The total is not €84.50.', '84.5'],
    ['For RB-2207 there are not two riders.', 'B'],
    ['RB-2207 ist nicht delivered.', 'delivered'],
  ])('of what a record shows are contradicted: %s', (text, against) => {
    expect(denied(text)).toMatchObject({
      state: 'contradicted',
      reason: 'opposite-of-evidence',
      against: { text: against },
    });
  });

  it.each([
    'RB-2207 is not cancelled.',
    'You are not a silver member.',
    'The total is not €84.50 but €90.',
    'RB-2207 has not only been delivered.',
    'There are not three riders in RB-2207.',
    'RB-2207 is not transferable.',
  ])('of anything else are left alone: %s', (text) => {
    expect(denied(text)).toBeUndefined();
  });

  it.each([
    'Your order has not been cancelled.',
    'Die Bestellung wurde nicht storniert.',
    "La commande n'a pas été annulée.",
    'A encomenda não foi cancelada.',
  ])('of an event that the order shows are contradicted: %s', (text) => {
    const order = anOrder({ cancelledAt: '2026-11-20T10:00:00Z' });
    expect(denied(text, { orders: [order] })).toMatchObject({ reason: 'opposite-of-evidence' });
    expect(denied(text, { orders: [anOrder()] })).toBeUndefined();
  });

  const passage =
    'After the return you receive an email with the label for the parcel. Gift cards cannot be returned.';
  it('of what a cited passage promises are contradicted, with the sentence that does', () => {
    expect(
      denied('You will not receive an email with the label for your return.[1]', { sources: [passage] }),
    ).toMatchObject({
      against: {
        place: { kind: 'source', number: 1 },
        start: 0,
        text: 'After the return you receive an email with the label for the parcel.',
      },
    });
    expect(denied('Gift cards cannot be returned.[1]', { sources: [passage] })).toBeUndefined();
  });

  it('of what holds on a condition are left alone', () => {
    const sources = ['An opened tent can be returned only if the seal is intact.'];
    expect(denied('An opened tent cannot be returned without the seal.[1]', { sources })).toBeUndefined();
  });

  it.each([
    'Here are not your bookings:\n\n- RB-2207',
    'The cheapest one is not:\n\n- RB-2207',
    'Hier sind nicht die Buchungen:\n\n- RB-2207',
  ])('of the list below them make no sense: %s', (text) => {
    expect(denied(text)).toMatchObject({ reason: 'opposite-in-draft' });
  });

  it('of details that the thing has are contradicted', () => {
    const known = { facts: [{ order: 'OR-5512', street: '12 Quay Road', zip: '5003' }] };
    expect(denied('OR-5512 has not been moved to:\n\n- 12 Quay Road\n- 5003', known)).toMatchObject({
      reason: 'opposite-of-evidence',
    });
    expect(denied('We cannot send to the following places:\n\n- 12 Quay Road', known)).toBeUndefined();
  });
});
