import { i18n } from '#i18n';
import { Toast } from '../ui/toast';
import type { PanelActions, PanelNotice } from './panel-props';

/** Only for what is done; what went wrong stays on screen as a banner (see `NoticeBanner`). */
export function NoticeToast({ notice, actions }: { notice: PanelNotice | null; actions: PanelActions }) {
  const message =
    notice?.code === 'discarded'
      ? {
          id: notice.code,
          text: i18n.t('panel.notice.discarded'),
          undo: { label: i18n.t('panel.notice.undo'), onUndo: actions.undoDiscard },
        }
      : notice?.code === 'copied'
        ? { id: notice.code, text: i18n.t('panel.notice.copied'), undo: null }
        : null;
  return <Toast message={message} onGone={actions.dismissNotice} />;
}
