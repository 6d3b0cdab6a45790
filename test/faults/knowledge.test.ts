import { describe, expect, it } from 'vitest';
import { currentAlternative } from '@/lib/draft/session/session';
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
const offering = (...articles: (typeof older)[]) => ({
  readArticles: async () => articles,
  search: async () => ({
    ...found,
    hits: articles.map((article, at) => ({
      ...found.hits[0]!,
      articleId: article.id,
      end: article.body.length,
      score: 2 - at,
    })),
  }),
});
const both = offering(older, newer);

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

  it('fault 20: two in force are both shown under the claim, whichever the draft goes by', async () => {
    const rule = (days: number) =>
      `After your return was checked in we pay the refund within ${days} working days.`;
    const deps = offering(
      anArticle({ ...newer, body: rule(7) }),
      anArticle({ ...older, body: rule(21), validUntil: null }),
    );
    const { session } = await run(
      setUp(playing(words('You have it within 7 working days [1].')).provider, deps),
    );
    const [claim] = currentAlternative(session)!.claims;
    expect(claim).toMatchObject({ state: 'contradicted', reason: 'sources-disagree' });
    expect([claim?.evidence?.text, claim?.against?.text]).toEqual(['7 working days', '21 working days']);
  });

  it('fault 20: a draft that gives one article the value of the other is marked', async () => {
    const { session } = await run(setUp(playing(words('Refunds take 21 working days [1].')).provider, both));
    expect(currentAlternative(session)?.claims).toMatchObject([{ state: 'contradicted' }]);
  });
});
