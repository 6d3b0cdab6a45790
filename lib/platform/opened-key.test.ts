import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { until } from '@/test/support/until';
import { openedKeyHome, serveKeyLock } from './opened-key';

beforeEach(() => fakeBrowser.reset());

it('keeps the opened key in the session alone, never where it outlasts the browser', async () => {
  await openedKeyHome.write({ key: 'sk-of-the-team', until: 5 });
  expect(await openedKeyHome.read()).toEqual({ key: 'sk-of-the-team', until: 5 });
  expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).toContain('sk-of-the-team');
  expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('sk-of-the-team');
  await openedKeyHome.write(null);
  expect(await openedKeyHome.read()).toBeNull();
  expect(await fakeBrowser.storage.session.get(null)).toEqual({});
});

it('tells of its own changes only, until it is stopped', async () => {
  let told = 0;
  const stop = new AbortController();
  openedKeyHome.watch(() => told++, stop.signal);
  await fakeBrowser.storage.session.set({ 'intent:7': {} });
  expect(told).toBe(0);
  await openedKeyHome.write({ key: 'sk', until: 5 });
  expect(told).toBe(1);
  stop.abort();
  await openedKeyHome.write(null);
  expect(told).toBe(1);
});

it('takes what it cannot read for no key', async () => {
  await fakeBrowser.storage.session.set({ 'opened-key': { key: 7 } });
  expect(await openedKeyHome.read()).toBeNull();
});

it('is taken away by an alarm when its time is over, and not when it was used meanwhile', async () => {
  const ring = () =>
    fakeBrowser.alarms.onAlarm.trigger({ name: 'opened-key', scheduledTime: 0, persistAcrossSessions: true });
  let now = 1000;
  serveKeyLock(() => now);
  await openedKeyHome.write({ key: 'sk', until: 5000 });
  expect((await fakeBrowser.alarms.get('opened-key'))?.scheduledTime).toBe(5000);
  await openedKeyHome.write({ key: 'sk', until: 9000 });
  now = 5000;
  await ring();
  expect(await openedKeyHome.read()).not.toBeNull();
  expect((await fakeBrowser.alarms.get('opened-key'))?.scheduledTime).toBe(9000);
  now = 9000;
  await ring();
  await until(async () => expect(await openedKeyHome.read()).toBeNull());
});
