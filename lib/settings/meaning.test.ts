import { describe, expect, it } from 'vitest';
import { asksMeaning, meaningBar, meaningSpace } from './meaning';
import { defaultSettings, type Settings, settingsSchema } from './schema';

const on: Settings = {
  ...defaultSettings,
  provider: 'openai',
  endpoint: { ...defaultSettings.endpoint, baseUrl: 'https://llm.shop.example/v1', model: 'house-12b' },
  meaning: { isOn: true, model: 'house-embed', dimensions: null, price: null },
};

describe('finding by meaning', () => {
  it('is off by default, and in settings that were stored before it came', () => {
    expect(asksMeaning(defaultSettings)).toBe(false);
    const { meaning: _, ...before } = { ...on };
    expect(settingsSchema.parse(before).meaning.isOn).toBe(false);
  });

  it.each([
    ['everything allows it', {}, null],
    ['nothing leaves', { nothingLeaves: true }, 'nothing-leaves'],
    ['drafts are written without a model', { provider: 'extractive' }, 'no-endpoint'],
    ['drafts are written on the device', { provider: 'on-device' }, 'no-endpoint'],
    ['the endpoint has no address', { endpoint: { ...on.endpoint, baseUrl: '' } }, 'no-endpoint'],
    ['the company forbids it', { company: { findByMeaning: false } }, 'company'],
    ['the company allows it', { company: { findByMeaning: true } }, null],
    [
      'the company allows another endpoint',
      { company: { allowedEndpoints: ['https://b.example'] } },
      'company',
    ],
    [
      'the company lets nothing leave',
      { nothingLeaves: true, company: { nothingLeaves: true } },
      'nothing-leaves',
    ],
  ] as [string, Partial<Settings>, string | null][])('is barred or not when %s', (_, change, bar) => {
    expect(meaningBar({ ...on, ...change })).toBe(bar);
    expect(asksMeaning({ ...on, ...change })).toBe(bar === null);
  });

  it('asks no question while each request is shown first, without a model, or switched off', () => {
    expect(asksMeaning({ ...on, askBefore: true })).toBe(false);
    expect(asksMeaning({ ...on, meaning: { ...on.meaning, model: '' } })).toBe(false);
    expect(asksMeaning({ ...on, meaning: { ...on.meaning, isOn: false } })).toBe(false);
  });

  it('compares vectors of the same endpoint, model and size only', () => {
    const others: Settings[] = [
      on,
      { ...on, endpoint: { ...on.endpoint, baseUrl: 'https://other.example/v1' } },
      { ...on, meaning: { ...on.meaning, model: 'other' } },
      { ...on, meaning: { ...on.meaning, dimensions: 256 } },
    ];
    expect(new Set(others.map(meaningSpace)).size).toBe(4);
    // The path, the drafts' model and the price change no vector.
    const same = { ...on, endpoint: { ...on.endpoint, baseUrl: 'https://llm.shop.example/v2', model: 'x' } };
    expect(meaningSpace(same)).toBe(meaningSpace(on));
  });
});
