import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Page } from 'puppeteer-core';
import { ensureFirefox } from '../../../support/chromium';
import { projectRoot } from '../../../support/source-tree';
import { type Display, openDisplay } from '../headed/display';

const firefoxBuild = join(projectRoot, '.output/firefox-mv3');

/** A visible Firefox with the production build. Its sidebar can be reached by keys and mouse only. */
export interface FirefoxBrowser {
  display: Display;
  page: Page;
  /** A real click into the sidebar, on a place that does nothing. */
  clickSidebar(): Promise<void>;
  close(): Promise<void>;
}

export async function launchFirefox(
  prefs: Record<string, string | number | boolean>,
): Promise<FirefoxBrowser> {
  if (!existsSync(join(firefoxBuild, 'manifest.json')))
    throw new Error('No build to test. Run: npm run build:firefox');
  const display = await openDisplay();
  const folder = mkdtempSync(join(tmpdir(), 'footnote-firefox-'));
  const extension = join(folder, 'extension');
  cpSync(firefoxBuild, extension, { recursive: true });
  const firefox = await launch({
    browser: 'firefox',
    executablePath: await ensureFirefox(),
    headless: false,
    acceptInsecureCerts: true,
    env: display.env,
    args: ['--width=1400', '--height=900'],
    extraPrefsFirefox: { ...prefs, 'sidebar.revamp': false, 'sidebar.position_start': true },
    defaultViewport: null,
  });
  await firefox.installExtension(extension);
  const page = await firefox.newPage();
  return {
    display,
    page,
    clickSidebar: () => display.click(40, 190),
    async close() {
      await firefox.close();
      await display.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
