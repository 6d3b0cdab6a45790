import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browserPlaces } from './places';

const placesOf = (kind: string) => browserPlaces().filter((place) => place.kind === kind);
const listed = async (kind: string) =>
  (await Promise.all(placesOf(kind).map((place) => place.list()))).flat();
const erased = async (kind: string) => {
  for (const place of placesOf(kind)) await place.erase();
};

describe('the places of the browser', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    vi.unstubAllGlobals();
  });

  it('lists and empties all storage areas', async () => {
    vi.stubGlobal('localStorage', {});
    vi.stubGlobal('sessionStorage', {});
    for (const storage of [localStorage, sessionStorage])
      Object.defineProperty(storage, 'clear', { value: () => {} });
    await fakeBrowser.storage.local.set({ settings: {} });
    await fakeBrowser.storage.session.set({ opened: 1 });
    await fakeBrowser.storage.sync.set({ other: 2 });
    expect(await listed('stored')).toEqual(['local: settings', 'session: opened', 'sync: other']);
    await erased('stored');
    expect(await listed('stored')).toEqual([]);
  });

  it('lists and clears alarms', async () => {
    await fakeBrowser.alarms.create('retention', { when: 1e15 });
    expect(await listed('alarm')).toEqual(['retention']);
    await erased('alarm');
    expect(await listed('alarm')).toEqual([]);
  });

  it('gives back access to endpoints, and leaves that to helpdesks, which the manifest holds', async () => {
    const manifest = {
      host_permissions: ['https://*.desk.example/agent/*'],
      content_scripts: [{ matches: ['https://*.chat.example/*'] }],
    };
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest as never);
    let origins = ['https://*.desk.example/*', 'https://*.chat.example/*', 'https://llm.example.net/*'];
    const removed: unknown[] = [];
    vi.spyOn(fakeBrowser.permissions, 'getAll').mockImplementation(async () => ({
      permissions: [],
      origins,
    }));
    vi.spyOn(fakeBrowser.permissions, 'remove').mockImplementation(async (asked) => {
      removed.push(asked);
      origins = origins.filter((origin) => !asked.origins?.includes(origin));
      return true;
    });
    expect(await listed('host')).toEqual(['https://llm.example.net/*']);
    await erased('host');
    expect(removed).toEqual([{ origins: ['https://llm.example.net/*'] }]);
    expect(await listed('host')).toEqual([]);
    await erased('host');
    expect(removed).toHaveLength(1);
  });
});
