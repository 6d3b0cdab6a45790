import { i18n } from '#i18n';
import { unreachable } from '@/lib/result';
import type { Trouble } from '@/lib/workspace/messages';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';

export function TroubleBanner({
  trouble,
  onReload,
  onRebuild,
}: {
  trouble: Trouble;
  onReload: () => void;
  onRebuild: () => void;
}) {
  const { code } = trouble;
  return (
    <Banner
      tone={code === 'memory-only' || code === 'index' ? 'warn' : 'bad'}
      alert
      actions={
        code === 'reload-needed' ? (
          <Button variant="link" onClick={onReload}>
            {i18n.t('workspace.trouble.reload')}
          </Button>
        ) : code === 'index' ? (
          <Button variant="link" onClick={onRebuild}>
            {i18n.t('workspace.trouble.again')}
          </Button>
        ) : undefined
      }
    >
      {troubleText(code)}
    </Banner>
  );
}

function troubleText(code: Trouble['code']): string {
  switch (code) {
    case 'storage-full':
      return i18n.t('workspace.trouble.storageFull');
    case 'storage-blocked':
      return i18n.t('workspace.trouble.storageBlocked');
    case 'storage-damaged':
      return i18n.t('workspace.trouble.storageDamaged');
    case 'reload-needed':
      return i18n.t('workspace.trouble.reloadNeeded');
    case 'changed-meanwhile':
      return i18n.t('workspace.trouble.changedMeanwhile');
    case 'not-found':
      return i18n.t('workspace.trouble.notFound');
    case 'index':
      return i18n.t('workspace.trouble.index');
    case 'memory-only':
      return i18n.t('workspace.trouble.memoryOnly');
    default:
      return unreachable(code);
  }
}
