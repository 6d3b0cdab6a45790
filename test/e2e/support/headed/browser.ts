import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from '../../../support/chromium';
import { chromeBuild } from '../extension';
import type { HeadedBrowser } from './contract';
import { connectDevtools, type Devtools, type DevtoolsPage, type Target } from './devtools';
import { type Display, ended, openDisplay, until } from './display';
import { type Point, placeToPress } from './pressing';

/** A visible Chromium. Its service worker, being watched, does not fall asleep. */
export async function launchHeaded(args: readonly string[]): Promise<HeadedBrowser> {
  if (!existsSync(join(chromeBuild, 'manifest.json')))
    throw new Error('No build to test. Run: npm run build');
  const display = await openDisplay();
  const folder = mkdtempSync(join(tmpdir(), 'footnote-headed-'));
  // A copy, so that another build meanwhile does not change what is tested.
  const extension = join(folder, 'extension');
  cpSync(chromeBuild, extension, { recursive: true });
  const profile = join(folder, 'profile');
  const chromium = spawn(
    await ensureChromium(),
    [
      '--no-sandbox',
      '--no-first-run',
      '--no-default-browser-check',
      '--password-store=basic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=Translate',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--window-position=0,0',
      '--window-size=1400,900',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...args,
      'about:blank',
    ],
    { env: display.env, stdio: 'ignore' },
  );
  const portFile = join(profile, 'DevToolsActivePort');
  await until(() => existsSync(portFile) && readFileSync(portFile, 'utf8').includes('/devtools'));
  const [port, path] = readFileSync(portFile, 'utf8').split('\n');
  const devtools = await connectDevtools(`ws://127.0.0.1:${port}${path}`);
  const tab = await attachWhere(devtools, ({ type, url }) => type === 'page' && url === 'about:blank');
  const background = await attachWhere(
    devtools,
    ({ type, url }) => type === 'service_worker' && url.endsWith('/background.js'),
  );
  const findPanel = panelFinder(devtools);
  const click = async (page: DevtoolsPage, near: Point, selector: string, words = '') => {
    const origin = await findOrigin(page, display, near);
    const place = await placeToPress(page, selector, words);
    await display.click(origin.x + place.x, origin.y + place.y);
  };

  return {
    display,
    keys: { draft: 'alt+shift+f', insert: 'alt+shift+v' },
    tab,
    goTo: async (url) => void (await tab.send('Page.navigate', { url })),
    background,
    findPanel,
    click: (selector) => click(tab, { x: 400, y: 400 }, selector),
    async clickPanel(selector, words) {
      const panel = await findPanel();
      if (!panel) throw new Error('The panel is not open');
      await click(panel, { x: 1_250, y: 500 }, selector, words);
    },
    async close() {
      devtools.close();
      chromium.kill();
      await ended(chromium);
      await display.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

async function attachWhere(devtools: Devtools, matches: (target: Target) => boolean): Promise<DevtoolsPage> {
  const find = async () => (await devtools.targets()).find(matches);
  await until(find);
  return devtools.attach((await find())!);
}

/** One connection for one panel, however often it is looked for. A panel that is still being loaded is none yet. */
function panelFinder(devtools: Devtools): () => Promise<DevtoolsPage | null> {
  let known: { targetId: string; page: DevtoolsPage; isLoaded: boolean } | null = null;
  return async () => {
    const target = (await devtools.targets()).find(({ url }) => url.includes('/sidepanel.html'));
    if (!target) return null;
    if (known?.targetId !== target.targetId)
      known = { targetId: target.targetId, page: await devtools.attach(target), isLoaded: false };
    known.isLoaded ||= await isLoaded(known.page);
    return known.isLoaded ? known.page : null;
  };
}

/** The browser names a page by where it is going, and until it is there an answer may be lost with the page before. */
async function isLoaded(page: DevtoolsPage): Promise<boolean> {
  try {
    return await page.evaluate(
      () => location.pathname === '/sidepanel.html' && document.readyState === 'complete',
    );
  } catch {
    // Asked between two pages.
    return false;
  }
}

/** Where on the screen the page's top left corner is, told by the page itself when the mouse moves over it. */
async function findOrigin(page: DevtoolsPage, display: Display, near: Point): Promise<Point> {
  await page.evaluate(() => {
    const seen = window as never as { seenMouse?: Point };
    delete seen.seenMouse;
    window.addEventListener(
      'mousemove',
      (event) => (seen.seenMouse = { x: event.screenX - event.clientX, y: event.screenY - event.clientY }),
      { once: true, capture: true },
    );
  });
  let step = 0;
  let origin: Point | undefined;
  await until(async () => {
    step += 1;
    await display.moveTo(near.x + (step % 7), near.y);
    origin = await page.evaluate(() => (window as never as { seenMouse?: Point }).seenMouse);
    return origin !== undefined;
  });
  return origin!;
}
