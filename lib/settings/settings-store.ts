import { browser } from 'wxt/browser';
import { allowsEndpoint, allowsSecondReading, readCompanyPolicy } from './company-policy';
import { defaultSettings, type Settings, settingsSchema } from './schema';

const key = 'settings';
/** Where the copy of the company's policy lies (`lib/platform/company-policy-copy`). */
export const companyPolicyKey = 'company-policy';

/**
 * Settings live in `storage.local`, readable by the extension's pages only. What was stored by an older version is
 * completed from the defaults; what cannot be read is replaced by them.
 */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get([key, companyPolicyKey]);
  return underPolicy(complete(stored[key]), stored[companyPolicyKey]);
}

export async function saveSettings(change: Partial<Settings>): Promise<Settings> {
  const stored = await browser.storage.local.get([key, companyPolicyKey]);
  const own = complete(stored[key]);
  // What the company does not allow is not kept either: it would come into force with the next change of the policy.
  const isAllowed = allowsEndpoint(
    readCompanyPolicy(stored[companyPolicyKey]),
    (change.endpoint ?? own.endpoint).baseUrl,
  );
  const next = { ...own, ...change, ...(!isAllowed && { endpoint: own.endpoint }) };
  await browser.storage.local.set({ [key]: { ...next, company: null } });
  return underPolicy(next, stored[companyPolicyKey]);
}

/** Calls `onChange` now and after each change, from whichever page, until `signal` fires. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  const tell = async () => {
    const settings = await loadSettings();
    if (!signal.aborted) onChange(settings);
  };
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (key in changes || companyPolicyKey in changes) void tell();
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
  void tell();
}

function complete(stored: unknown): Settings {
  const merged =
    typeof stored === 'object' && stored !== null ? { ...defaultSettings, ...stored } : defaultSettings;
  const parsed = settingsSchema.safeParse(merged);
  return parsed.success ? parsed.data : defaultSettings;
}

/** What the company set goes before what the person set. Which endpoints it allows is asked where requests are made. */
function underPolicy(own: Settings, stored: unknown): Settings {
  const company = readCompanyPolicy(stored);
  return {
    ...own,
    company,
    nothingLeaves: own.nothingLeaves || company?.nothingLeaves === true,
    secondReading: own.secondReading && allowsSecondReading(company),
  };
}
