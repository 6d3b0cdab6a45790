import { browser } from 'wxt/browser';

/**
 * Closes both storage areas to content scripts. Firefox has no such level for `storage.local`; nothing secret is kept
 * there for that reason (keys live in the extension's own database).
 */
export function keepStorageToOurPages(): void {
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  void browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
