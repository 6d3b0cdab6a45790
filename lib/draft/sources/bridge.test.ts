import { describe, expect, it } from 'vitest';
import type { SearchHit, SearchResult } from '@/lib/search/contract';
import { bridgeRequest, joinBridged } from './bridge';

const hit = (articleId: string, score: number): SearchHit => ({
  articleId,
  articleVersion: 1,
  ordinal: 0,
  start: 0,
  end: 1,
  headingPath: [],
  score,
  question: 0,
});
const result = (evidence: SearchResult['evidence'], ...hits: SearchHit[]): SearchResult => ({
  hits,
  evidence,
  generation: 1,
  passagesSearched: 9,
});

describe('the second search', () => {
  it('asks in the words of articles for what is called otherwise', () => {
    const request = { text: '', questions: ['Could I swap it for an L?', 'Thanks!'], limit: 9 };
    expect(bridgeRequest(request, 'My order')).toMatchObject({
      questions: ['exchange', ''],
      language: 'en',
    });
    expect(bridgeRequest({ ...request, questions: ['Wann kommt mein Geld zurück?'] }, '')?.questions).toEqual(
      ['refund'],
    );
    expect(bridgeRequest({ ...request, questions: ['Thanks!'] }, 'Hello')).toBeNull();
  });

  it('puts its hits behind the others', () => {
    const joined = joinBridged(
      result('strong', hit('a', 4)),
      result('strong', hit('b', 9), hit('a', 8)),
      'en',
    );
    expect(joined.hits.map(({ articleId }) => articleId)).toEqual(['a', 'b']);
    expect(joined.hits[1]!.score).toBeLessThan(4);
    expect(joined.evidence).toBe('strong');
  });

  it('is weak evidence for another language, and none for one in which the words were understood', () => {
    const bridged = result('strong', hit('b', 9));
    expect(joinBridged(result('none', hit('a', 1)), bridged, 'ja')).toMatchObject({
      evidence: 'weak',
      hits: [{ articleId: 'b' }],
    });
    expect(joinBridged(result('none'), bridged, 'en').evidence).toBe('none');
  });
});
