import { describe, expect, it } from 'vitest';
import { aMessage, anOrder, aSource, aTicket } from '@/test/support/draft-fixtures';
import { checkDocument, createLedgerContext, type LedgerInput } from './ledger';
import { parseReply } from './reply/parse-reply';

const other = aSource({
  number: 2,
  articleId: 'a2',
  title: 'Exchange',
  text: 'The first exchange is free. We keep the new size for 10 days.',
});

function check(text: string, change: Partial<LedgerInput> = {}, kept: string[] = []) {
  const ticket = aTicket({
    messages: [aMessage({ text: 'You promised 60 days. My order HP-1042 was on 12 May 2026 and cost €20.' })],
    orders: [anOrder()],
  });
  const input = {
    sources: [aSource(), other],
    ticket,
    order: ticket.orders[0]!,
    audience: 'public' as const,
    ...change,
  };
  const { document, problems } = parseReply(text, new Set([1, 2]));
  return checkDocument(document, createLedgerContext(input), problems, kept).map(
    ({ text: words, state, reason, citations, from }) => ({ words, state, reason, citations, from }),
  );
}

describe('the ledger', () => {
  it('binds a value to the passage that holds it, whatever its spelling', () => {
    expect(check('Money is back in seven working days.[1] The label is 4,95 €.[1]')).toMatchObject([
      { words: 'seven working days', state: 'sourced', citations: [1] },
      { words: '4,95 €', state: 'sourced', citations: [1] },
    ]);
  });

  it('lets a footnote at the end of a run stand for the sentences before it', () => {
    expect(check('The label is €4.95. Refunds take 7 working days.[1]')).toMatchObject([
      { state: 'sourced' },
      { state: 'sourced' },
    ]);
  });

  it('calls another value of the same unit a contradiction', () => {
    expect(check('We refund within 14 working days.[1]')).toEqual([
      {
        words: '14 working days',
        state: 'contradicted',
        reason: 'value-not-in-source',
        citations: [1],
        from: null,
      },
    ]);
  });

  it('does not let a customer’s wrong memory support a term', () => {
    expect(check('You have 60 days.[2]')).toMatchObject([{ words: '60 days', state: 'contradicted' }]);
  });

  it('marks a value without a source, and one whose source does not hold it', () => {
    expect(check('We give 15 % off. You get €30.[2]')).toMatchObject([
      { words: '15 %', state: 'no-source' },
      { words: '€30', state: 'no-source', reason: 'value-not-in-source' },
    ]);
    expect(check('We give 15 % off.')).toMatchObject([
      { words: '15 %', state: 'no-source', reason: 'no-citation' },
    ]);
  });

  it('knows what stands in the order and in the messages', () => {
    expect(
      check('Your order HP-1042 of 3 November 2026 over €59.90 is here, not the one of 12 May.'),
    ).toMatchObject([
      { words: 'HP-1042', state: 'ticket', from: 'order' },
      { words: '3 November 2026', state: 'ticket', from: 'order' },
      { words: '€59.90', state: 'ticket', from: 'order' },
      { words: '12 May', state: 'ticket', from: 'message' },
    ]);
  });

  it('knows what tools answered, and days that no month has', () => {
    const facts = [{ booking: 'KQ7RM2', starts: '2026-03-09T08:15:00', fee: 41 }, '17.5'];
    expect(
      check('Booking KQ7RM2 starts on 9 March 2026 at 08:15, for €41 and €17.50.', { facts }),
    ).toMatchObject(Array.from({ length: 5 }, () => ({ state: 'ticket' })));
    // The order's one lamp is a count.
    expect(check('The fee is €1.')).toMatchObject([{ words: '€1', state: 'no-source' }]);
    expect(check('Booking KQ7RM9 starts on 35 June 2026.', { facts })).toMatchObject([
      { words: 'KQ7RM9', state: 'no-source' },
      { words: '35 June 2026', state: 'no-source' },
    ]);
  });

  it('marks a sentence whose number was never offered', () => {
    expect(check('The label is €9.99.[7]')).toMatchObject([
      { words: '€9.99', state: 'no-source', reason: 'unknown-citation' },
    ]);
    expect(check('Returns are simple [7].')).toMatchObject([
      { words: 'Returns are simple.', reason: 'unknown-citation' },
    ]);
  });

  it.each([
    'Dear [PERSON_9], it is on its way.',
    'Your card [CARD_1] was refused.',
    'Write to email_3 then.',
  ])('marks a placeholder that was left: %s', (text) => {
    expect(check(text)).toContainEqual(expect.objectContaining({ reason: 'placeholder-left' }));
  });

  it('marks a promise without a source, but not a question', () => {
    expect(check('We will send you a free replacement.')).toMatchObject([
      { state: 'no-source', reason: 'promise-without-source' },
    ]);
    expect(check('Can we send you a replacement?')).toEqual([]);
  });

  it.each([
    'I have refunded your payment.',
    'Your order has been cancelled.',
    'Wir haben den Betrag erstattet.',
    'A sua encomenda foi cancelada.',
  ])('marks an action that the ticket does not know: %s', (text) => {
    expect(check(text)).toMatchObject([{ state: 'no-source', reason: 'action-not-in-ticket' }]);
  });

  it('believes an action that the order shows, and no condition', () => {
    const order = anOrder({ cancelledAt: '2026-11-20T10:00:00Z' });
    expect(check('Your order has been cancelled.', { order })).toMatchObject([
      { state: 'ticket', from: 'order' },
    ]);
    expect(check('Once it has been refunded, your bank needs time.')).toEqual([]);
  });

  it('keeps internal and outdated sources from standing alone in public', () => {
    const internal = [aSource({ audience: 'internal' })];
    expect(check('Refunds take 7 working days.[1]', { sources: internal })).toMatchObject([
      { state: 'contradicted', reason: 'internal-source' },
    ]);
    expect(
      check('Refunds take 7 working days.[1]', { sources: internal, audience: 'internal' }),
    ).toMatchObject([{ state: 'sourced' }]);
    expect(
      check('Refunds take 7 working days.[1]', { sources: [aSource({ inForce: false })] }),
    ).toMatchObject([{ state: 'no-source', reason: 'source-not-in-force' }]);
  });

  it('keeps a claim kept when a paragraph is put before it', () => {
    expect(check('Intro.\n\nWe give 15 % off.', {}, ['percent:15'])).toMatchObject([
      { words: '15 %', state: 'kept' },
    ]);
  });

  it('gives exact places in the block', () => {
    const { document } = parseReply('- A first.\n- It takes **7 working days** [1].', new Set([1]));
    const ticket = aTicket();
    const [, claim] = [
      null,
      ...checkDocument(
        document,
        createLedgerContext({ sources: [aSource()], ticket, order: null, audience: 'public' }),
      ),
    ];
    expect(claim).toMatchObject({ block: 0, item: 1, start: 9, end: 23, text: '7 working days' });
  });
});
