import { claimedAction } from '../../commitments';
import { actionEvidence } from '../events';
import { type Check, noSource } from '../finding';

/** "I have refunded you": some order, fact or earlier message must know of such an event. */
export const checkActions: Check = (sentence, context) => {
  const action = claimedAction(sentence.text);
  if (action === null) return [];
  const known = actionEvidence(action.kind, sentence, context);
  return [
    {
      start: action.start,
      end: action.end,
      key: `action:${action.kind}`,
      citations: [],
      ...(known ?? noSource('action-not-in-ticket')),
    },
  ];
};
