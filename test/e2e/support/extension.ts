import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { ensureChromium } from '../../support/chromium';
import { projectRoot } from '../../support/source-tree';

/** The production build; `FOOTNOTE_BUILD` names another folder, so that a build under way does not disturb a run. */
export const chromeBuild = process.env.FOOTNOTE_BUILD ?? join(projectRoot, '.output/chrome-mv3');

export interface ExtensionBrowser {
  context: BrowserContext;
  extensionId: string;
  worker(): Promise<Worker>;
  /** The side panel page in a small window of its own, following the window that `page` is in. */
  openPanel(page: Page, size?: { width: number; height: number }): Promise<Page>;
  openWorkspace(hash?: string): Promise<Page>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  args?: readonly string[];
  headless?: boolean;
  userDataDir?: string;
  viewport?: { width: number; height: number } | null;
}

/** Starts Chromium with the production build. Throws with what to do when it was not built. */
export async function launchExtension(options: LaunchOptions = {}): Promise<ExtensionBrowser> {
  if (!existsSync(join(chromeBuild, 'manifest.json')))
    throw new Error('No build to test. Run: npm run build');
  const userDataDir = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'footnote-profile-'));
  const context = await chromium.launchPersistentContext(userDataDir, {
    executablePath: await ensureChromium(),
    headless: options.headless ?? true,
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--disable-extensions-except=${chromeBuild}`,
      `--load-extension=${chromeBuild}`,
      ...(options.args ?? []),
    ],
  });
  const worker = async () => context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL((await worker()).url()).host;

  return {
    context,
    extensionId,
    worker,
    async openPanel(page, size = { width: 380, height: 760 }) {
      await page.bringToFront();
      const windowId = await (await worker()).evaluate(async (url) => {
        const tabs = await chrome.tabs.query({});
        return tabs.find((tab) => tab.url === url)?.windowId ?? -1;
      }, page.url());
      if (windowId === -1) throw new Error(`No tab shows ${page.url()}`);
      return openInPopup(context, await worker(), `sidepanel.html?window=${windowId}`, size);
    },
    async openWorkspace(hash = '') {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/workspace.html${hash}`);
      return page;
    },
    async close() {
      await context.close();
      if (!options.userDataDir) rmSync(userDataDir, { recursive: true, force: true });
    },
  };
}

async function openInPopup(
  context: BrowserContext,
  worker: Worker,
  path: string,
  size: { width: number; height: number },
): Promise<Page> {
  const opened = context.waitForEvent('page');
  await worker.evaluate(async (size) => {
    await chrome.windows.create({ url: 'about:blank', type: 'popup', focused: false, ...size });
  }, size);
  const panel = await opened;
  // Before the panel is there: a true side panel does not change its width while it opens.
  await panel.setViewportSize(size);
  await panel.goto(new URL(path, worker.url()).href);
  return panel;
}
