import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  // One browser at a time: two cores, and each file brings its own helpdesks.
  workers: 1,
  fullyParallel: false,
  // Patience for a machine that does other things too: hooks have the first, whatever their file says.
  timeout: 240_000,
  expect: { timeout: 45_000, toPass: { timeout: 45_000 } },
  reporter: 'list',
  retries: 0,
  forbidOnly: true,
});
