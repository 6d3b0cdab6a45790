import '@/lib/platform/jitless';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { openWithIntent, serveCommands } from '@/lib/platform/commands';
import { serveCompanyPolicy } from '@/lib/platform/company-policy-copy';
import { serveKeyLock } from '@/lib/platform/opened-key';
import { giveFocusToPage } from '@/lib/platform/page-focus';
import { openPanelOnActionClick } from '@/lib/platform/panel';
import { serveRetention } from '@/lib/platform/retention-alarm';
import { keepStorageToOurPages } from '@/lib/platform/storage-access';
import { createTabClient } from '@/lib/rpc/client';
import { serveRpc } from '@/lib/rpc/serve';
import { loadSettings } from '@/lib/settings/settings-store';
import { runRetention } from '@/lib/store/run-retention';

export default defineBackground(() => {
  keepStorageToOurPages();
  openPanelOnActionClick();
  serveCommands();
  serveKeyLock(() => Date.now());
  serveCompanyPolicy();
  serveRetention(
    async () => runRetention((await loadSettings()).retention),
    () => Date.now(),
  );
  serveRpc(
    {
      'panel.open': async ({ draft }, { tab }) => {
        if (!tab) return { opened: false };
        await openWithIntent(tab.windowId, draft ? 'draft' : 'open');
        return { opened: true };
      },
      'panel.closing': async ({ windowId }, { signal }) => {
        const [tab] = await browser.tabs.query({ active: true, windowId });
        if (tab?.id === undefined) return { given: false };
        const client = createTabClient(tab.id);
        const isFocused = async () => {
          const focused = await client.call('page.focused', {}, signal);
          // No helpdesk page stands there: nobody waits for the keyboard.
          return !focused.ok || focused.value;
        };
        return { given: await giveFocusToPage(windowId, isFocused) };
      },
    },
    new AbortController().signal,
  );
});
