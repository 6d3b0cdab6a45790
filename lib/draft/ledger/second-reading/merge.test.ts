import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim, ClaimState } from '@/lib/draft/claim';
import { parseReply } from '@/lib/draft/reply/parse-reply';
import { stillStanding, withOpinions } from './merge';
import type { Opinion } from './opinion';

const words = {
  place: { kind: 'source', number: 2, field: 'text' },
  start: 4,
  end: 12,
  text: 'not lent',
} as const;
const claim = (change: Partial<Claim> = {}): Claim => ({
  id: 'money:EUR:5',
  block: 0,
  item: null,
  start: 8,
  end: 14,
  text: 'a figure',
  state: 'sourced',
  citations: [1],
  from: null,
  reason: null,
  ...change,
});
const opinion = (change: Partial<Opinion> = {}): Opinion => ({
  block: 0,
  item: null,
  start: 0,
  end: 20,
  sentence: 'Boats are lent here.',
  says: 'contradicted',
  words,
  ...change,
});

describe('claims with a second reading', () => {
  it('get a mark where none stands, with the words against it', () => {
    const [sourced, doubted] = withOpinions([claim()], [opinion()]);
    expect(sourced).toEqual(claim());
    expect(doubted).toMatchObject({
      id: 'doubt:boats are lent here',
      state: 'doubted',
      start: 0,
      end: 20,
      citations: [2],
      opinion: { says: 'contradicted', words },
    });
    expect(withOpinions([], [opinion({ says: 'not-stated', words: null })])).toHaveLength(1);
  });

  it('get a note and no second mark where one stands', () => {
    const marked = claim({ state: 'no-source', reason: 'no-citation' });
    expect(withOpinions([marked], [opinion({ says: 'supported' })])).toEqual([
      { ...marked, opinion: { says: 'supported', words } },
    ]);
  });

  it('stay as they are where the model agrees, or speaks of another line', () => {
    expect(withOpinions([claim()], [opinion({ says: 'supported' })])).toEqual([claim()]);
    const elsewhere = claim({ state: 'contradicted', item: 1 });
    expect(withOpinions([elsewhere], [opinion({ says: 'supported' })])).toEqual([elsewhere]);
  });

  it('are told apart where a sentence stands twice', () => {
    const ids = withOpinions([], [opinion(), opinion({ block: 1 })]).map(({ id }) => id);
    expect(ids).toEqual(['doubt:boats are lent here', 'doubt:boats are lent here~2']);
  });

  const place = { block: fc.nat(2), item: fc.option(fc.nat(1)), start: fc.nat(40), end: fc.nat(60) };
  const claims = fc.array(
    fc.record({
      ...place,
      state: fc.constantFrom<ClaimState>('sourced', 'ticket', 'no-source', 'contradicted', 'kept'),
      reason: fc.constantFrom(null, 'no-citation', 'opposite-of-evidence'),
    }),
  );
  const opinions = fc.array(
    fc.record({
      ...place,
      sentence: fc.constantFrom('Boats are lent.', 'Sie zahlen nichts.', 'On ne paie pas.'),
      says: fc.constantFrom('supported', 'contradicted', 'not-stated'),
      words: fc.constantFrom(words, null),
    }),
  );

  it('lose nothing and soften nothing, whatever the model says', () => {
    void fc.assert(
      fc.property(claims, opinions, (places, said) => {
        const before = places.map((change, index) => claim({ ...change, id: `c${index}` } as Partial<Claim>));
        const after = withOpinions(before, said as Opinion[]);
        const kept = after.slice(0, before.length).map(({ opinion: _, ...rest }) => rest);
        expect(kept).toEqual(before);
        const added = after.slice(before.length);
        expect(added.every(({ state }) => state === 'doubted')).toBe(true);
        expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
      }),
      { numRuns: 400 },
    );
  });
});

describe('an opinion', () => {
  const documentOf = (text: string) => parseReply(text, new Set()).document;

  it('follows its sentence to another place', () => {
    const [moved] = stillStanding([opinion()], documentOf('New first line.\n\nIndeed. Boats are lent here.'));
    expect(moved).toMatchObject({ block: 1, start: 8, end: 28, says: 'contradicted' });
  });

  it('goes with its sentence, when that is changed or taken out', () => {
    expect(stillStanding([opinion()], documentOf('Boats are lent here on Mondays.'))).toEqual([]);
    expect(stillStanding([opinion()], documentOf('Hello.'))).toEqual([]);
  });

  it('is of one sentence, though the same words stand twice', () => {
    const twice = documentOf('Boats are lent here.\n\nBoats are lent here.');
    const both = [opinion(), opinion({ block: 1, says: 'not-stated', words: null })];
    expect(stillStanding(both, twice).map(({ block, says }) => [block, says])).toEqual([
      [0, 'contradicted'],
      [1, 'not-stated'],
    ]);
    expect(stillStanding(both, documentOf('Boats are lent here.'))).toHaveLength(1);
  });
});
