import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultSettings } from './schema';
import { loadSettings, saveSettings, watchSettings } from './settings-store';

describe('settings', () => {
  beforeEach(() => fakeBrowser.reset());

  it('start from the defaults, with no model', async () => {
    expect(await loadSettings()).toEqual(defaultSettings);
    expect(defaultSettings.provider).toBe('extractive');
  });

  it('keep what was set and complete the rest', async () => {
    await saveSettings({ agentName: 'Mara' });
    expect(await loadSettings()).toEqual({ ...defaultSettings, agentName: 'Mara' });
  });

  it('fall back to the defaults when what is stored cannot be read', async () => {
    await fakeBrowser.storage.local.set({ settings: { provider: 'telepathy' } });
    expect(await loadSettings()).toEqual(defaultSettings);
  });

  it('tell a watcher of each change until it stops listening', async () => {
    const seen: (string | null)[] = [];
    const stop = new AbortController();
    watchSettings((settings) => seen.push(settings.agentName), stop.signal);
    await new Promise((resolve) => setTimeout(resolve, 0));
    await saveSettings({ agentName: 'Mara' });
    stop.abort();
    await saveSettings({ agentName: 'Noor' });
    expect(seen).toEqual([null, 'Mara']);
  });
});
