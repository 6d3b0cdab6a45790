import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptySession } from '@/lib/draft/session/session';
import { createStore } from '@/lib/panel/observable';
import type { RetentionPlan } from '@/lib/platform/retention-alarm';
import { dayMs } from '@/lib/privacy/retention';
import { defaultSettings, type Settings } from '@/lib/settings/schema';
import { createRetentionRepository } from '@/lib/store/retention';
import { openStore, type Store } from '@/lib/store/store';
import { until } from '@/test/support/until';
import { createMessages } from '../messages';
import type { Preferences, PreferencesState } from './preferences';
import { createRetaining, type Retaining } from './retaining';

const now = Date.UTC(2026, 10, 24, 12);
let store: Store;
let retaining: Retaining;
let plan: RetentionPlan | null;
let settings: ReturnType<typeof createStore<PreferencesState>>;

const change = (wanted: Partial<Settings>) =>
  settings.update({ settings: { ...settings.get().settings, ...wanted } });

beforeEach(async () => {
  store = await openStore({ indexedDB: new IDBFactory(), IDBKeyRange, now: () => new Date(now) });
  settings = createStore({ settings: defaultSettings, reset: { state: 'none' } } as PreferencesState);
  const preferences = { ...settings, actions: { change }, look() {} } as unknown as Preferences;
  plan = { dueAt: now + 3_600_000, failure: null };
  const clock = { now: () => new Date(now), elapsed: () => 0, sleep: async () => {} };
  const retention = {
    foresee: createRetentionRepository(store.database, clock.now).foresee,
    readPlan: async () => plan,
    postpone: async (from: number) => {
      plan = { dueAt: from + dayMs, failure: null };
    },
  };
  retaining = createRetaining({ retention, clock }, preferences, createMessages());
  await store.database.drafts.bulkAdd(
    [40, 8, 6.5].map((days, index) => ({
      ticketKey: `t${index}`,
      savedAt: new Date(now - days * dayMs).toISOString(),
      session: emptySession,
    })),
  );
});
afterEach(() => store.close());

describe('retention in the settings', () => {
  it('shows what goes at the next run, by the limits as they are set', async () => {
    retaining.look();
    await until(() => expect(retaining.get().outlook?.drafts).toMatchObject({ kept: 3, due: 1 }));
    expect(retaining.get().plan?.dueAt).toBe(now + 3_600_000);
  });

  it('puts the next run off to a day from a change, and shows what that run will take', async () => {
    retaining.actions.keepFor('drafts', 7);
    await until(() => expect(retaining.get().plan?.dueAt).toBe(now + dayMs));
    // 6.5 days now, 7.5 by then.
    expect(retaining.get().outlook?.drafts).toMatchObject({ kept: 3, due: 3 });
    expect(settings.get().settings.retention).toEqual({ ...defaultSettings.retention, drafts: 7 });
    retaining.actions.keepFor('drafts', null);
    await until(() => expect(retaining.get().outlook?.drafts.due).toBe(0));
    expect(await store.database.drafts.count()).toBe(3);
  });

  it('follows limits that were read or changed elsewhere', async () => {
    retaining.look();
    await until(() => expect(retaining.get().outlook?.drafts.due).toBe(1));
    change({ retention: { ...defaultSettings.retention, drafts: 7 } });
    await until(() => expect(retaining.get().outlook?.drafts.due).toBe(2));
  });
});
