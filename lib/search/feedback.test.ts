import { describe, expect, it } from 'vitest';
import { learnQuestion } from './feedback';

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
