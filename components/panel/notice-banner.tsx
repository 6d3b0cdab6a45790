import { i18n } from '#i18n';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import type { PanelActions, PanelNotice } from './panel-props';

/** What could not be done and stays true until it is dealt with. */
export function NoticeBanner({ notice, actions }: { notice: PanelNotice | null; actions: PanelActions }) {
  const sentence = noticeSentence(notice);
  if (!sentence) return null;
  return (
    <Banner
      tone="warn"
      fact={sentence}
      actions={
        <>
          {notice?.code === 'offline' && (
            <Button compact onClick={actions.draft}>
              {i18n.t('panel.action.tryAgain')}
            </Button>
          )}
          <Button compact variant="ghost" onClick={actions.dismissNotice}>
            {i18n.t('panel.sheet.close')}
          </Button>
        </>
      }
    />
  );
}

function noticeSentence(notice: PanelNotice | null): string | null {
  switch (notice?.code) {
    case 'copy-refused':
      return i18n.t('panel.notice.copyRefused');
    case 'nothing-to-insert':
      return i18n.t('panel.notice.nothingToInsert');
    case 'offline':
      return i18n.t('panel.failure.offline');
    case 'storage-full':
      return i18n.t('panel.notice.storageFull');
    case 'settle-first':
      return i18n.t('panel.notice.settleFirst', notice.claims);
    case 'demo-failed':
      return i18n.t('panel.notice.demoFailed');
    case 'rating-lost':
      return i18n.t('panel.notice.ratingLost');
    case 'record-lost':
      return i18n.t('panel.notice.recordLost');
    default:
      return null;
  }
}
