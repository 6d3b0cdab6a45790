import { describe, expect, it } from 'vitest';
import type { Claim } from '@/lib/draft/claim';
import { parseReply } from '@/lib/draft/reply/parse-reply';
import { aMessage, aSource, aTicket } from '@/test/support/draft-fixtures';
import { claimInDraft, evidenceOf } from './claim-words';

const text = 'Hello. The label costs £9.95 in the UK. Bye.';
const document = parseReply(`Hi,\n\n${text}`, new Set(), { allowedLinks: new Set() }).document;
const claim: Claim = {
  id: 'money:9.95',
  block: 1,
  item: null,
  start: text.indexOf('£9.95'),
  end: text.indexOf('£9.95') + 5,
  text: '£9.95',
  state: 'contradicted',
  citations: [2],
  from: null,
  reason: 'value-not-in-source',
};
const passage = 'Send it back within 30 days. A label costs £3.95. Keep the receipt.';
const source = aSource({ number: 2, text: passage });
const against = {
  place: { kind: 'source', number: 2, field: 'text' } as const,
  start: passage.indexOf('£3.95'),
  end: passage.indexOf('£3.95') + 5,
  text: '£3.95',
};
const shown = ({ text, span }: { text: string; span: { start: number; end: number } }) =>
  `${text.slice(0, span.start)}<${text.slice(span.start, span.end)}>${text.slice(span.end)}`;

describe('the words of a claim to settle', () => {
  it('are shown in their sentence', () => {
    expect(shown(claimInDraft(document, claim))).toBe('The label costs <£9.95> in the UK.');
  });

  it('are shown alone when other words stand there by now', () => {
    expect(shown(claimInDraft(document, { ...claim, start: 0, end: 5 }))).toBe('<£9.95>');
  });

  it('come with the words that stand against them, in theirs', () => {
    const [found] = evidenceOf({ ...claim, against }, [source], aTicket());
    expect(found).toMatchObject({ kind: 'source', source: { number: 2 } });
    expect(shown(found!)).toBe('A label costs <£3.95>.');
  });

  it('come with the words of the customer, and with bare values of an order', () => {
    const message = aMessage({ id: 'm7', text: 'I paid a lot. It was £9.95 with post.' });
    const inMessage = { place: { kind: 'message', id: 'm7' } as const, start: 21, end: 26, text: '£9.95' };
    const ticket = aTicket({ messages: [message] });
    expect(shown(evidenceOf({ ...claim, evidence: inMessage }, [], ticket)[0]!)).toBe(
      'It was <£9.95> with post.',
    );
    const place = { kind: 'order', name: 'A-1', field: 'items.0.price' } as const;
    const inOrder = { place, start: 0, end: 4, text: '9.95' };
    expect(evidenceOf({ ...claim, evidence: inOrder }, [], ticket)).toMatchObject([
      {
        kind: 'order',
        text: '9.95',
      },
    ]);
  });

  it('show no other words where the article has changed since', () => {
    const changed = { ...source, text: `New. ${passage}` };
    expect(shown(evidenceOf({ ...claim, against }, [changed], aTicket())[0]!)).toBe('<£3.95>');
    expect(evidenceOf(claim, [source], aTicket())).toEqual([]);
  });
});
