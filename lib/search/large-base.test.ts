import { describe, expect, it } from 'vitest';
import { indexOf, testDocument } from './document-fixture';
import { search } from './search';

const articles = 4_000;
/** Words that most articles hold, so that a query of them all is too dear to read for every article. */
const syllables = 'ba ce di fo gu ka le mi no pu ra si to vu za'.split(' ');
const common = Array.from({ length: 45 }, (_, i) =>
  [i, i * 7 + Math.floor(i / 15), i * 11 + 2 * Math.floor(i / 15)].map((at) => syllables[at % 15]).join(''),
);

describe('a ticket of many common words put to a large base', () => {
  const documents = Array.from({ length: articles }, (_, i) =>
    testDocument({
      articleId: `a${i}`,
      title: `Note ${i}`,
      // Each leaves out another third of the common words; every hundredth holds the word that tells.
      body: `${common.filter((_word, w) => (w + i) % 3 !== 0).join(' ')}. ${i % 100 === 0 ? 'Flimmerkiste.' : ''}`,
    }),
  );
  documents.push(
    testDocument({ articleId: 'all', title: 'Note', body: `Flimmerkiste. ${common.join(' ')}.` }),
  );
  const index = indexOf(documents);
  const text = `flimmerkiste ${common.join(' ')}`;

  it('lets the common words order those that the telling word found', () => {
    const { hits } = search(index, { text, limit: 42 });
    expect(hits[0]!.articleId).toBe('all');
    const telling = hits.slice(1, 41).map(({ articleId }) => Number(articleId.slice(1)) % 100);
    expect(telling).toEqual(Array.from({ length: 40 }, () => 0));
  });

  it('finds what holds only a word that nearly all hold, behind what holds the rare one', () => {
    const { hits } = search(index, { text: 'note flimmerkiste', limit: 200 });
    expect(hits).toHaveLength(200);
    const telling = hits
      .slice(0, 41)
      .every(({ articleId }) => articleId === 'all' || /00$|^a0$/u.test(articleId));
    expect(telling).toBe(true);
  });

  it('answers the same twice: nothing of one query stays for the next', () => {
    expect(search(index, { text, limit: 20 })).toEqual(search(index, { text, limit: 20 }));
  });

  it('keeps excluded articles out', () => {
    const { hits } = search(index, { text, limit: 5, filter: { exclude: ['all'] } });
    expect(hits.map(({ articleId }) => articleId)).not.toContain('all');
    expect(hits.length).toBe(5);
  });
});
