import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of the Chromium to test with: `CHROMIUM_PATH`, or one of the usual places. `null`: none here. */
export function findChromium(): string | null {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    if (!existsSync(wanted))
      throw new Error(
        `CHROMIUM_PATH names ${wanted}, which does not exist. Point it at a Chromium or unset it.`,
      );
    return wanted;
  }
  return places.find((path) => existsSync(path)) ?? null;
}

/** Installs Debian's Chromium when none is found and this is root on a Debian; otherwise says what to do. */
export async function ensureChromium(): Promise<string> {
  return findChromium() ?? (await installWithApt('chromium', '/usr/bin/chromium', 'CHROMIUM_PATH'));
}

/** The same for Firefox ESR, which only the Firefox suite needs. */
export async function ensureFirefox(): Promise<string> {
  const wanted = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';
  return existsSync(wanted) ? wanted : installWithApt('firefox-esr', '/usr/bin/firefox-esr', 'FIREFOX_PATH');
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
