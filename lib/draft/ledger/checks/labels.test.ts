import { describe, expect, it } from 'vitest';
import { claimsOf } from '@/test/support/ledger-fixtures';

const trip = {
  trip: 'TR-4401',
  origin: 'BGO',
  destination: 'OSL',
  created_at: '2026-03-02T08:00:00',
  spare_seats: 3,
  seat: { colour: 'blue' },
  riders: [{ name: 'A' }, { name: 'B' }],
};
const about = (line: string) =>
  claimsOf(`Trip TR-4401:\n\n- ${line}`, { facts: [trip, { trip: 'TR-9', origin: 'SVG', spare_seats: 5 }] });
const against = (line: string) => about(line).find(({ state }) => state === 'contradicted')?.against?.text;

describe('labelled lines', () => {
  it.each([
    ['Origin: BGO', undefined],
    ['Origin: SVG', 'BGO'],
    ['Spare seats: 3', undefined],
    ['Spare seats: 5', '3'],
    ['Created at: 2 March 2026', undefined],
    ['**Created at:** 4 March 2026', '2026-03-02T08:00:00'],
    ['Seat colour: Blau', undefined],
    ['Seat colour: Red', 'blue'],
    ['New seat colour: Red', undefined],
    ['Riders: 2', undefined],
    ['Riders: 3', 'B'],
  ])('show what the field holds: %s', (line, expected) => {
    expect(against(line)).toBe(expected);
  });

  it('believe a thing that the same list names later', () => {
    const lines = claimsOf('TR-4401 or:\n\n- Origin: SVG\n- Trip: TR-9', {
      facts: [trip, { trip: 'TR-9', origin: 'SVG' }],
    });
    expect(lines.filter(({ state }) => state === 'contradicted')).toEqual([]);
  });
});

describe('counts', () => {
  it.each([
    ['Trip TR-4401 has two riders.', undefined],
    ['Trip TR-4401 includes only 3 riders.', '3'],
    ['Trip TR-4401 hat drei riders.', 'drei'],
  ])('are those of the list: %s', (text, expected) => {
    const found = claimsOf(text, { facts: [trip] }).find(({ reason }) => reason === 'name-of-another');
    expect(found?.text).toBe(expected);
  });
});
