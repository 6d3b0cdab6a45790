import '@/lib/platform/jitless';
import { defineBackground } from 'wxt/utils/define-background';
import { openWithIntent, serveCommands } from '@/lib/platform/commands';
import { openPanelOnActionClick } from '@/lib/platform/panel';
import { keepStorageToOurPages } from '@/lib/platform/storage-access';
import { serveRpc } from '@/lib/rpc/serve';

export default defineBackground(() => {
  keepStorageToOurPages();
  openPanelOnActionClick();
  serveCommands();
  serveRpc(
    {
      'panel.open': async ({ draft }, { tab }) => {
        if (!tab) return { opened: false };
        await openWithIntent(tab.windowId, draft ? 'draft' : 'open');
        return { opened: true };
      },
    },
    new AbortController().signal,
  );
});
