import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createStore } from '@/lib/panel/observable';
import { openedKeyHome } from '@/lib/platform/opened-key';
import type { AuditEvent } from '@/lib/privacy/audit';
import { err, ok } from '@/lib/result';
import { meaningSpace } from '@/lib/settings/meaning';
import { defaultSettings, type Settings } from '@/lib/settings/schema';
import type { AuditRepository } from '@/lib/store/audit';
import { createKeyring } from '@/lib/store/keyring';
import { createSecretRepository } from '@/lib/store/secrets';
import type { MeaningDeps } from '../deps';
import { createMessages } from '../messages';
import type { Preferences } from '../settings/preferences';
import { createMeaning } from './meaning';
import type { MeaningSurvey } from './meaning-survey';

type Build = MeaningDeps['build'];

const on: Settings = {
  ...defaultSettings,
  provider: 'openai',
  endpoint: { ...defaultSettings.endpoint, baseUrl: 'https://llm.example/v1' },
  meaning: { isOn: true, model: 'house-embed', dimensions: null, price: null },
};
const survey: MeaningSurvey = {
  articles: 3,
  keptHere: 1,
  passages: 9,
  tokens: 900,
  space: null,
  missing: { passages: 9, tokens: 900 },
  stale: 3,
};

let stop: AbortController;
beforeEach(() => {
  fakeBrowser.reset();
  stop = new AbortController();
});
afterEach(() => stop.abort());

/** The controller over a job that a test plays; what it was given is kept. */
function setUp(build: Build, { settings = on, permitted = true, counted = survey } = {}) {
  const shown = createStore({ settings });
  const change = (wanted: Partial<Settings>) =>
    shown.set({ settings: { ...shown.get().settings, ...wanted } });
  const calls: string[] = [];
  const noted: AuditEvent[] = [];
  const keyring = createKeyring(createSecretRepository(new IDBFactory()), openedKeyHome, {
    now: Date.now,
    idleMs: () => 60_000,
  });
  const requestOrigin = async (origin: string) => {
    calls.push(`permission ${origin}`);
    return permitted;
  };
  const meaning = createMeaning(
    {
      meaning: {
        survey: async () => ok(counted),
        build: (...given) => {
          calls.push('build');
          return build(...given);
        },
        async clear() {
          calls.push('clear');
          return ok(undefined);
        },
      },
      audit: {
        async append(event: AuditEvent) {
          noted.push(event);
          return ok(undefined);
        },
      } as unknown as AuditRepository,
      settings: { keyring, requestOrigin } as unknown as Parameters<typeof createMeaning>[0]['settings'],
    },
    { ...shown, actions: { change } } as unknown as Preferences,
    createMessages(),
    stop.signal,
  );
  return { meaning, change, calls, noted, keyring, settings: () => shown.get().settings };
}

/** A job that goes on until it is stopped. */
const endless: Build = (_settings, _key, _onProgress, signal) =>
  new Promise((resolve) => {
    const end = () => resolve(err({ code: 'aborted' }));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });

describe('the vectors in the settings', () => {
  it('are counted when the settings are opened, and only where it is switched on', async () => {
    const off = setUp(endless, { settings: { ...on, meaning: { ...on.meaning, isOn: false } } });
    off.meaning.look();
    await new Promise((resolve) => setTimeout(resolve));
    expect(off.meaning.get().survey).toBeNull();
    off.meaning.actions.change({ isOn: true });
    await expect.poll(() => off.meaning.get().survey).toEqual(survey);
    expect(off.calls).toEqual([]);
  });

  it('are begun on a press, once the browser may reach the endpoint, and tell how far they are', async () => {
    const { meaning, calls, noted } = setUp(async (settings, key, onProgress, signal) => {
      expect([settings, key]).toEqual([on, null]);
      onProgress({ passages: 4, tokens: 40 });
      onProgress({ passages: 2, tokens: 20 });
      expect(meaning.get().run).toEqual({ state: 'running', done: 6, of: 9, tokens: 60 });
      expect(signal.aborted).toBe(false);
      return ok(undefined);
    });
    meaning.look();
    await expect.poll(() => meaning.get().survey).toEqual(survey);
    meaning.actions.start();
    meaning.actions.start();
    await expect.poll(() => meaning.get().run.state).toBe('none');
    expect(calls).toEqual(['permission https://llm.example', 'build']);
    expect(noted).toEqual([{ kind: 'embedded', model: 'house-embed', hosts: ['llm.example'], passages: 6 }]);
  });

  it('count what is left of the same space, and everything for another one', async () => {
    const counted = { ...survey, space: meaningSpace(on), missing: { passages: 2, tokens: 200 } };
    const { meaning } = setUp(endless, { counted });
    meaning.look();
    await expect.poll(() => meaning.get().survey).toEqual(counted);
    meaning.actions.start();
    expect(meaning.get().run).toMatchObject({ of: 2 });
    meaning.actions.pause();
    await expect.poll(() => meaning.get().run.state).toBe('none');
    meaning.actions.change({ model: 'other' });
    meaning.actions.start();
    expect(meaning.get().run).toMatchObject({ of: 9 });
  });

  it.each([
    ['nothing leaves', { nothingLeaves: true }],
    ['drafts are written without a model', { provider: 'extractive' }],
    ['the company forbids it', { company: { findByMeaning: false } }],
    ['no model is named', { meaning: { ...on.meaning, model: '' } }],
  ] as [string, Partial<Settings>][])('cannot be begun when %s', (_, change) => {
    const { meaning, calls } = setUp(endless, { settings: { ...on, ...change } });
    meaning.actions.start();
    expect(meaning.get().run.state).toBe('none');
    expect(calls).toEqual([]);
  });

  it('stop when nothing may leave any more, from the moment that it is switched', async () => {
    const { meaning, change, calls } = setUp(endless);
    meaning.actions.start();
    await expect.poll(() => calls).toContain('build');
    change({ nothingLeaves: true });
    await expect.poll(() => meaning.get().run.state).toBe('none');
  });

  it('say why they cannot be made', async () => {
    const codeOf = ({ meaning }: ReturnType<typeof setUp>) => {
      const { run } = meaning.get();
      return run.state === 'failed' ? run.failure.code : run.state;
    };
    const refused = setUp(async () => err({ code: 'key-refused' }));
    const elsewhere = setUp(async () => null);
    const forbidden = setUp(endless, { permitted: false });
    for (const each of [refused, elsewhere, forbidden]) each.meaning.actions.start();
    await expect
      .poll(() => [refused, elsewhere, forbidden].map(codeOf))
      .toEqual(['key-refused', 'elsewhere', 'not-permitted']);
    expect(forbidden.calls).not.toContain('build');
  });

  it('are not made with a key that waits for its passphrase', async () => {
    const { meaning, keyring, calls } = setUp(endless);
    expect((await keyring.keep('sk-1', null)).ok).toBe(true);
    expect((await keyring.setPassphrase(null, 'seven quiet lamps')).ok).toBe(true);
    await keyring.lock();
    meaning.actions.start();
    await expect.poll(() => meaning.get().run).toEqual({ state: 'failed', failure: { code: 'key-locked' } });
    expect(calls).not.toContain('build');
  });

  it('go and are switched off when they are removed, also while they are being made', async () => {
    const { meaning, calls, settings } = setUp(endless);
    meaning.actions.start();
    await expect.poll(() => calls).toContain('build');
    meaning.actions.remove();
    await expect.poll(() => calls).toContain('clear');
    await expect.poll(() => meaning.get().run.state).toBe('none');
    expect(settings().meaning.isOn).toBe(false);
  });
});
