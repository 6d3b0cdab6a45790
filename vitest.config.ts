import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig(async () => ({
  plugins: [await WxtVitest()],
  test: {
    include: [
      'lib/**/*.test.{ts,tsx}',
      'components/**/*.test.{ts,tsx}',
      'test/*.test.ts',
      'test/{bench,contract,eval,faults,standin,support}/**/*.test.ts',
    ],
    setupFiles: ['test/support/vitest-setup.ts'],
    // Patience for a machine that does other things too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000, interval: 5 } },
    // Two cores: more workers only make every test slower.
    maxWorkers: 2,
  },
}));
