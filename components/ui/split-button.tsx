import ChevronDown from 'lucide-react/icons/chevron-down';
import type { Ref } from 'react';
import { Button, type ButtonProps } from './button';
import buttonStyles from './button.module.css';
import { classNames } from './class-names';
import { Icon } from './icon';
import { Menu, type MenuItem } from './menu';
import styles from './split-button.module.css';

export interface SplitButtonProps extends ButtonProps {
  variant?: 'primary' | 'plain';
  /** Name of the chevron and of its menu. */
  moreName: string;
  items: readonly MenuItem[];
  moreRef?: Ref<HTMLButtonElement>;
}

export function SplitButton({
  moreName,
  items,
  moreRef,
  variant = 'primary',
  className,
  ...main
}: SplitButtonProps) {
  return (
    <span className={classNames(styles.split, className)}>
      <Button {...main} variant={variant} className={styles.main} />
      <Menu
        name={moreName}
        items={items}
        align="end"
        trigger={(button) => (
          <button
            type="button"
            {...button}
            ref={moreRef}
            className={classNames(buttonStyles.button, buttonStyles[variant], styles.more)}
            aria-label={moreName}
            data-tip={moreName}
          >
            <Icon glyph={ChevronDown} size={14} />
          </button>
        )}
      />
    </span>
  );
}
