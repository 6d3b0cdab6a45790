import type { Session } from './devtools';

const modifier = { ctrl: 2 };

/** Trusted key presses, given to one page whichever window has the focus. */
export async function press(page: Session, key: string, { ctrl = false } = {}): Promise<void> {
  const code = key.length === 1 ? key.toUpperCase().charCodeAt(0) : 13;
  const text = key.length === 1 && !ctrl ? { text: key } : {};
  const common = {
    key,
    code: key.length === 1 ? `Key${key.toUpperCase()}` : key,
    windowsVirtualKeyCode: code,
    modifiers: ctrl ? modifier.ctrl : 0,
  };
  await page.send('Input.dispatchKeyEvent', {
    type: text.text ? 'keyDown' : 'rawKeyDown',
    ...common,
    ...text,
  });
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
}
