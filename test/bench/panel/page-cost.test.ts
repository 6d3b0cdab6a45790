import { describe, expect, it } from 'vitest';
import { timeIn } from './page-cost';

const profile = {
  nodes: [
    { id: 1, callFrame: { url: 'chrome-extension://a/content-scripts/helpdesk.js' } },
    { id: 2, callFrame: { url: 'https://shop.example/app.js' } },
  ],
  samples: [1, 2, 1],
  timeDeltas: [1_000, 50_000, 500],
};

describe('timeIn', () => {
  it('counts only the samples in files of the extension', () => {
    expect(timeIn(profile, 'chrome-extension://a/')).toBe(1.5);
  });

  it('does not take an empty profile for no cost', () => {
    expect(() => timeIn({ ...profile, samples: [] }, 'chrome-extension://a/')).toThrow('empty');
  });
});
