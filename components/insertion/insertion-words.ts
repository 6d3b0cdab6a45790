import { i18n } from '#i18n';
import type { Insertion } from '@/lib/draft/session/session-state';
import { unreachable } from '@/lib/result';
import { modeName } from './mode-words';

export type InsertionFailure = Extract<Insertion, { state: 'failed' }>['failure'];
export type InsertionAction =
  | 'try-again'
  | 'draft-again'
  | 'choose-place'
  | 'show-found'
  | 'copy'
  | 'reload-page';

export interface FailureWords<Action> {
  /** The fact, first and in bold. */
  fact: string;
  /** What else is true, or what to do. */
  detail: string;
  /** At most two, the safe one first. */
  actions: readonly Action[];
}

/** Codes of a refused or unverified insertion as a sentence and a next step. */
export function insertionFailureWords(
  failure: InsertionFailure,
  { ticketId, copied }: { ticketId: string; copied: boolean },
): FailureWords<InsertionAction> {
  const clipboard = copied
    ? i18n.t('panel.insertFailed.onClipboard')
    : i18n.t('panel.insertFailed.notCopied');
  const words = (fact: string, detail: string, ...actions: InsertionAction[]) => ({ fact, detail, actions });
  switch (failure.code) {
    case 'ticket-changed':
      return words(
        failure.openTicketId
          ? i18n.t('panel.insertFailed.otherTicket', [failure.openTicketId, ticketId])
          : i18n.t('panel.insertFailed.noTicket', [ticketId]),
        i18n.t('panel.insertFailed.nothingTouched'),
        'try-again',
        'copy',
      );
    case 'composer-missing':
      return words(i18n.t('panel.insertFailed.missing'), clipboard, 'try-again');
    case 'composer-several':
      return words(i18n.t('panel.insertFailed.several'), clipboard, 'try-again');
    case 'composer-read-only':
      return words(i18n.t('panel.insertFailed.readOnly'), clipboard, 'try-again');
    case 'composer-changed':
      return words(
        i18n.t('panel.insertFailed.changed'),
        i18n.t('panel.insertFailed.nothingTouched'),
        'choose-place',
      );
    case 'mode-mismatch':
      return words(
        failure.mode === 'unknown'
          ? i18n.t('panel.insertFailed.modeUnknown')
          : i18n.t('panel.insertFailed.mode', [modeName(failure.mode, failure.modeLabel)]),
        i18n.t('panel.insertFailed.switchMode'),
        'try-again',
        'copy',
      );
    case 'composing':
      return words(
        i18n.t('panel.insertFailed.composing'),
        i18n.t('panel.insertFailed.finishWord'),
        'try-again',
      );
    case 'busy':
      return words(
        i18n.t('panel.insertFailed.busy'),
        i18n.t('panel.insertFailed.nothingTouched'),
        'try-again',
      );
    case 'not-verified':
      return words(
        i18n.t('panel.insertFailed.differs'),
        `${i18n.t('panel.insertFailed.arrived', failure.expected, [failure.arrived, failure.expected])} ${clipboard}`,
        'try-again',
        'show-found',
      );
    case 'unreachable':
      return words(i18n.t('panel.insertFailed.unreachable'), clipboard, 'try-again');
    default:
      return unreachable(failure);
  }
}

/** "1 min 52 s" from the first press to the customer's copy. */
export function tookWords(from: string | null, to: string): string | null {
  if (!from) return null;
  const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000);
  if (!Number.isFinite(seconds) || seconds < 0) return null;
  return seconds < 60
    ? i18n.t('panel.sent.seconds', [seconds])
    : i18n.t('panel.sent.minutes', [Math.floor(seconds / 60), seconds % 60]);
}
