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
    if (opened) await browser.storage.session.set({ [name]: opened });
    else await browser.storage.session.remove(name);
  },
  watch(onChange: () => void, signal: AbortSignal): void {
    const listener = (changes: Record<string, unknown>) => {
      if (name in changes) onChange();
    };
    browser.storage.session.onChanged.addListener(listener);
    signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener));
  },
};
