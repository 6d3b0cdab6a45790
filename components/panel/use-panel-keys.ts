import { useEffect, useRef } from 'react';
import { isMac } from '../ui/platform-keys';
import { type PanelKeyId, panelKeyOf } from './panel-keys';

export interface PanelKeyHandlers {
  /** Keys that do nothing now are absent or `undefined`; the browser keeps them. */
  keys: { [Id in PanelKeyId]?: (() => void) | undefined };
  /** Single letters that count outside fields only, e.g. Y and N under a sent reply. */
  letters?: Readonly<Record<string, () => void>>;
}

/** Listens on the panel's own document; a menu, a sheet or a modal dialog that took the key comes first. */
export function usePanelKeys(handlers: PanelKeyHandlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const stop = new AbortController();
    const onKeyDown = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        event.repeat ||
        document.querySelector('dialog:modal')
      )
        return;
      const id = panelKeyOf(event, isMac());
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !isInField(event.target);
      const run = id
        ? latest.current.keys[id]
        : isPlain
          ? latest.current.letters?.[event.key.toLowerCase()]
          : undefined;
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKeyDown, { signal: stop.signal });
    return () => stop.abort();
  }, []);
}

export function isInField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
