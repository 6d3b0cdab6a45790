import X from 'lucide-react/icons/x';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './icon-button';
import styles from './sheet.module.css';

export interface SheetProps {
  title: ReactNode;
  /** Right of the title, e.g. `1 of 2`. */
  aside?: ReactNode;
  closeName: string;
  onClose: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  children: ReactNode;
}

/**
 * Not modal: it takes the footer's place in the column, so the text it speaks of scrolls above it and is never
 * covered. Focus goes to `[data-first]` inside it and back to where it was.
 */
export function Sheet({ title, aside, closeName, onClose, onKeyDown, children }: SheetProps) {
  const sheet = useRef<HTMLElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    const first = sheet.current?.querySelector<HTMLElement>('[data-first]') ?? sheet.current;
    first?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <section
      ref={sheet}
      role="dialog"
      tabIndex={-1}
      aria-labelledby={titleId}
      className={styles.sheet}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        } else onKeyDown?.(event);
      }}
    >
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {aside && <span className={styles.aside}>{aside}</span>}
        <IconButton glyph={X} size={24} name={closeName} keys="Esc" onClick={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
