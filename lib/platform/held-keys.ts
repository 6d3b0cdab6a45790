/**
 * Knows which keys are down in this page. A key that is held while the panel closes goes on repeating in the page below,
 * where the same chord may be the helpdesk's own "send".
 */
export function watchHeldKeys(page: Window, signal: AbortSignal): { released(): Promise<void> } {
  const held = new Set<string>();
  let waiting: (() => void)[] = [];
  const settle = () => {
    if (held.size > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  const options = { capture: true, signal };
  page.addEventListener('keydown', ({ code }) => held.add(code), options);
  page.addEventListener(
    'keyup',
    ({ code, key }) => {
      // macOS tells of no other key's release while Cmd is down.
      if (key === 'Meta') held.clear();
      held.delete(code);
      settle();
    },
    options,
  );
  // Releases elsewhere are not told here.
  page.addEventListener(
    'blur',
    () => {
      held.clear();
      settle();
    },
    { signal },
  );
  return {
    released: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        settle();
      }),
  };
}
