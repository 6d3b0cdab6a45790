import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openedKeyHome } from '@/lib/platform/opened-key';
import { createKeyring } from '@/lib/store/keyring';
import { createSecretRepository } from '@/lib/store/secrets';
import { until } from '@/test/support/until';
import { createKeySettings, type KeySettings } from './key-settings';

let stop: AbortController;
let settings: KeySettings;
let keyring: ReturnType<typeof createKeyring>;

beforeEach(() => {
  fakeBrowser.reset();
  stop = new AbortController();
  const times = { now: Date.now, idleMs: () => 60_000 };
  keyring = createKeyring(createSecretRepository(new IDBFactory()), openedKeyHome, times);
  settings = createKeySettings(keyring, stop.signal);
  settings.look();
});
afterEach(() => stop.abort());

const keyIs = (state: string) => until(() => expect(settings.get().key.state).toBe(state));

describe('the key in the settings', () => {
  it('is kept, protected, locked, unlocked and forgotten, and never held in their state', async () => {
    expect(await settings.actions.keep(' sk-secret ', null)).toBe(true);
    await keyIs('plain');
    expect(await keyring.look()).toMatchObject({ value: { key: 'sk-secret' } });
    expect(await settings.actions.setPassphrase(null, 'ten tall pines')).toBe(true);
    await keyIs('open');
    settings.actions.lock();
    await keyIs('locked');
    settings.actions.unlock('ten tall pines');
    await keyIs('open');
    expect(JSON.stringify(settings.get())).not.toContain('sk-secret');
    settings.actions.forget();
    await keyIs('none');
  });

  it('tell that a passphrase opened nothing, and forget it with the next try', async () => {
    await settings.actions.keep('sk-secret', null);
    await settings.actions.setPassphrase(null, 'ten tall pines');
    expect(await settings.actions.setPassphrase('a guess', null)).toBe(false);
    expect(settings.get()).toMatchObject({ problem: 'not-opened', isWorking: false });
    expect(await settings.actions.setPassphrase('ten tall pines', null)).toBe(true);
    expect(settings.get().problem).toBeNull();
    await keyIs('plain');
  });
});
