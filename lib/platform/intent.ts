import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

/**
 * What a key press in the browser asks of the panel of one window. Left in `storage.session`, because the panel may
 * not be open yet and a port would die with the service worker. Whoever acts on it takes it away.
 */
const intentSchema = z.object({
  id: z.string(),
  kind: z.enum(['open', 'draft', 'insert']),
  at: z.number(),
});
export type Intent = z.infer<typeof intentSchema>;

const intentMaxAgeMs = 10_000;
const keyOf = (windowId: number) => `intent:${windowId}`;

export async function leaveIntent(windowId: number, intent: Intent): Promise<void> {
  await browser.storage.session.set({ [keyOf(windowId)]: intent });
}

/** Calls `onIntent` for the one that waits and for each that comes, once each, until `signal` fires. */
export function watchIntents(
  windowId: number,
  now: () => number,
  onIntent: (intent: Intent) => void,
  signal: AbortSignal,
): void {
  const key = keyOf(windowId);
  const seen = new Set<string>();
  const take = (value: unknown) => {
    const parsed = intentSchema.safeParse(value);
    if (!parsed.success || signal.aborted || seen.has(parsed.data.id)) return;
    seen.add(parsed.data.id);
    void browser.storage.session.remove(key);
    if (now() - parsed.data.at <= intentMaxAgeMs) onIntent(parsed.data);
  };
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (key in changes) take(changes[key]?.newValue);
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener));
  void browser.storage.session.get(key).then((stored) => take(stored[key]));
}
