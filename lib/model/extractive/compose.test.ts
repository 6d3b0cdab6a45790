import { describe, expect, it } from 'vitest';
import { parseReply } from '@/lib/draft/reply/parse-reply';
import { toPlainText, toReplyText } from '@/lib/draft/reply/write-reply';
import { claimsOf } from '@/test/support/ledger-fixtures';
import type { NumberedPassage, ReplyMaterial } from '../contract';
import { composeReply } from './compose';
import { phraseTable } from './phrase-table';
import { plain } from './units';

const refunds: NumberedPassage = {
  number: 1,
  title: 'Refund times',
  kind: 'policy',
  text: '## When the money comes\n\nWe pay the refund within **7 working days** after the parcel has been checked in. It goes to the means of payment that you used.\n\n## Statements\n\nYour bank may show it some days later.',
  validity: '',
};
const returns: NumberedPassage = {
  number: 2,
  title: 'Returns',
  kind: 'policy',
  text: 'You can return unused items within 30 days of delivery.\n\nThe return label costs:\n\n- €4.95 in the EU\n- £3.95 in the UK\n\nThe agent must authenticate the customer before a return.',
  validity: '',
};

function material(change: Partial<ReplyMaterial> = {}): ReplyMaterial {
  return {
    language: 'en',
    customerFirstName: 'Ann',
    agentName: 'Maya Ray',
    channel: 'email',
    asks: [{ text: 'When will I get my refund?', passages: [1, 2] }],
    passages: [refunds, returns],
    cannedReplies: [],
    missing: [],
    context: 'Refund. When will I get my refund?',
    tone: 'neutral',
    evidence: 'strong',
    instruction: null,
    previous: null,
    ...change,
  };
}
const reply = (change: Partial<ReplyMaterial> = {}) => composeReply(material(change)).text;

/** Every sentence with a footnote stands word for word in the passage it names. */
function unquoted(text: string, passages: readonly { number: number; text: string }[]): string[] {
  const { document } = parseReply(text, new Set(passages.map((passage) => passage.number)));
  const lines = document.blocks.flatMap((block) =>
    block.type === 'paragraph' ? [block.content] : block.items,
  );
  return lines.flatMap((line) => {
    const numbers = line.flatMap((run) => ('citation' in run ? [run.citation] : []));
    if (numbers.length === 0) return [];
    const words = line.map((run) => ('citation' in run ? '' : run.text)).join('');
    const haystack = plain(
      passages
        .filter((passage) => numbers.includes(passage.number))
        .map((passage) => passage.text.replace(/^#+ .*$/gmu, ''))
        .join(' '),
    );
    return words
      .split(/(?<=[.!?])\s+/u)
      .filter((sentence) => !haystack.includes(sentence.replace(/\.$/u, '')));
  });
}

describe('a reply without a model', () => {
  it('greets, quotes what answers, cites it and closes', () => {
    expect(reply()).toBe(
      'Hi Ann,\n\nThank you for your message.\n\nWe pay the refund within 7 working days after the parcel has been checked in. It goes to the means of payment that you used.[1]\n\n' +
        'If anything is still unclear, just reply to this message.\n\nKind regards,\nMaya Ray',
    );
  });

  describe("the customer's own questions as headings", () => {
    const asks = [
      { text: 'When will I get\nmy refund?', passages: [1] },
      { text: 'And what does the *return label* cost?', passages: [2] },
    ];
    const context = asks.map(({ text }) => text).join(' ');

    it('part the answers of a letter', () => {
      expect(reply({ asks, context })).toMatch(
        /\*\*When will I get my refund\?\*\*\n\n[^*]*7 working days[\s\S]*\*\*And what does the return label cost\?\*\*\n\n/u,
      );
    });

    it('stand in no chat, over no single answer, and over none that takes more than a line', () => {
      expect(reply({ asks, context, channel: 'chat' })).not.toContain('refund?');
      expect(reply({ asks: asks.slice(0, 1), context })).not.toContain('refund?');
      const long = `${'I bought a tent and it came late, '.repeat(3)}when will I get my refund?`;
      expect(reply({ asks: [{ text: long, passages: [1] }, asks[1]!], context })).not.toContain('refund?');
    });
  });

  it('answers several asks one after the other and never twice the same', () => {
    const text = reply({
      asks: [
        { text: 'What does the return label cost?', passages: [2, 1] },
        { text: 'When will I get my refund?', passages: [1, 2] },
        { text: 'And how soon is the refund paid?', passages: [1, 2] },
      ],
    });
    expect(text.indexOf('£3.95')).toBeLessThan(text.indexOf('7 working days'));
    expect(text.match(/7 working days/g)).toHaveLength(1);
    expect(unquoted(text, [refunds, returns])).toEqual([]);
  });

  it('states nothing that is not a quote', () => {
    expect(unquoted(reply(), [refunds, returns])).toEqual([]);
  });

  it('keeps to itself what is written for the team', () => {
    expect(
      reply({ asks: [{ text: 'How does the return work before you authenticate me?', passages: [2] }] }),
    ).not.toContain('authenticate the customer');
  });

  it('says that it does not know, and asks for what is missing', () => {
    const text = reply({ evidence: 'none', missing: ['order number'] });
    expect(text).toContain('rather than guess');
    expect(text).toContain('order number');
    expect(text).not.toMatch(/\[\d\]/u);
  });

  it('asks back where nothing answers, but not somebody who asks nothing', () => {
    expect(reply({ evidence: 'none' })).toContain(phraseTable.en!.askMore);
    expect(reply({ evidence: 'weak' })).not.toContain(phraseTable.en!.askMore);
    const thanks = { asks: [{ text: 'It came today, lovely.', passages: [] }], context: 'It came today.' };
    expect(reply({ ...thanks, evidence: 'none' })).not.toContain(phraseTable.en!.askMore);
  });

  it('names an ask that nothing answers', () => {
    const text = reply({
      asks: [
        { text: 'When will I get my refund?', passages: [1] },
        { text: 'Do you rent out snowshoes?', passages: [2] },
      ],
    });
    expect(text).toContain('- Do you rent out snowshoes?');
  });

  it('takes a fitting canned reply whole, without its greeting and closing', () => {
    const canned = {
      number: 3,
      text: 'Hi Ann,\n\nYour refund is paid within 7 working days.\n\nPlease keep the receipt.\n\nKind regards\nMaya Ray',
      unfilled: [],
    };
    const text = reply({
      cannedReplies: [canned],
      passages: [
        refunds,
        { ...refunds, number: 3, title: 'Refund when', kind: 'canned-reply', text: canned.text },
      ],
      asks: [{ text: 'When is my refund paid?', passages: [3, 1] }],
    });
    expect(text).toBe(
      'Hi Ann,\n\nYour refund is paid within 7 working days.[3]\n\nPlease keep the receipt.[3]\n\nIf anything is still unclear, just reply to this message.\n\nKind regards,\nMaya Ray',
    );
  });

  it('uses no canned reply with an open slot', () => {
    const canned = {
      number: 3,
      text: 'Your refund {{order.total}} is paid within 7 working days.',
      unfilled: ['order.total'],
    };
    expect(
      reply({
        cannedReplies: [canned],
        passages: [refunds, { ...refunds, number: 3, kind: 'canned-reply', text: canned.text }],
        asks: [{ text: 'When is my refund paid?', passages: [3, 1] }],
      }),
    ).not.toContain('{{');
  });

  it('owns the trouble of somebody who is angry', () => {
    expect(reply({ tone: 'angry' })).toContain('I am sorry for the trouble');
  });

  it('writes a chat message without offer and signature', () => {
    expect(reply({ channel: 'chat' })).toBe(
      'Hi Ann,\n\nWe pay the refund within 7 working days after the parcel has been checked in. It goes to the means of payment that you used.[1]',
    );
  });

  it.each(Object.keys(phraseTable))('greets and closes in %s', (language) => {
    const text = reply({ language });
    const phrases = phraseTable[language]!;
    expect(text.startsWith(phrases.greeting('Ann'))).toBe(true);
    expect(text.endsWith(`${phrases.regards}\nMaya Ray`)).toBe(true);
  });

  it.each(Object.keys(phraseTable))('asks back when it is told to, and states nothing, in %s', (language) => {
    const { askMore, askWords, orderNumber } = phraseTable[language]!;
    const asked = reply({ language, asksBack: true, missing: ['order number'] });
    expect(asked).toContain(`${askMore}\n\n${orderNumber}`);
    expect(asked).not.toContain('working days');
    const wordless = reply({ language, asksBack: true, asks: [] });
    expect(wordless).toContain(askWords);
    for (const text of [asked, wordless, reply({ language, evidence: 'none' })])
      expect(claimsOf(text)).toEqual([]);
  });

  it('covers at least twelve languages', () => {
    expect(Object.keys(phraseTable).length).toBeGreaterThanOrEqual(12);
  });

  it('tells the agent when it quotes another language than the customer’s', () => {
    const german = composeReply(
      material({
        language: 'de',
        asks: [{ text: 'Wann bekomme ich die Erstattung (refund)?', passages: [1] }],
      }),
    );
    expect(german.warnings).toContain('other-language');
  });

  it('does what can be done without a model and says what cannot', () => {
    expect(reply({ instruction: 'shorter' }).length).toBeLessThan(reply().length);
    expect(reply({ instruction: 'warmer' })).toContain('glad to help');
    const previous = reply();
    expect(composeReply(material({ instruction: 'say that we will call tomorrow', previous })).text).toBe(
      previous.replace('\n\nIf anything', '\n\nWe will call tomorrow.\n\nIf anything'),
    );
    expect(composeReply(material({ instruction: 'turn it into a poem', previous }))).toEqual({
      text: previous,
      warnings: ['instruction-not-followed'],
    });
  });

  it('is read back as it was written', () => {
    const text = reply({ customerFirstName: 'A*n_n [1]' });
    const { document } = parseReply(text, new Set([1, 2]));
    expect(toPlainText(document)).toContain('Hi A*n_n [1],');
    expect(toReplyText(document)).toBe(text);
  });
});
