import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const chromiumPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const firefoxPlaces = ['/usr/bin/firefox-esr', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** Path of the Chromium to test with: `CHROMIUM_PATH`, or one of the usual places. `null`: none here. */
export function findChromium(): string | null {
  return findBrowser('CHROMIUM_PATH', chromiumPlaces);
}

/** Installs Debian's Chromium when none is found and this is root on a Debian; otherwise says what to do. */
export async function ensureChromium(): Promise<string> {
  return findChromium() ?? (await installWithApt('chromium', '/usr/bin/chromium', 'CHROMIUM_PATH'));
}

/** The same for Firefox ESR, which only the Firefox suite needs. */
export async function ensureFirefox(): Promise<string> {
  const found = findBrowser('FIREFOX_PATH', firefoxPlaces);
  return found ?? (await installWithApt('firefox-esr', '/usr/bin/firefox-esr', 'FIREFOX_PATH'));
}

function findBrowser(variable: string, places: readonly string[]): string | null {
  const wanted = process.env[variable];
  if (wanted === undefined || wanted === '') return places.find((path) => existsSync(path)) ?? null;
  if (!existsSync(wanted))
    throw new Error(`${variable} names ${wanted}, which does not exist. Point it at a browser or unset it.`);
  return wanted;
}

export async function installWithApt(packages: string, provides: string, variable: string): Promise<string> {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!isRootOnDebian) {
    throw new Error(
      `${packages} is not installed. Install it ("sudo apt-get install ${packages}" on Debian) or set ${variable} to its path.`,
    );
  }
  console.log(`Installing ${packages} with apt-get ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  const install = spawnSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages.split(' ')],
    { stdio: ['ignore', 'ignore', 'inherit'], env },
  );
  if (install.status !== 0 || !existsSync(provides))
    throw new Error(`apt-get could not install ${packages}. Install it by hand or set ${variable}.`);
  return provides;
}
