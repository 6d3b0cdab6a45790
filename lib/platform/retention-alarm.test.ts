import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dayMs } from '@/lib/privacy/retention';
import { until } from '@/test/support/until';
import { postponeRetention, readRetentionPlan, serveRetention } from './retention-alarm';

const now = Date.UTC(2026, 10, 24, 12);
const ringing = (name: string) => ({ name, scheduledTime: now, persistAcrossSessions: true });
const alarm = () => fakeBrowser.alarms.get('retention');

describe('the alarm of retention', () => {
  beforeEach(() => fakeBrowser.reset());

  it('is first planned for a day later, not for now', async () => {
    serveRetention(
      async () => null,
      () => now,
    );
    await until(async () => expect((await alarm())?.scheduledTime).toBe(now + dayMs));
    expect(await readRetentionPlan()).toEqual({ dueAt: now + dayMs, failure: null });
  });

  it('keeps its time when the worker starts again, also where the browser forgot the alarm', async () => {
    serveRetention(
      async () => null,
      () => now,
    );
    await until(async () => expect(await alarm()).toBeDefined());
    await fakeBrowser.alarms.clear('retention');
    serveRetention(
      async () => null,
      () => now + 5 * 3_600_000,
    );
    await until(async () => expect((await alarm())?.scheduledTime).toBe(now + dayMs));
  });

  it('runs, plans the next run before it, and keeps why it could not finish', async () => {
    const seen: (number | undefined)[] = [];
    serveRetention(
      async () => {
        seen.push((await readRetentionPlan())?.dueAt);
        return 'storage-full';
      },
      () => now + dayMs,
    );
    await until(async () => expect(await alarm()).toBeDefined());
    await fakeBrowser.alarms.onAlarm.trigger(ringing('retention'));
    await until(async () =>
      expect(await readRetentionPlan()).toEqual({ dueAt: now + 2 * dayMs, failure: 'storage-full' }),
    );
    expect(seen).toEqual([now + 2 * dayMs]);
  });

  it('does not run for alarms of others', async () => {
    let runs = 0;
    serveRetention(
      async () => {
        runs++;
        return null;
      },
      () => now,
    );
    await fakeBrowser.alarms.onAlarm.trigger(ringing('other'));
    await until(async () => expect(await alarm()).toBeDefined());
    expect(runs).toBe(0);
  });

  it('waits a day again when it is postponed, and still tells of the last failure', async () => {
    await fakeBrowser.storage.local.set({ retention: { dueAt: now + 60_000, failure: 'storage-full' } });
    await postponeRetention(now);
    expect(await readRetentionPlan()).toEqual({ dueAt: now + dayMs, failure: 'storage-full' });
    expect((await alarm())?.scheduledTime).toBe(now + dayMs);
  });
});
