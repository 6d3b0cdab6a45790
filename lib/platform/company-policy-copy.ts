import { browser } from 'wxt/browser';
import { readCompanyPolicy } from '@/lib/settings/company-policy';
import { companyPolicyKey } from '@/lib/settings/settings-store';

/**
 * Keeps a copy of what the company set beside the settings. A browser may take seconds to tell it for the first time,
 * and no page is to wait for that. Made anew when the company changes it and when somebody removes the copy.
 */
export function serveCompanyPolicy(): void {
  const copy = async () => {
    const policy = readCompanyPolicy(await readManaged());
    if (policy) await browser.storage.local.set({ [companyPolicyKey]: policy });
    else await browser.storage.local.remove(companyPolicyKey);
  };
  browser.storage.onChanged.addListener((changes, area) => {
    const isCopyGone = area === 'local' && changes[companyPolicyKey]?.newValue === undefined;
    if (area === 'managed' || (isCopyGone && companyPolicyKey in changes)) void copy();
  });
  void copy();
}

async function readManaged(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // Firefox refuses where no company manages it.
    return null;
  }
}
