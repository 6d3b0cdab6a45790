import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const port = 4178;
const root = fileURLToPath(new URL('../../..', import.meta.url));
const vite = 'node node_modules/vite/bin/vite.js';
const config = '-c test/support/gallery/vite.config.ts';

/** The gallery as it is built, under the same content policy as the extension's pages. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  // 60 pages a test, each examined whole.
  timeout: 600_000,
  workers: 1,
  outputDir: '../../../.output/gallery-results',
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // What fades in has half its contrast while it does.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    },
  },
  webServer: {
    command: `${vite} build ${config} && ${vite} preview ${config} --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: root,
    url: `http://127.0.0.1:${port}`,
    timeout: 120_000,
  },
});
