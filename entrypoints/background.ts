import '@/lib/platform/jitless';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { serveCommands } from '@/lib/platform/commands';
import { openPanelOnActionClick } from '@/lib/platform/panel';

export default defineBackground(() => {
  void browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  openPanelOnActionClick();
  serveCommands();
});
