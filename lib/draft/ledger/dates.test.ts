import { describe, expect, it } from 'vitest';
import { claimsOf } from '@/test/support/ledger-fixtures';

const facts = [
  { trip: 'TR-4401', origin: 'BGO', destination: 'OSL', date: '2026-03-14' },
  { trip: 'TR-4402', origin: 'CPH', destination: 'HEL', date: '2026-04-02' },
];
const dayIn = (text: string, customer?: string) =>
  claimsOf(text, { facts, ...(customer !== undefined && { customer }) }).find(({ id }) =>
    id.startsWith('date:'),
  );

describe('days', () => {
  it.each([
    'TR-4401 leaves on 14 March 2026.',
    'TR-4401 fährt am 14.03.2026.',
    'From BGO to OSL on March 14.',
    'From BGO to OSL on March 14, and from CPH to HEL on April 2.',
    'The next one leaves on 2 April 2026.',
  ])('stand in the thing they are said of: %s', (text) => {
    expect(dayIn(text)).toMatchObject({ state: 'ticket' });
  });

  it.each(['TR-4401 leaves on 2 April 2026.', 'TR-4401 fährt am 02.04.2026.', 'From BGO to OSL on April 2.'])(
    'of another thing contradict: %s',
    (text) => {
      expect(dayIn(text)).toMatchObject({ reason: 'name-of-another', against: { text: '2026-03-14' } });
    },
  );

  it('may be what the customer wrote, and are that when they are asked back', () => {
    expect(dayIn('TR-4401 leaves on 2 April 2026.', 'Is it on 2 April 2026?')).toMatchObject({
      state: 'ticket',
    });
    expect(
      dayIn('Which trip did you mean that you booked on April 2?', 'I booked one on 8 April.'),
    ).toMatchObject({
      against: { text: '8 April' },
    });
    expect(dayIn('Would you like to go on April 2?', 'I booked one on 8 April.')).toMatchObject({
      state: 'ticket',
    });
  });
});
