import { i18n } from '#i18n';
import type { DraftFailure } from '@/lib/draft/session/session-state';
import type { ReadFailure } from '@/lib/helpdesk/contract';
import type { ModelFailure } from '@/lib/model/contract';
import { unreachable } from '@/lib/result';
import { listOf } from '../ui/format';

/** What can be done about a failure. Each is a callback of the panel; one that is not there is not shown. */
export type FailureAction =
  | 'try-again'
  | 'without-model'
  | 'open-settings'
  | 'choose-model'
  | 'test-endpoint'
  | 'look-again'
  | 'bring-knowledge'
  | 'try-demo'
  | 'ask-customer'
  | 'hand-off'
  | 'reload-page';

export interface FailureText {
  sentence: string;
  actions: readonly FailureAction[];
  /** Code and numbers for a report, without customer text. */
  details: string;
}

/** Every code as the exact words on screen and what to do next. */
export function draftFailureText(failure: DraftFailure): FailureText {
  switch (failure.kind) {
    case 'model':
      return { ...modelFailureText(failure.failure), details: details(failure.failure) };
    case 'ticket':
      return { ...readFailureText(failure.failure), details: details(failure.failure) };
    case 'no-knowledge':
      return text(i18n.t('panel.failure.noKnowledge'), failure.kind, 'bring-knowledge', 'try-demo');
    case 'nothing-to-read':
      return text(
        failure.attachments.length > 0
          ? i18n.t('panel.failure.onlyAttachment', failure.attachments.length, [listOf(failure.attachments)])
          : i18n.t('panel.failure.nothingToRead'),
        failure.kind,
        'ask-customer',
        'hand-off',
      );
    case 'search':
      return text(i18n.t('panel.failure.search'), failure.kind, 'try-again');
    default:
      return unreachable(failure);
  }
}

export function modelFailureText(failure: ModelFailure): FailureText {
  const { code } = failure;
  switch (failure.code) {
    case 'unreachable':
      return text(i18n.t('panel.failure.unreachable'), code, 'try-again', 'without-model');
    case 'offline':
      return text(i18n.t('panel.failure.offline'), code, 'try-again', 'without-model');
    case 'key-refused':
      return text(i18n.t('panel.failure.keyRefused'), code, 'open-settings', 'without-model');
    case 'key-locked':
      return text(i18n.t('panel.failure.keyLocked'), code, 'without-model');
    case 'key-gone':
      return text(i18n.t('panel.failure.keyGone'), code, 'open-settings', 'without-model');
    case 'not-allowed':
      return text(i18n.t('panel.failure.notAllowed'), code, 'choose-model', 'without-model');
    case 'model-missing':
      return text(
        failure.others === null
          ? i18n.t('panel.failure.modelMissing', [failure.model])
          : i18n.t('panel.failure.modelMissingOthers', failure.others, [failure.model, failure.others]),
        code,
        'choose-model',
        'without-model',
      );
    case 'rate-limited':
      return text(
        failure.retryAfterSeconds === null
          ? i18n.t('panel.failure.rateLimited')
          : i18n.t('panel.failure.rateLimitedFor', [failure.retryAfterSeconds]),
        code,
        'try-again',
        'without-model',
      );
    case 'server':
      return text(
        i18n.t('panel.failure.server', failure.tries, [failure.status, failure.tries]),
        code,
        'try-again',
        'without-model',
      );
    case 'not-an-answer':
      return text(i18n.t('panel.failure.notAnAnswer'), code, 'test-endpoint', 'without-model');
    case 'stalled':
      return text(i18n.t('panel.failure.stalled', [failure.seconds]), code, 'try-again', 'without-model');
    case 'rejected':
      return text(i18n.t('panel.failure.rejected', [failure.status]), code, 'test-endpoint', 'without-model');
    case 'too-long':
      return text(i18n.t('panel.failure.tooLong'), code, 'choose-model', 'without-model');
    case 'host-blocked':
      return text(
        i18n.t('panel.failure.hostBlocked', [failure.host]),
        code,
        'open-settings',
        'without-model',
      );
    case 'unavailable':
      return text(i18n.t('panel.failure.unavailable'), code, 'choose-model', 'without-model');
    case 'empty':
      return text(i18n.t('panel.failure.empty'), code, 'try-again', 'without-model');
    default:
      return unreachable(failure);
  }
}

export function readFailureText(failure: ReadFailure): FailureText {
  const { code } = failure;
  switch (failure.code) {
    case 'signed-out':
      return text(i18n.t('panel.failure.signedOut'), code, 'look-again');
    case 'forbidden':
      return text(i18n.t('panel.failure.forbidden'), code, 'look-again');
    case 'not-found':
      return text(i18n.t('panel.failure.notFound'), code, 'look-again');
    case 'rate-limited':
      return text(
        failure.retryAfterSeconds === null
          ? i18n.t('panel.failure.helpdeskBusy')
          : i18n.t('panel.failure.helpdeskBusyFor', [failure.retryAfterSeconds]),
        code,
        'look-again',
      );
    case 'server':
      return text(i18n.t('panel.failure.helpdeskServer', [failure.status]), code, 'look-again');
    case 'not-json':
      return text(i18n.t('panel.failure.helpdeskPage'), code, 'look-again');
    case 'unexpected-shape':
      return text(i18n.t('panel.failure.unexpectedShape'), code, 'look-again');
    case 'network':
      return text(i18n.t('panel.failure.helpdeskNetwork'), code, 'look-again');
    case 'page-gone':
      return text(i18n.t('panel.failure.pageGone'), code, 'reload-page');
    case 'aborted':
      return text(i18n.t('panel.failure.aborted'), code, 'look-again');
    default:
      return unreachable(failure);
  }
}

function text(sentence: string, code: string, ...actions: FailureAction[]): FailureText {
  return { sentence, actions, details: code };
}

/** `server status=503 tries=3`: no field of a failure holds customer text. */
function details(failure: ModelFailure | ReadFailure): string {
  const { code, ...rest } = failure;
  return [code, ...Object.entries(rest).map(([name, value]) => `${name}=${value ?? '?'}`)].join(' ');
}

export function failureActionName(action: FailureAction): string {
  switch (action) {
    case 'try-again':
      return i18n.t('panel.action.tryAgain');
    case 'without-model':
      return i18n.t('panel.action.withoutModel');
    case 'open-settings':
      return i18n.t('panel.action.openSettings');
    case 'choose-model':
      return i18n.t('panel.action.chooseModel');
    case 'test-endpoint':
      return i18n.t('panel.action.testEndpoint');
    case 'look-again':
      return i18n.t('panel.action.lookAgain');
    case 'bring-knowledge':
      return i18n.t('panel.action.bringKnowledge');
    case 'try-demo':
      return i18n.t('panel.action.tryDemo');
    case 'ask-customer':
      return i18n.t('panel.action.askCustomer');
    case 'hand-off':
      return i18n.t('panel.action.handOff');
    case 'reload-page':
      return i18n.t('panel.action.reload');
    default:
      return unreachable(action);
  }
}
