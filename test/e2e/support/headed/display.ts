import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { installWithApt } from '../../../support/chromium';

/** A screen of its own with a window manager, and the keyboard and mouse in front of it. */
export interface Display {
  /** For the programs that are to show on it. */
  env: NodeJS.ProcessEnv;
  /** Real keys, e.g. `alt+shift+f`, one after the other. Answers when the first went out, ms since the epoch. */
  press(...keys: string[]): Promise<number>;
  /** Holds a chord down for so long; the system's own auto-repeat sets in after a while. */
  hold(key: string, ms: number): Promise<void>;
  type(text: string): Promise<void>;
  /** In pixels of the screen. */
  click(x: number, y: number): Promise<void>;
  moveTo(x: number, y: number): Promise<void>;
  close(): Promise<void>;
}

const size = '1440x960x24';

/** Starts Xvfb on a free display. Tells what to install when a tool is missing and cannot be installed here. */
export async function openDisplay(): Promise<Display> {
  await ensureTools();
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const env = { ...process.env, DISPLAY: `:${await firstLine(xvfb)}` };
  // Without a window manager no window ever has the keyboard.
  const startManager = () => spawn('openbox', { stdio: 'ignore', env });
  let manager = startManager();
  const xdotool = (...args: string[]) => run('xdotool', args, env);
  try {
    await until(() => {
      // On a busy machine it may find the display not ready yet, and gives up.
      if (manager.exitCode !== null) manager = startManager();
      return spawnSync('xdotool', ['get_num_desktops'], { env }).status === 0;
    });
  } catch (error) {
    manager.kill();
    xvfb.kill();
    throw error;
  }

  return {
    env,
    async press(...keys) {
      const at = Date.now();
      await xdotool('key', ...keys);
      return at;
    },
    async hold(key, ms) {
      await xdotool('keydown', key);
      await wait(ms);
      await xdotool('keyup', key);
    },
    type: (text) => xdotool('type', '--delay', '30', text),
    click: (x, y) => xdotool('mousemove', `${Math.round(x)}`, `${Math.round(y)}`, 'click', '1'),
    moveTo: (x, y) => xdotool('mousemove', `${Math.round(x)}`, `${Math.round(y)}`),
    async close() {
      manager.kill();
      xvfb.kill();
      await Promise.all([ended(manager), ended(xvfb)]);
    },
  };
}

async function ensureTools(): Promise<void> {
  const missing = ['Xvfb', 'openbox', 'xdotool'].filter((tool) => spawnSync('which', [tool]).status !== 0);
  if (missing.length > 0) await installWithApt('xvfb openbox xdotool', '/usr/bin/xdotool', 'PATH');
}

function firstLine(xvfb: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    xvfb.once('error', reject);
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it had a display`)));
    xvfb.stdio[3]?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
}

function run(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ${args[0]} ended with ${code}`)),
    );
  });
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once('exit', resolve));
}

/** Looks every 50 ms, for a minute: the machine may be busy with other things. `what` names it when it does not come. */
export async function until(condition: () => unknown, what = `${condition}`): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited a minute for ${what}`);
    await wait(50);
  }
}
