import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

const name = 'opened-key';
const openedKeySchema = z.object({ key: z.string(), until: z.number() });
type OpenedKey = z.infer<typeof openedKeySchema>;

/**
 * The unlocked key between two uses. `storage.session` is kept in memory, is never written to the disk and ends with
 * the browser. It is closed to content scripts: in Chrome by its access level (`storage-access.ts` sets it before
 * first use), in Firefox because content scripts have no such area. What must outlast the browser, the sealed key, has
 * its home in the extension's own database, because Firefox shows `storage.local` to content scripts.
 */
export const openedKeyHome = {
  async read(): Promise<OpenedKey | null> {
    const parsed = openedKeySchema.safeParse((await browser.storage.session.get(name))[name]);
    return parsed.success ? parsed.data : null;
  },
  async write(opened: OpenedKey | null): Promise<void> {
    if (opened === null) return browser.storage.session.remove(name);
    await browser.storage.session.set({ [name]: opened });
    await browser.alarms.create(name, { when: opened.until });
  },
  watch(onChange: () => void, signal: AbortSignal): void {
    const listener = (changes: Record<string, unknown>) => {
      if (name in changes) onChange();
    };
    browser.storage.session.onChanged.addListener(listener);
    signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener));
  },
};

/**
 * Takes the opened key away when its time is over, also when no page of ours is open to do so. Must be called in the
 * first turn of the service worker, which the alarm may have woken.
 */
export function serveKeyLock(now: () => number): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) void lockIfOver();
  });
  const lockIfOver = async () => {
    const opened = await openedKeyHome.read();
    // Used meanwhile: another alarm is set for its new time.
    if (opened && opened.until <= now()) await openedKeyHome.write(null);
  };
}
