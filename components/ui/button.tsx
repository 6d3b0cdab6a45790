import type { LucideIcon } from 'lucide-react';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names';
import { Icon } from './icon';
import { Kbd } from './kbd';
import { ariaKeys } from './platform-keys';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  /** `primary` is ink: one per view. `row` is a full-width line of a list of choices. */
  variant?: 'primary' | 'plain' | 'ghost' | 'bad' | 'link' | 'row';
  compact?: boolean;
  icon?: LucideIcon | undefined;
  /** Shown and announced as the key for this action, e.g. `Ctrl+Enter`. */
  keys?: string | undefined;
  /** Work goes on; the button stays pressable so that it can stop it. */
  busy?: boolean;
  /** Why it cannot be pressed now, in words that stand on screen next to it. */
  off?: string | null | undefined;
  children: ReactNode;
}

/** For a button that comes up where another was pressed: the second half of a double click is not meant for it. */
export function unlessDouble(run: () => void) {
  return (event: MouseEvent) => {
    if (event.detail < 2) run();
  };
}

export function Button(props: ButtonProps) {
  const { variant = 'plain', compact, icon, keys, busy, off, children, className, onClick, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles.button, styles[variant], compact && styles.compact, className)}
      aria-busy={busy || undefined}
      // Not `disabled`: an off button keeps its focus and tells why.
      aria-disabled={off ? true : undefined}
      aria-description={off ?? undefined}
      aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
      onClick={off ? undefined : onClick}
    >
      {busy ? (
        <Icon glyph={LoaderCircle} size={14} className={styles.turning} />
      ) : (
        icon && <Icon glyph={icon} size={14} />
      )}
      <span className={styles.label}>{children}</span>
      {keys && !off && <Kbd keys={keys} />}
    </button>
  );
}
