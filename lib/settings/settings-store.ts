import { browser } from 'wxt/browser';
import { defaultSettings, type Settings, settingsSchema } from './schema';

const key = 'settings';

/**
 * Settings live in `storage.local`, readable by the extension's pages only. What was stored by an older version is
 * completed from the defaults; what cannot be read is replaced by them.
 */
export async function loadSettings(): Promise<Settings> {
  const stored = (await browser.storage.local.get(key))[key];
  return complete(stored);
}

export async function saveSettings(change: Partial<Settings>): Promise<Settings> {
  const next = { ...(await loadSettings()), ...change };
  await browser.storage.local.set({ [key]: next });
  return next;
}

/** Calls `onChange` now and after each change, from whichever page, until `signal` fires. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (key in changes) onChange(complete(changes[key]?.newValue));
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
  void loadSettings().then((settings) => {
    if (!signal.aborted) onChange(settings);
  });
}

function complete(stored: unknown): Settings {
  const merged =
    typeof stored === 'object' && stored !== null ? { ...defaultSettings, ...stored } : defaultSettings;
  const parsed = settingsSchema.safeParse(merged);
  return parsed.success ? parsed.data : defaultSettings;
}
