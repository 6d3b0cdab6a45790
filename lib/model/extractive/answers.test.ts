import { describe, expect, it } from 'vitest';
import type { NumberedPassage, ReplyMaterial } from '../contract';
import { composeReply } from './compose';

const passage = (number: number, title: string, text: string, rest: Partial<NumberedPassage> = {}) => ({
  number,
  title,
  kind: 'policy',
  text,
  validity: '',
  ...rest,
});
const returns = passage(
  1,
  'Returns',
  'You can send back what you bought within 30 days of delivery.\n\n## What it costs\n\n| Market | Label |\n| --- | --- |\n| EU | €4.95 |\n| UK | £3.95 |\n\nThe label is free when the item is faulty.\n\n## Exclusions\n\nGas canisters cannot come back.',
);
const faulty = passage(
  2,
  'Faulty items',
  'If something breaks in normal use, we put it right at our cost.\n\n## Within 30 days of delivery\n\nYou choose a replacement or a full refund of a broken item.\n\n## After 30 days\n\nWe repair a broken item first; a refund comes after 21 days.',
);

function reply(
  asks: readonly string[],
  passages: readonly NumberedPassage[],
  rest: Partial<ReplyMaterial> = {},
) {
  return composeReply({
    language: 'en',
    customerFirstName: 'Ann',
    agentName: 'Maya Ray',
    channel: 'email',
    asks: asks.map((text) => ({ text, passages: passages.map(({ number }) => number) })),
    passages,
    cannedReplies: [],
    missing: [],
    context: asks.join('\n'),
    tone: 'neutral',
    evidence: 'strong',
    instruction: null,
    previous: null,
    ...rest,
  }).text;
}

describe('answers without a model', () => {
  it('quotes the section that answers, with the row of the customer’s market only', () => {
    const text = reply(['What does the return label cost?'], [returns, faulty], { market: ['UK'] });
    expect(text).toContain('Label (UK): £3.95.');
    expect(text).not.toContain('€4.95');
    expect(text).not.toContain('canisters');
  });

  it('writes several rows as a list, and keeps its footnote apart from an address', () => {
    const link = passage(8, 'Returns', 'The return label is free at https://shop.example/returns');
    expect(reply(['What does the return label cost?'], [returns])).toContain(
      '- Label (EU): €4.95[1]\n- Label (UK): £3.95[1]',
    );
    expect(reply(['What does the return label cost?'], [link])).toContain('https://shop.example/returns [8]');
  });

  it('tells the condition that a heading sets, and the one of the very order', () => {
    const order = {
      name: '#1',
      state: 'delivered',
      daysSinceDelivery: 45,
      items: [],
    } as const;
    const asks = ['My stove is broken, can I get a refund?'];
    expect(reply(asks, [faulty], { order })).toContain('**After 30 days:** We repair a broken item first');
    expect(reply(asks, [faulty], { order: { ...order, daysSinceDelivery: 3 } })).toContain(
      '**Within 30 days of delivery:** You choose',
    );
  });

  it('never drops a heading that says no', () => {
    const change = passage(
      9,
      'Changing the address',
      'We change the address until packing.\n\n## What is not possible\n\n- Another address for an express order that has left.\n- A change by somebody else than the buyer.',
    );
    const text = reply(['Can I change the address of an express order that has left?'], [change]);
    expect(text).toContain('**What is not possible:**\n\n- Another address');
  });

  it('leaves out what is not wanted', () => {
    expect(reply(['I do not want a return label, I want a repair.'], [returns])).not.toContain('€4.95');
  });

  it('answers both halves of a sentence', () => {
    const text = reply(['Can I send it back, and what does the label cost?'], [returns]);
    expect(text).toContain('within 30 days of delivery');
    expect(text).toContain('€4.95');
  });

  it('reads "that" as what was asked before, and refuses both when nothing answers', () => {
    const text = reply(['Do you rent out snowshoes?', 'What would that cost for a day?'], [returns], {
      context: 'School trip\n\nDo you rent out snowshoes? What would that cost for a day?',
    });
    expect(text).toContain('rather than guess');
    expect(text).not.toMatch(/\[\d\]/u);
  });

  it('does not quote what nobody stands for beside what somebody does', () => {
    const faq = passage(3, 'When is my refund paid?', 'Your refund is paid within 14 working days.', {
      verified: 'never',
    });
    const policy = passage(4, 'Refund times', 'We pay a refund within 7 working days.', {
      verified: 'verified',
    });
    const text = reply(['When is my refund paid?'], [faq, policy]);
    expect(text).toContain('7 working days');
    expect(text).not.toContain('14 working days');
    expect(reply(['When is my refund paid?'], [faq])).toContain('14 working days');
  });

  it('tells the special rule beside the general one', () => {
    const holiday = passage(5, 'Holiday returns', 'Orders of December can be returned until 31 January.', {
      isSpecial: true,
    });
    const text = reply(['Until when can I send it back?'], [returns, holiday]);
    expect(text).toContain('31 January');
  });

  it('answers in the customer’s language where it can', () => {
    const german = passage(
      6,
      'Rückgabe',
      'Sie können alles, was Sie bei uns gekauft haben, innerhalb von 30 Tagen zurückschicken.',
    );
    const text = reply(['Bis wann kann ich die Schuhe zurückschicken?'], [returns, german], {
      language: 'de',
    });
    expect(text).toContain('innerhalb von 30 Tagen');
    expect(text).not.toContain('You can send back');
  });

  it('keeps a whole article about users and agents to the team', () => {
    const internal = passage(
      7,
      'Returns',
      'The user must confirm the return of the order. After that the user gets the refund of the return label. The return label is free.',
    );
    expect(reply(['What does the return label cost?'], [internal])).toContain('rather than guess');
  });

  it('quotes no steps of a system, but lists of words with a hyphen', () => {
    const steps = passage(
      9,
      'Return label',
      '| Return label | Steps |\n| --- | --- |\n| Return label cost | pull-up-account, verify-identity |\n| Return label lost | verify-identity, send-link |',
    );
    expect(reply(['What does the return label cost?'], [steps])).toContain('rather than guess');
    const jacket = passage(10, 'Jacket', 'The jacket is lightweight, quick-dry, wind-proof and breathable.');
    expect(reply(['Is the jacket breathable?'], [jacket])).toContain('quick-dry');
  });

  it('says of an ask for which there is no room that it is open', () => {
    const words = (number: number) =>
      Array.from({ length: 55 }, (_, index) => `part${number}x${index}`).join(' ');
    const long = [10, 11, 12, 13, 14, 15, 16].map((number) =>
      passage(number, `Article on topic${number}`, `The topic${number} gadget has ${words(number)}.`),
    );
    const text = reply(
      long.map(({ number }) => `What has the topic${number} gadget got?`),
      long,
    );
    expect(text).toContain('What has the topic16 gadget got?');
    expect(text.split(/\s+/u).length).toBeLessThan(400);
  });
});
