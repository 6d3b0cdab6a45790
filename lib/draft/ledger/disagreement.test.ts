import { describe, expect, it } from 'vitest';
import { checkDocument, createLedgerContext } from '@/lib/draft/ledger';
import { parseReply } from '@/lib/draft/reply/parse-reply';
import type { Source } from '@/lib/draft/session/session-state';
import { aSource, aTicket } from '@/test/support/draft-fixtures';

const first = aSource({
  number: 1,
  articleId: 'a',
  text: 'We send the money within 7 working days after check-in.',
});
const second = (text: string, change: Partial<Source> = {}) =>
  aSource({ number: 2, articleId: 'b', text, ...change });

function claimsOf(reply: string, sources: readonly Source[]) {
  const { document } = parseReply(reply, new Set([1, 2]), { allowedLinks: new Set() });
  return checkDocument(
    document,
    createLedgerContext({ sources, ticket: aTicket(), order: null, audience: 'public' }),
  );
}

describe('two articles that state one rule with two figures', () => {
  const other = 'After check-in we send the money within 14 working days.';

  it('are both named, whichever the draft goes by', () => {
    const [claim] = claimsOf('You get it within 7 working days. [1]', [first, second(other)]);
    expect(claim).toMatchObject({ state: 'contradicted', reason: 'sources-disagree', citations: [1] });
    expect(claim?.evidence).toMatchObject({ place: { number: 1 }, text: '7 working days' });
    expect(claim?.against).toMatchObject({ place: { number: 2 }, text: '14 working days' });
    const { against } = claim!;
    expect(other.slice(against!.start, against!.end)).toBe('14 working days');
  });

  it.each([
    ['another thing', 'Gift cards arrive in your inbox within 14 working days.', {}],
    ['the same figure too', `${other} Cards take 7 working days.`, {}],
    ['a rule not in force', other, { inForce: false }],
    ['an internal article under a public reply', other, { audience: 'internal' }],
    ['an article that is gone', other, { gone: true }],
    ['another passage of the same article', other, { articleId: 'a' }],
    [
      'a span of two figures',
      'After check-in we send the money within 10 to 14 working days or 20 working days.',
      {},
    ],
  ] as const)('are left alone: %s', (_why, text, change) => {
    const [claim] = claimsOf('You get it within 7 working days. [1]', [first, second(text, change)]);
    expect(claim).toMatchObject({ state: 'sourced' });
  });

  it('are left alone where the sentence cites both', () => {
    const [claim] = claimsOf('You get it within 7 working days. [1][2]', [first, second(other)]);
    expect(claim).toMatchObject({ state: 'sourced' });
  });
});
