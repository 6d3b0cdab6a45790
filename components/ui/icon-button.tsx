import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import styles from './icon-button.module.css';
import { ariaKeys, keyLabel } from './platform-keys';

export interface IconButtonProps
  extends Omit<ComponentProps<'button'>, 'children' | 'disabled' | 'aria-label'> {
  glyph: LucideIcon;
  /** Name, tooltip and action are one. */
  name: string;
  keys?: string | undefined;
  size?: 24 | 28 | 32;
  /** Makes it a toggle. */
  pressed?: boolean;
  off?: boolean;
}

export function IconButton(props: IconButtonProps) {
  const { glyph, name, keys, size = 28, pressed, off, className, onClick, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles.button, styles[`size${size}`], className)}
      aria-label={name}
      aria-pressed={pressed}
      aria-disabled={off || undefined}
      aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
      data-tip={keys ? `${name}  ${keyLabel(keys)}` : name}
      onClick={off ? undefined : onClick}
    >
      <Icon glyph={glyph} size={size === 24 ? 14 : 16} />
    </button>
  );
}
