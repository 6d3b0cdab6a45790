/** Ids of the browser commands: named in the manifest, heard by the service worker. */
export const commandIds = { draft: 'open-and-draft', insert: 'insert' } as const;
