import type { ReactNode } from 'react';
import styles from './workspace.module.css';

export interface PageTopProps {
  title: string;
  /** Before the title: a way back. */
  before?: ReactNode;
  /** After the title: what it is. */
  about?: ReactNode;
  children?: ReactNode;
}

/** Title bar of a page: what it is on the left, what can be done on the right. */
export function PageTop({ title, before, about, children }: PageTopProps) {
  return (
    <header className={styles.top}>
      {before}
      <h1>{title}</h1>
      {about}
      <span className={styles.grow} />
      {children}
    </header>
  );
}

/** Waiting is told in words, at the place where the content will stand. */
export function Waiting({ text }: { text: string }) {
  return <p className={styles.waiting}>{text}</p>;
}
