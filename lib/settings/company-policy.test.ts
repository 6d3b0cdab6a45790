import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import schema from '@/public/managed.json';
import { allowsEndpoint, companyPolicySchema, readCompanyPolicy } from './company-policy';
import { defaultSettings, type Settings } from './schema';
import { companyPolicyKey, loadSettings, saveSettings, watchSettings } from './settings-store';

const policy = { allowedEndpoints: ['https://llm.shop.example/'], setBy: 'IT of the shop' };
const endpoint = (baseUrl: string) => ({ ...defaultSettings.endpoint, baseUrl });

describe('what a company set', () => {
  beforeEach(() => fakeBrowser.reset());

  it('is described to browsers as it is read', () => {
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(companyPolicySchema.shape).sort());
  });

  it('is nothing where the browser is not managed or says something else', () => {
    for (const managed of [null, undefined, {}, { allowedEndpoints: 'all' }, 'x', { other: 1 }])
      expect(readCompanyPolicy(managed)).toBeNull();
  });

  it.each([
    ['https://llm.shop.example/v1', true],
    ['https://llm.shop.example:8443/v1', false],
    ['http://llm.shop.example/v1', false],
    ['https://llm.shop.example.evil.example/v1', false],
    ['https://evil.example/?https://llm.shop.example', false],
    ['https://llm.shop.example@evil.example/v1', false],
  ])('fault 32: allows an endpoint by its origin alone: %s %s', (address, isAllowed) => {
    expect(allowsEndpoint(policy, address)).toBe(isAllowed);
    expect(allowsEndpoint(null, address)).toBe(true);
    expect(allowsEndpoint({ allowedEndpoints: [] }, address)).toBe(false);
  });

  it('fault 32: a forbidden endpoint is not saved, an allowed one is, and the settings name who set it', async () => {
    await fakeBrowser.storage.local.set({ [companyPolicyKey]: policy });
    await saveSettings({ endpoint: endpoint('https://llm.shop.example/v1'), agentName: 'Mara' });
    const saved = await saveSettings({ endpoint: endpoint('https://evil.example/v1'), agentName: 'Noor' });
    expect(saved).toMatchObject({
      agentName: 'Noor',
      endpoint: { baseUrl: 'https://llm.shop.example/v1' },
      company: policy,
    });
    expect(JSON.stringify(await fakeBrowser.storage.local.get('settings'))).not.toContain('evil.example');
    expect(await loadSettings()).toEqual(saved);
  });

  it('fault 32: what a person may not leave out cannot be switched off, and comes back when the policy goes', async () => {
    await fakeBrowser.storage.local.set({ [companyPolicyKey]: { nothingLeaves: true } });
    expect((await saveSettings({ nothingLeaves: false })).nothingLeaves).toBe(true);
    await fakeBrowser.storage.local.remove(companyPolicyKey);
    expect(await loadSettings()).toMatchObject({ nothingLeaves: false, company: null });
  });

  it('forbids a second reading whatever a person set, and says no word about it else', async () => {
    await saveSettings({ secondReading: true });
    await fakeBrowser.storage.local.set({ [companyPolicyKey]: { secondReading: false } });
    expect(await loadSettings()).toMatchObject({ secondReading: false, company: { secondReading: false } });
    expect((await saveSettings({ secondReading: true })).secondReading).toBe(false);
    await fakeBrowser.storage.local.set({ [companyPolicyKey]: { secondReading: true } });
    expect((await loadSettings()).secondReading).toBe(true);
    await saveSettings({ secondReading: false });
    expect((await loadSettings()).secondReading).toBe(false);
  });

  it('is told to who watches the settings', async () => {
    const seen: Settings['company'][] = [];
    watchSettings((settings) => seen.push(settings.company), new AbortController().signal);
    await new Promise((resolve) => setTimeout(resolve, 0));
    await fakeBrowser.storage.local.set({ [companyPolicyKey]: policy });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(seen).toEqual([null, policy]);
  });
});
