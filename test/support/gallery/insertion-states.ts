import { toPlainText } from '@/lib/draft/reply/write-reply';
import { compareSent } from '@/lib/draft/session/outcome';
import { document, session, settled } from './fixtures';
import type { State } from './states';

const asking = {
  state: 'asking',
  composerText: 'Hi Klara, thanks for the photo, I will',
  mode: 'public',
  modeLabel: null,
  reason: 'not-empty',
} as const;
const sentText = toPlainText(document)
  .replace('within 5 working days', 'within 10 working days')
  .replace(' We will add a €20 voucher for the trouble.', '');

/** From the press of Insert to the reply that was sent. */
export const insertionStates: Record<string, State> = {
  asking: { session: session({ alternatives: [settled], current: 0, insertion: asking }) },
  'asking-mode': {
    session: session({
      alternatives: [settled],
      current: 0,
      insertion: {
        ...asking,
        composerText: '',
        mode: 'internal',
        modeLabel: 'Internal note',
        reason: 'mode',
      },
    }),
  },
  inserting: { session: session({ alternatives: [settled], current: 0, insertion: { state: 'inserting' } }) },
  verified: {
    session: session({
      alternatives: [settled],
      current: 0,
      insertion: {
        state: 'verified',
        lastMessageAt: '2026-11-24T13:00:00Z',
        at: '2026-11-24T14:06:00Z',
        placement: 'append',
        result: {
          ticketId: '30718',
          mode: 'public',
          paragraphs: 4,
          text: '',
          before: '',
          formatting: 'kept',
        },
      },
    }),
  },
  differs: {
    session: session({
      alternatives: [settled],
      current: 0,
      insertion: {
        state: 'failed',
        copied: true,
        failure: { code: 'not-verified', found: 'Hi Klara,', arrived: 2, expected: 4 },
      },
    }),
  },
  'other-ticket': {
    session: session({
      alternatives: [settled],
      current: 0,
      insertion: {
        state: 'failed',
        copied: true,
        failure: { code: 'ticket-changed', openTicketId: '30720' },
      },
    }),
  },
  'no-reply-box': {
    session: session({
      alternatives: [settled],
      current: 0,
      insertion: { state: 'failed', copied: true, failure: { code: 'composer-missing' } },
    }),
  },
  sent: {
    session: session({
      insertion: { state: 'sent', at: '2026-11-24T14:06:54Z', text: sentText, changes: 2, distance: 40 },
    }),
    difference: compareSent(toPlainText(document), sentText).parts,
  },
};
