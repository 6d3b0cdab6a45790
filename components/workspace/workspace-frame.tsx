import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { MessagesState } from '@/lib/workspace/messages';
import { LiveRegion } from '../ui/live-region';
import { Toast } from '../ui/toast';
import { Tooltips } from '../ui/tooltips';
import { Navigation, type NavigationProps } from './navigation';
import { noticeText } from './notice-words';
import { TroubleBanner } from './trouble-banner';
import styles from './workspace.module.css';

export interface WorkspaceFrameProps extends NavigationProps {
  messages: MessagesState;
  onNoticeGone: () => void;
  onReload: () => void;
  onRebuild: () => void;
  children: ReactNode;
}

/** Navigation beside one page, with the page's one toast and one banner. */
export function WorkspaceFrame({
  messages,
  onNoticeGone,
  onReload,
  onRebuild,
  children,
  ...nav
}: WorkspaceFrameProps) {
  const { notice, trouble } = messages;
  const text = notice ? noticeText(notice) : '';
  const undo = notice?.undo ?? null;
  return (
    <div className={styles.app}>
      <Navigation {...nav} />
      <main className={styles.page}>
        {trouble && <TroubleBanner trouble={trouble} onReload={onReload} onRebuild={onRebuild} />}
        {children}
        <Toast
          message={
            notice && undo
              ? { id: notice.id, text, undo: { label: i18n.t('workspace.notice.undo'), onUndo: undo } }
              : null
          }
          onGone={onNoticeGone}
        />
      </main>
      {/* What can be undone is told by the toast itself. */}
      <LiveRegion text={undo ? '' : text} />
      <Tooltips />
    </div>
  );
}
