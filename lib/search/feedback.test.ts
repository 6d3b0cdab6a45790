import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articlesToTeach, learnQuestion, type SentAnswer } from './feedback';

describe('learnQuestion', () => {
  it('puts the newest question first', () => {
    expect(learnQuestion(['where is my parcel today'], 'can I return a broken lamp')).toEqual([
      'can I return a broken lamp',
      'where is my parcel today',
    ]);
  });

  it('replaces a question that says the same', () => {
    expect(learnQuestion(['my red lamp is broken'], 'the red lamps are broken!')).toEqual([
      'the red lamps are broken!',
    ]);
  });

  it('leaves out what says too little', () => {
    expect(learnQuestion([], 'how do I?')).toEqual([]);
    expect(learnQuestion(['gift card expired'], 'where is it')).toEqual(['gift card expired']);
    expect(learnQuestion([], '')).toEqual([]);
  });

  it('never keeps more than a dozen, and none longer than a line', () => {
    let askedAs: readonly string[] = [];
    for (let i = 0; i < 40; i++)
      askedAs = learnQuestion(askedAs, `question number${i} about topic${i} ${'x'.repeat(500)}`);
    expect(askedAs).toHaveLength(12);
    expect(askedAs[0]).toMatch(/^question number39/);
    expect(Math.max(...askedAs.map((question) => question.length))).toBeLessThanOrEqual(300);
  });
});

describe('learnQuestion, whatever it is taught', () => {
  const words = fc.constantFrom(
    'kettle',
    'lid',
    'parcel',
    'refund',
    'is',
    'the',
    '[NAME_1]',
    '[EMAIL_22]',
    '\ud800',
    '😀',
  );
  const lessons = fc.array(
    fc.array(words, { maxLength: 9 }).map((each) => each.join(' ')),
    { maxLength: 30 },
  );

  it('stays small, without twins and without placeholders, and learns nothing from the same twice', () => {
    fc.assert(
      fc.property(lessons, (questions) => {
        const known = questions.reduce<readonly string[]>(learnQuestion, []);
        expect(known.length).toBeLessThanOrEqual(12);
        expect(new Set(known).size).toBe(known.length);
        expect(known.join(' ')).not.toMatch(/\[[A-Z]/);
        if (known[0] !== undefined) expect(learnQuestion(known, known[0])).toEqual(known);
      }),
    );
  });
});

describe('articlesToTeach', () => {
  const sent = (change: Partial<SentAnswer> = {}): SentAnswer => ({
    ticketKey: 'shop/1',
    visibility: 'public',
    draftText: 'x'.repeat(100),
    editDistance: 10,
    sources: [
      { articleId: 'lids', cited: true },
      { articleId: 'lids', cited: true },
      { articleId: 'kettles', cited: false },
    ],
    ...change,
  });

  it('teaches each cited article once', () => {
    expect(articlesToTeach(sent(), [])).toEqual(['lids']);
  });

  it('teaches nothing by a note, a rewritten reply or one that was not seen', () => {
    expect(articlesToTeach(sent({ visibility: 'internal' }), [])).toEqual([]);
    expect(articlesToTeach(sent({ editDistance: 51 }), [])).toEqual([]);
    expect(articlesToTeach(sent({ editDistance: null }), [])).toEqual([]);
  });

  it('teaches once a ticket and three times a day', () => {
    const day = [2, 3, 4].map((ticket) => sent({ ticketKey: `shop/${ticket}` }));
    expect(articlesToTeach(sent(), [sent()])).toEqual([]);
    expect(articlesToTeach(sent(), day.slice(1))).toEqual(['lids']);
    expect(articlesToTeach(sent(), day)).toEqual([]);
    expect(
      articlesToTeach(
        sent(),
        day.map((each) => ({ ...each, visibility: 'internal' })),
      ),
    ).toEqual(['lids']);
  });
});
