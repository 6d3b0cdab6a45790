import { i18n } from '#i18n';
import { unreachable } from '@/lib/result';
import type { MeaningRun } from '@/lib/workspace/meaning/meaning';
import type { MeaningSurvey } from '@/lib/workspace/meaning/meaning-survey';
import { listOf, money } from '../ui/format';

type Failure = Extract<MeaningRun, { state: 'failed' }>['failure'];

/** Why it stopped and what to do; what came until then is kept, which the counts beside it tell. */
export function meaningFailureText(failure: Failure): string {
  switch (failure.code) {
    case 'key-refused':
      return i18n.t('workspace.settings.meaningFailed.keyRefused');
    case 'key-locked':
    case 'key-gone':
      return i18n.t('workspace.settings.testLocked');
    case 'not-offered':
      return i18n.t('workspace.settings.meaningFailed.notOffered');
    case 'model-missing':
    case 'not-allowed':
      return i18n.t('workspace.settings.meaningFailed.modelMissing');
    case 'rate-limited':
      return failure.retryAfterSeconds === null
        ? i18n.t('workspace.settings.meaningFailed.busy')
        : i18n.t('workspace.settings.meaningFailed.busyFor', [failure.retryAfterSeconds]);
    case 'server':
    case 'rejected':
      return i18n.t('workspace.settings.meaningFailed.refused', [failure.status]);
    case 'stalled':
      return i18n.t('workspace.settings.meaningFailed.stalled', [failure.seconds]);
    case 'offline':
    case 'unreachable':
      return i18n.t('workspace.settings.meaningFailed.unreachable');
    case 'not-an-answer':
    case 'empty':
    case 'too-long':
    case 'unavailable':
      return i18n.t('workspace.settings.meaningFailed.notAnAnswer');
    case 'other-size':
      return i18n.t('workspace.settings.meaningFailed.otherSize');
    case 'host-blocked':
    case 'not-permitted':
      return i18n.t('workspace.settings.meaningFailed.notPermitted');
    case 'elsewhere':
    case 'replaced':
    case 'aborted':
      return i18n.t('workspace.settings.meaningFailed.elsewhere');
    case 'storage-full':
      return i18n.t('workspace.settings.meaningFailed.storageFull');
    case 'storage-blocked':
    case 'storage-damaged':
    case 'reload-needed':
    case 'changed-meanwhile':
      return i18n.t('workspace.settings.meaningFailed.storage');
    default:
      return unreachable(failure);
  }
}

/** What sending these costs, as far as the price is told. */
export function sendingText(
  passages: number,
  tokens: number,
  price: { perMillion: number; currency: string } | null,
): string {
  const cost =
    price === null
      ? i18n.t('workspace.settings.meaningNoPrice')
      : i18n.t('workspace.settings.meaningCost', [
          money((tokens * price.perMillion) / 1_000_000, price.currency),
        ]);
  return listOf([
    i18n.t('workspace.settings.meaningPassages', passages, [passages.toLocaleString()]),
    i18n.t('workspace.settings.meaningTokens', [tokens.toLocaleString()]),
    cost,
  ]);
}

/** How far it is, and what stays here. */
export function standText(survey: MeaningSurvey, left: number): string {
  const { passages, keptHere } = survey;
  const done = i18n.t('workspace.settings.meaningDone', passages, [
    (passages - left).toLocaleString(),
    passages.toLocaleString(),
  ]);
  return keptHere === 0 ? done : `${done} ${i18n.t('workspace.settings.meaningKept', keptHere)}`;
}
