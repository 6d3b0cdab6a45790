import { describe, expect, it } from 'vitest';
import { currentAlternative } from '@/lib/draft/session';
import { anArticle } from '../support/draft-fixtures';
import { found, playing, run, setUp, words } from '../support/draft-run';

const older = anArticle({
  id: 'older',
  title: 'Refunds, former rule',
  body: 'We pay refunds within 21 working days.',
  validUntil: '2026-06-30',
});
const newer = anArticle({
  id: 'newer',
  title: 'Refunds, rule of today',
  body: 'We pay refunds within 7 working days.',
  validFrom: '2026-07-01',
});
const both = {
  readArticles: async () => [older, newer],
  search: async () => ({
    ...found,
    hits: [older, newer].map((article, at) => ({
      ...found.hits[0]!,
      articleId: article.id,
      end: article.body.length,
      score: 2 - at,
    })),
  }),
};

describe('articles that disagree', () => {
  it('fault 20: are both on offer, each with its dates, what is in force first', async () => {
    const { provider, asked } = playing(words('Hello.'));
    const { session } = await run(setUp(provider, both));
    expect(session.sources.map(({ articleId, inForce }) => [articleId, inForce])).toEqual([
      ['newer', true],
      ['older', false],
    ]);
    const prompt = asked[0]!.prompt.map(({ content }) => content).join('\n');
    expect(prompt).toContain('(policy, since 2026-07-01)');
    expect(prompt).toContain('(policy, not in force until 2026-06-30)');
    expect(prompt).toContain('must not be used as a rule for this case');
  });

  it('fault 20: a draft that follows the one not in force is marked', async () => {
    const { session } = await run(setUp(playing(words('Refunds take 21 working days [2].')).provider, both));
    expect(currentAlternative(session)?.claims).toMatchObject([
      { text: '21 working days', reason: 'source-not-in-force' },
    ]);
  });

  it('fault 20: a draft that gives one article the value of the other is marked', async () => {
    const { session } = await run(setUp(playing(words('Refunds take 21 working days [1].')).provider, both));
    expect(currentAlternative(session)?.claims).toMatchObject([{ state: 'contradicted' }]);
  });
});
