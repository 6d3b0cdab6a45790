/** Everything that the browser keeps for the extension, asked of the browser itself from one of its pages. */
export async function whatIsKept() {
  const { held = [], pending = [] } = await navigator.locks.query();
  const granted = (await chrome.permissions.getAll()).origins ?? [];
  // By host: the browser grants whole hosts, whatever path the manifest names.
  const hostOf = (pattern: string) => pattern.split('/')[2];
  const fixed = (chrome.runtime.getManifest().host_permissions ?? []).map(hostOf);
  return {
    databases: (await indexedDB.databases()).map(({ name }) => name ?? '').sort(),
    local: Object.keys(await chrome.storage.local.get(null)).sort(),
    session: Object.keys(await chrome.storage.session.get(null)).sort(),
    sync: Object.keys(await chrome.storage.sync.get(null)),
    page: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    caches: await caches.keys(),
    alarms: (await chrome.alarms.getAll()).map(({ name }) => name),
    hosts: granted.filter((origin) => !fixed.includes(hostOf(origin))),
    locks: [...held, ...pending].map(({ name }) => name),
  };
}

export const nothingIsKept = {
  databases: [],
  local: [],
  session: [],
  sync: [],
  page: [],
  caches: [],
  alarms: [],
  hosts: [],
  locks: [],
};
