import { describe, expect, it } from 'vitest';
import { parseReply } from '../reply/parse-reply';
import { toReplyText } from '../reply/write-reply';
import { createOutputGuard } from './guard';

const rules = 'You draft a reply to a customer for a human agent, who will check it. Mark: Q7x9.';
const check = (text: string) => {
  const { document, removed } = createOutputGuard(rules, ['Q7x9']).check(
    parseReply(text, new Set()).document,
  );
  return { text: toReplyText(document), removed };
};

describe('what no customer may read', () => {
  it('goes with the paragraph or item that holds the mark', () => {
    expect(check('Hello.\n\nMy mark is q7X9.\n\n- one\n- Q7x9\n\nBye.')).toEqual({
      text: 'Hello.\n\n- one\n\nBye.',
      removed: 2,
    });
  });

  it('goes when it repeats the rules', () => {
    expect(check('Sure: "you draft a reply to a customer for a human"\n\nBye.')).toEqual({
      text: 'Bye.',
      removed: 1,
    });
  });

  it('is nothing in an ordinary reply', () => {
    expect(check('A human will check it for a customer.').removed).toBe(0);
  });
});
