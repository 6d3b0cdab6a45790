import type { LucideIcon } from 'lucide-react';
import CheckCheck from 'lucide-react/icons/check-check';
import CircleHelp from 'lucide-react/icons/circle-help';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { classNames } from './class-names';
import { Icon } from './icon';

const glyphs = { info: Info, ok: CheckCheck, warn: CircleHelp, bad: TriangleAlert } as const;

export interface BannerProps {
  tone: keyof typeof glyphs;
  icon?: LucideIcon | undefined;
  /** The fact, in bold, first. */
  fact?: string | undefined;
  children?: ReactNode;
  /** At most two. */
  actions?: ReactNode;
  /** From edge to edge under the header, or a rounded block in the text. */
  shape?: 'bar' | 'block';
  /** Only for: ticket changed, not verified, refused insertion. */
  alert?: boolean;
}

export function Banner({ tone, icon, fact, children, actions, shape = 'bar', alert }: BannerProps) {
  return (
    <div
      role={alert ? 'alert' : undefined}
      className={classNames(styles.banner, styles[tone], styles[shape])}
    >
      <Icon glyph={icon ?? glyphs[tone]} />
      <div className={styles.text}>
        <p>
          {fact && <strong>{fact}</strong>}
          {fact && children && ' '}
          {children}
        </p>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
