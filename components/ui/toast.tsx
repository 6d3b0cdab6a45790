import { useEffect, useRef } from 'react';
import styles from './toast.module.css';

export interface ToastMessage {
  id: string;
  /** What is done. Errors are never toasts. */
  text: string;
  undo: { label: string; onUndo: () => void } | null;
}

const shownMs = 8000;

/** One at a time, eight seconds, held while the pointer or the focus is on it. */
export function Toast({ message, onGone }: { message: ToastMessage | null; onGone: () => void }) {
  const held = useRef(false);
  const latest = useRef({ message, onGone });
  latest.current = { message, onGone };
  const id = message?.id;
  useEffect(() => {
    if (id === undefined) return;
    let left = shownMs;
    const undoKey = (event: KeyboardEvent) => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      const inField =
        event.target instanceof HTMLElement &&
        (event.target.isContentEditable || event.target.matches('input, textarea'));
      if (isUndo && !inField && latest.current.message?.undo) {
        latest.current.message.undo.onUndo();
        latest.current.onGone();
      }
    };
    const tick = setInterval(() => {
      if (!held.current && (left -= 250) <= 0) latest.current.onGone();
    }, 250);
    document.addEventListener('keydown', undoKey);
    return () => {
      clearInterval(tick);
      document.removeEventListener('keydown', undoKey);
    };
  }, [id]);
  const hold = (on: boolean) => () => {
    held.current = on;
  };
  return (
    <div role="status" className={styles.place}>
      {message && (
        // biome-ignore lint/a11y/noStaticElementInteractions: hovering only holds it; the action is a button.
        <div
          className={styles.toast}
          onPointerEnter={hold(true)}
          onPointerLeave={hold(false)}
          onFocus={hold(true)}
          onBlur={hold(false)}
        >
          <span className={styles.text}>{message.text}</span>
          {message.undo && (
            <button
              type="button"
              className={styles.undo}
              onClick={() => {
                message.undo?.onUndo();
                onGone();
              }}
            >
              {message.undo.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
