import { useEffect, useRef } from 'react';
import { placeBeside } from './float';
import styles from './tooltips.module.css';

const delayMs = 300;

/**
 * One layer for every `[data-tip]` of the page, on hover and on keyboard focus. Its text repeats the control's name,
 * so it is hidden from assistive technology.
 */
export function Tooltips() {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tip = layer.current;
    if (!tip) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      if (tip.matches(':popover-open')) tip.hidePopover();
    };
    const show = (event: Event) => {
      const anchor = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tip]') : null;
      if (!anchor || (event.type === 'focusin' && !anchor.matches(':focus-visible'))) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!anchor.isConnected) return;
        tip.textContent = anchor.dataset.tip ?? '';
        tip.showPopover();
        placeBeside(tip, anchor, { align: 'middle', gap: 6 });
      }, delayMs);
    };
    const { signal } = stop;
    for (const type of ['pointerover', 'focusin']) document.addEventListener(type, show, { signal });
    for (const type of ['pointerout', 'focusout', 'pointerdown', 'keydown', 'scroll']) {
      document.addEventListener(type, hide, { signal, capture: true });
    }
    return () => {
      stop.abort();
      hide();
    };
  }, []);
  return <div ref={layer} popover="manual" className={styles.tip} aria-hidden="true" />;
}
