import { useEffect, useRef } from 'react';

/** Keys of a page. A single letter works only outside fields and while no dialog or menu is open. */
export type PageKeys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** `Ctrl+Enter`, `Shift+Tab`, `j`; Command counts as Ctrl. */
function nameOf(event: KeyboardEvent): string {
  const held = [
    (event.ctrlKey || event.metaKey) && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && event.key.length > 1 && 'Shift',
  ];
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return [...held.filter(Boolean), key].join('+');
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')
  );
}

/** Listens while the page is shown. A handler that does nothing with the key leaves it to the browser by returning. */
export function usePageKeys(keys: PageKeys): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const stop = new AbortController();
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (document.querySelector('dialog[open], [popover=auto]:popover-open')) return;
      const name = nameOf(event);
      if (isTyping(event.target) && !/^(Ctrl\+Enter|Escape)$/.test(name)) return;
      current.current[name]?.(event);
    };
    document.addEventListener('keydown', listen, { signal: stop.signal });
    return () => stop.abort();
  }, []);
}

/** `G`, then a letter within a second. */
export function useGoKeys(pages: Readonly<Record<string, () => void>>): void {
  const since = useRef(Number.NEGATIVE_INFINITY);
  const go = (letter: string) => (event: KeyboardEvent) => {
    if (event.timeStamp - since.current > 1000) return;
    since.current = Number.NEGATIVE_INFINITY;
    event.preventDefault();
    // The page under it must not take the same letter for its own action.
    event.stopImmediatePropagation();
    pages[letter]?.();
  };
  usePageKeys({
    g: (event) => {
      since.current = event.timeStamp;
    },
    ...Object.fromEntries(Object.keys(pages).map((letter) => [letter, go(letter)])),
  });
}
