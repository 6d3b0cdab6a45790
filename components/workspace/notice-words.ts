import { i18n } from '#i18n';
import { unreachable } from '@/lib/result';
import type { Notice } from '@/lib/workspace/messages';

export function noticeText({ code, count }: Pick<Notice, 'code' | 'count'>): string {
  switch (code) {
    case 'archived':
      return i18n.t('workspace.notice.archived', count);
    case 'verified':
      return i18n.t('workspace.notice.verified', count);
    case 'saved':
      return i18n.t('workspace.notice.saved', [count]);
    case 'restored':
      return i18n.t('workspace.notice.restored', [count]);
    case 'demo-removed':
      return i18n.t('workspace.notice.demoRemoved', count);
    default:
      return unreachable(code);
  }
}
