/** Ids of the browser commands: named in the manifest, heard by the service worker. */
export const commandIds = { draft: 'open-and-draft', insert: 'insert' } as const;

/** The keys before anybody changes them. Firefox would also open its File and View menus by Alt+Shift+F and V. */
export function suggestedKeys(browser: string): Record<keyof typeof commandIds, string> {
  return browser === 'firefox'
    ? { draft: 'Alt+Shift+K', insert: 'Alt+Shift+U' }
    : { draft: 'Alt+Shift+F', insert: 'Alt+Shift+V' };
}
