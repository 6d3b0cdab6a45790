// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { watchHeldKeys } from './held-keys';

function press(type: 'keydown' | 'keyup', key: string): void {
  window.dispatchEvent(new KeyboardEvent(type, { key, code: key }));
}

async function isSettled(promise: Promise<void>): Promise<boolean> {
  return Promise.race([
    promise.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(resolve, 5, false)),
  ]);
}

describe('held keys', () => {
  it('are released at once when none is down', async () => {
    const keys = watchHeldKeys(window, new AbortController().signal);
    expect(await isSettled(keys.released())).toBe(true);
  });

  it('are released when the last of a chord comes up', async () => {
    const keys = watchHeldKeys(window, new AbortController().signal);
    press('keydown', 'Control');
    press('keydown', 'Enter');
    const released = keys.released();
    press('keyup', 'Control');
    expect(await isSettled(released)).toBe(false);
    press('keyup', 'Enter');
    expect(await isSettled(released)).toBe(true);
  });

  it('count as released when Cmd comes up, or the page loses the keyboard', async () => {
    const keys = watchHeldKeys(window, new AbortController().signal);
    press('keydown', 'Meta');
    press('keydown', 'Enter');
    press('keyup', 'Meta');
    expect(await isSettled(keys.released())).toBe(true);
    press('keydown', 'Enter');
    window.dispatchEvent(new Event('blur'));
    expect(await isSettled(keys.released())).toBe(true);
  });
});
