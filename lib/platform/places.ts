import { browser } from 'wxt/browser';

/** A place of the browser where something of ours may stand. */
export interface Place {
  readonly kind: 'stored' | 'cache' | 'alarm' | 'host' | 'lock';
  /** Names of what stands there now. */
  list(): Promise<string[]>;
  /** Takes all of it away. Whether it worked is for `list` to say. */
  erase(): Promise<unknown>;
}

/** Every place but the databases. Alarms go first, so that none rings while the rest goes. */
export function browserPlaces(): Place[] {
  return [
    alarms,
    hosts,
    ...(['local', 'session', 'sync'] as const).map(storageArea),
    pageStorage,
    cacheStorage,
    locks,
  ];
}

const alarms: Place = {
  kind: 'alarm',
  list: async () => (await browser.alarms.getAll()).map(({ name }) => name),
  erase: () => browser.alarms.clearAll(),
};

/** Access to model endpoints. That to the helpdesks is the extension's by its manifest and goes when it is removed. */
const hosts: Place = {
  kind: 'host',
  async list() {
    const { host_permissions: granted = [], content_scripts: scripts = [] } = browser.runtime.getManifest();
    const patterns = [...granted, ...scripts.flatMap(({ matches = [] }) => matches)];
    const fixed = new Set([...patterns, ...patterns.map(wholeHost)]);
    const { origins = [] } = await browser.permissions.getAll();
    return origins.filter((origin) => !fixed.has(origin));
  },
  async erase() {
    const origins = await hosts.list();
    if (origins.length > 0) await browser.permissions.remove({ origins });
  },
};

/** Browsers grant whole hosts, whatever path the manifest's pattern names. */
function wholeHost(pattern: string): string {
  return pattern.replace(/^([^:]+:\/\/[^/]+)\/.*$/, '$1/*');
}

function storageArea(name: 'local' | 'session' | 'sync'): Place {
  const area = browser.storage[name];
  return {
    kind: 'stored',
    list: async () => Object.keys(await area.get(null)).map((key) => `${name}: ${key}`),
    erase: () => area.clear(),
  };
}

/** The pages' own, which Footnote does not use; a library might. */
const pageStorage: Place = {
  kind: 'stored',
  list: async () => [localStorage, sessionStorage].flatMap((storage) => Object.keys(storage)),
  async erase() {
    localStorage.clear();
    sessionStorage.clear();
  },
};

const cacheStorage: Place = {
  kind: 'cache',
  list: () => caches.keys(),
  erase: async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))),
};

/** Held by a page or worker that still runs; they end with it and cannot be taken away. */
const locks: Place = {
  kind: 'lock',
  async list() {
    const { held = [], pending = [] } = await navigator.locks.query();
    return [...held, ...pending].map(({ name }) => name ?? '');
  },
  erase: async () => {},
};

/** Closes all pages of ours but this one: panels, other workspace tabs. They would write again. */
export function closeOtherPages(): void {
  const views = browser.extension.getViews() as unknown as (typeof window)[];
  for (const view of views) {
    if (view === window) continue;
    view.close();
    // A tab that a person opened does not close by itself: then it shows nothing of ours any more.
    view.location.replace('about:blank');
  }
}
