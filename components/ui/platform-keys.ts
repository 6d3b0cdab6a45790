const macNames: Record<string, string> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↵' };
const otherNames: Record<string, string> = { Enter: '↵' };

export function isMac(): boolean {
  // `userAgentData` is absent in Firefox; `platform` is deprecated there but still told.
  return typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);
}

/** `Ctrl+Shift+Enter` as this platform writes it. */
export function keyLabel(keys: string, mac: boolean = isMac()): string {
  const names = mac ? macNames : otherNames;
  return keys
    .split('+')
    .map((part) => names[part] ?? part)
    .join(mac ? '' : ' ');
}

/** The same combination for `aria-keyshortcuts`. */
export function ariaKeys(keys: string, mac: boolean = isMac()): string {
  return keys
    .split('+')
    .map((part) => (part === 'Ctrl' ? (mac ? 'Meta' : 'Control') : part))
    .join('+');
}
