import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Display, ended, openDisplay, until } from '../../e2e/support/headed/display';
import { ensureChromium } from '../../support/chromium';
import { connectDevtools, type Devtools, type Session, type Target } from './devtools';

/** A folder with what outlives one start of the browser: profile and the extension under a path that stays. */
export interface Lodging {
  profile: string;
  extension: string;
  remove(): void;
}

export interface MeasuredBrowser {
  devtools: Devtools;
  display: Display;
  /** The one tab. */
  tab: Session;
  /** `null` when it was started without the extension. */
  extensionId: string | null;
  /** Opens the true side panel by its toolbar button and gives its session. */
  openPanel(setUp: (panel: Session) => Promise<void>): Promise<Session>;
  /** The same by whatever opens it, e.g. a key. */
  panelOpenedBy(open: () => Promise<unknown>, setUp: (panel: Session) => Promise<void>): Promise<Session>;
  closePanel(): Promise<void>;
  /** The extension's service worker. Being attached to, it does not fall asleep. */
  worker(): Promise<Session>;
  close(): Promise<void>;
}

/**
 * Copies the build. `grantLocalhost` gives the copy the host permission that a person grants on the settings page when
 * the endpoint is on this machine; the browser's own question cannot be answered by a program.
 */
export function makeLodging(build: string, { grantLocalhost }: { grantLocalhost: boolean }): Lodging {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
  const extension = join(folder, 'extension');
  cpSync(build, extension, { recursive: true });
  if (grantLocalhost) {
    const path = join(extension, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { host_permissions: string[] };
    manifest.host_permissions.push('http://127.0.0.1/*');
    writeFileSync(path, JSON.stringify(manifest));
  }
  return {
    profile: join(folder, 'profile'),
    extension,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

/** Starts a visible Chromium on a screen of its own. */
export async function startBrowser(
  { profile, extension }: Lodging,
  { args, withExtension = true }: { args: readonly string[]; withExtension?: boolean },
): Promise<MeasuredBrowser> {
  const display = await openDisplay();
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const chromium = spawn(
    await ensureChromium(),
    [
      '--no-sandbox',
      '--test-type',
      '--no-first-run',
      '--no-default-browser-check',
      '--password-store=basic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=Translate',
      '--enable-unsafe-extension-debugging',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--window-position=0,0',
      '--window-size=1400,900',
      ...(withExtension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
      ...args,
      'about:blank',
    ],
    { env: display.env, stdio: 'ignore' },
  );
  await until(() => existsSync(portFile) && readFileSync(portFile, 'utf8').includes('/devtools'));
  const [port, path] = readFileSync(portFile, 'utf8').split('\n');
  const devtools = await connectDevtools(`ws://127.0.0.1:${port}${path}`);
  const tab = await devtools.attach(await findTarget(devtools, (target) => target.url === 'about:blank'));
  const extensionId = withExtension
    ? new URL((await findTarget(devtools, ({ url }) => url.endsWith('/background.js'))).url).host
    : null;

  const panels = await watchPanels(devtools);
  let panel: Session | null = null;
  const panelOpenedBy: MeasuredBrowser['panelOpenedBy'] = async (open, setUp) => {
    const born = panels.next(setUp);
    await open();
    panel = await born;
    return panel;
  };

  return {
    devtools,
    display,
    tab,
    extensionId,
    panelOpenedBy,
    openPanel: (setUp) => panelOpenedBy(() => pressToolbarButton(devtools, extensionId!), setUp),
    worker: async () =>
      devtools.attach(await findTarget(devtools, ({ url }) => url.endsWith('/background.js'))),
    async closePanel() {
      await panel?.evaluate(() => void setTimeout(() => window.close()));
      panel = null;
      await until(async () => !(await targets(devtools)).some(isPanel));
    },
    async close() {
      await devtools.send('Browser.close');
      await ended(chromium);
      devtools.close();
      await display.close();
    },
  };
}

const isPanel = ({ type, url }: Target) => type === 'page' && url.includes('/sidepanel.html');

async function targets(devtools: Devtools, filter?: object): Promise<Target[]> {
  const found = await devtools.send<{ targetInfos: Target[] }>('Target.getTargets', filter);
  return found.targetInfos;
}

async function findTarget(devtools: Devtools, matches: (target: Target) => boolean): Promise<Target> {
  let found: Target | undefined;
  await until(async () => (found = (await targets(devtools)).find(matches)) !== undefined);
  return found!;
}

/**
 * The browser stops no side panel for a debugger, as it does with tabs, and tells only later what a new target is. So
 * each new one is attached to at once, which is well before its document; `setUp` must cope with one that is there.
 */
async function watchPanels(devtools: Devtools) {
  type SetUp = (panel: Session) => Promise<void>;
  let expected: { setUp: SetUp; resolve(panel: Session): void } | null = null;
  const made = new Map<string, Promise<Session>>();
  devtools.on<{ targetInfo: Target }>('Target.targetCreated', ({ targetInfo }) => {
    if (!expected || (targetInfo.type !== 'other' && targetInfo.type !== 'page')) return;
    const { setUp } = expected;
    const attached = devtools.attach(targetInfo).then(async (page) => {
      await setUp(page);
      return page;
    });
    // A target that is no panel may be gone before it is set up.
    attached.catch(() => {});
    made.set(targetInfo.targetId, attached);
  });
  devtools.on<{ targetInfo: Target }>('Target.targetInfoChanged', async ({ targetInfo }) => {
    const attached = isPanel(targetInfo) ? made.get(targetInfo.targetId) : undefined;
    if (!attached || !expected) return;
    const { resolve } = expected;
    expected = null;
    made.clear();
    resolve(await attached);
  });
  await devtools.send('Target.setDiscoverTargets', { discover: true });
  return {
    next: (setUp: SetUp) =>
      new Promise<Session>((resolve) => {
        expected = { setUp, resolve };
      }),
  };
}

async function pressToolbarButton(devtools: Devtools, id: string): Promise<void> {
  const tabs = await targets(devtools, { filter: [{ type: 'tab' }] });
  const [tab] = tabs.filter(({ url }) => !url.startsWith('devtools:'));
  if (!tab) throw new Error('The browser has no tab');
  await devtools.send('Extensions.triggerAction', { id, targetId: tab.targetId });
}
