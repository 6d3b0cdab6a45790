import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

export function Disclosure({
  title,
  meta,
  children,
  open,
}: {
  title: string;
  meta?: string;
  children: ReactNode;
  open?: boolean;
}) {
  return (
    <details className={styles.details} open={open}>
      <summary className={styles.summary}>
        {title}
        {meta && <span className={styles.meta}>{meta}</span>}
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
