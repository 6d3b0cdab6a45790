import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Page } from 'puppeteer-core';
import { ensureFirefox } from '../../../support/chromium';
import { projectRoot } from '../../../support/source-tree';
import { callText, type HeadedBrowser, type SeenPage } from '../headed/contract';
import { openDisplay, until } from '../headed/display';
import { type Point, placeToPress } from '../headed/pressing';
import { watchExtension } from './extension-views';

const firefoxBuild = join(projectRoot, '.output/firefox-mv3');

export interface FirefoxBrowser extends HeadedBrowser {
  /** The extension's own page in a new tab in front. */
  openWorkspace(route: string): Promise<ClickedPage>;
}

/** Clicks are real ones, on the middle of the first of those elements that says `words`. */
export interface ClickedPage extends SeenPage {
  click(selector: string, words?: string): Promise<void>;
}

/** A visible Firefox, driven over WebDriver BiDi by puppeteer; the panel is the true sidebar. */
export async function launchFirefox(
  prefs: Record<string, string | number | boolean>,
): Promise<FirefoxBrowser> {
  if (!existsSync(join(firefoxBuild, 'manifest.json')))
    throw new Error('No build to test. Run: npm run build:firefox');
  const executablePath = await ensureFirefox();
  const display = await openDisplay();
  const folder = mkdtempSync(join(tmpdir(), 'footnote-firefox-'));
  // A copy, so that another build meanwhile does not change what is tested.
  const extension = join(folder, 'extension');
  cpSync(firefoxBuild, extension, { recursive: true });
  const firefox = await launch({
    browser: 'firefox',
    executablePath,
    headless: false,
    acceptInsecureCerts: true,
    env: display.env,
    // Otherwise nothing can look into the sidebar.
    args: ['--width=1400', '--height=900', '--remote-allow-system-access'],
    extraPrefsFirefox: prefs,
    defaultViewport: null,
  });
  const extensionId = await firefox.installExtension(extension);
  const [page] = await firefox.pages();
  if (!page) throw new Error('Firefox opened without a tab');
  const { sidebar, background, workspace } = await watchExtension(firefox, extensionId);
  const tab = seen(page);
  const click = async (target: SeenPage, selector: string, words = '') => {
    const place = await placeToPress(target, selector, words);
    const origin = await target.evaluate(originOnScreen);
    await display.click(origin.x + place.x, origin.y + place.y);
  };

  return {
    display,
    keys: { draft: 'alt+shift+k', insert: 'alt+shift+u' },
    tab,
    goTo: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
    background,
    findPanel: sidebar,
    async openWorkspace(route) {
      await background.evaluate(openPage, `/workspace.html${route}`);
      await until(async () => (await workspace()) !== null);
      const opened = (await workspace())!;
      return { ...opened, click: (selector, words) => click(opened, selector, words) };
    },
    click: (selector) => click(tab, selector),
    async clickPanel(selector, words) {
      const panel = await sidebar();
      if (!panel) throw new Error('The sidebar is not open');
      await click(panel, selector, words);
    },
    async close() {
      await firefox.close();
      await display.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

function seen(page: Page): SeenPage {
  return { evaluate: (work, ...args) => page.evaluate(callText(work, args)) as never };
}

/** Firefox tells it, Chromium does not. */
function originOnScreen(): Point {
  const { mozInnerScreenX: x, mozInnerScreenY: y } = window as never as Record<string, number>;
  return { x: x ?? 0, y: y ?? 0 };
}

async function openPage(path: `/workspace.html${string}`): Promise<void> {
  await chrome.tabs.create({ url: chrome.runtime.getURL(path) });
}
