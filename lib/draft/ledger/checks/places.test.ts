import { describe, expect, it } from 'vitest';
import { claimsOf } from '@/test/support/ledger-fixtures';

const trips = [
  {
    trip: 'TR-4401',
    origin: 'BGO',
    destination: 'OSL',
    legs: [
      { leg: 'L-11', from: 'BGO', to: 'SVG' },
      { leg: 'L-12', from: 'SVG', to: 'OSL' },
    ],
  },
  { trip: 'TR-4402', origin: 'CPH', destination: 'HEL' },
  { user: 'U-1', address: { town: 'Bergen', region: 'VL' } },
];
const marked = (text: string, customer?: string) =>
  claimsOf(text, { facts: trips, ...(customer !== undefined && { customer }) })
    .filter(({ state }) => state !== 'ticket')
    .map((claim) => claim.text);

describe('places', () => {
  it.each([
    ['You go from BGO to OSL via SVG.', []],
    ['You go from BGO to ARN.', ['ARN']],
    ['Sie fahren von BGO nach HEL.', ['HEL']],
    ['De BGO à CPH.', ['CPH']],
    ['TR-4402 goes from BGO to OSL.', ['OSL']],
    ['Your town is Bergen, VL.', []],
    ['It goes to Tromso, VL.', ['Tromso']],
    ['The DOB and the USB charger (LED) are noted.', []],
  ])('are those of a known way: %s', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  it('stand beside their own code', () => {
    expect(marked('From Bergen (OSL) you go on.', 'I start in Bergen (BGO).')).toEqual(['OSL']);
    expect(claimsOf('From Bergen (BGO) to Stavanger (BGO).', { facts: trips })).toContainEqual(
      expect.objectContaining({ reason: 'opposite-in-draft' }),
    );
  });

  it('may be asked for', () => {
    expect(marked('I found no trip from SVG to CPH.', 'Is there one from SVG to CPH?')).toEqual([]);
  });
});
