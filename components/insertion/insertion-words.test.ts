import { describe, expect, it, vi } from 'vitest';
import { type InsertionFailure, insertionFailureWords } from './insertion-words';

vi.mock('#i18n', () => import('@/test/support/i18n'));

const failures: { [Code in InsertionFailure['code']]: Extract<InsertionFailure, { code: Code }> } = {
  'ticket-changed': { code: 'ticket-changed', openTicketId: '30720' },
  'composer-missing': { code: 'composer-missing' },
  'composer-several': { code: 'composer-several' },
  'composer-read-only': { code: 'composer-read-only' },
  'composer-changed': { code: 'composer-changed', text: 'Hi' },
  'mode-mismatch': { code: 'mode-mismatch', mode: 'internal', modeLabel: null },
  composing: { code: 'composing' },
  busy: { code: 'busy' },
  'not-verified': { code: 'not-verified', found: 'Hi', arrived: 2, expected: 4 },
  unreachable: { code: 'unreachable' },
};
const words = (failure: InsertionFailure, copied = true) =>
  insertionFailureWords(failure, { ticketId: '30718', copied });

describe('words for insertions that failed', () => {
  it.each(Object.values(failures).map((failure) => [failure.code, failure] as const))(
    '%s has a fact and a next step',
    (_code, failure) => {
      const { fact, detail, actions } = words(failure);
      expect(fact).toMatch(/^\S.{8,}\.$/);
      expect(detail).toMatch(/\.$/);
      expect(actions.length).toBeGreaterThan(0);
    },
  );

  it('names both tickets when another one is open', () => {
    expect(words(failures['ticket-changed']).fact).toBe('Ticket #30720 is open, the draft is for #30718.');
  });

  it('counts what arrived', () => {
    expect(words(failures['not-verified']).detail).toBe(
      '2 of 4 paragraphs arrived. The draft is on your clipboard.',
    );
  });

  it('does not claim a copy on the clipboard that is not there', () => {
    expect(words(failures['composer-missing'], false).detail).toBe('The draft is still here.');
  });
});
