import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { classNames } from './class-names';
import { Icon } from './icon';

export interface ChipProps {
  tone?: 'plain' | 'line' | 'ok' | 'warn' | 'bad' | 'cite';
  icon?: LucideIcon;
  children: ReactNode;
  /** Makes it a button, 24 px high. */
  onPress?: () => void;
}

export function Chip({ tone = 'plain', icon, children, onPress }: ChipProps) {
  const content = (
    <>
      {icon && <Icon glyph={icon} size={12} />}
      {children}
    </>
  );
  if (!onPress) return <span className={classNames(styles.chip, styles[tone])}>{content}</span>;
  return (
    <button type="button" className={classNames(styles.chip, styles.button, styles[tone])} onClick={onPress}>
      {content}
    </button>
  );
}
