import { useId } from 'react';
import styles from './settings.module.css';

export interface SwitchCardProps {
  title: string;
  text: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** One switch, and what it does, in a frame of its own. */
export function SwitchCard({ title, text, isOn, onChange }: SwitchCardProps) {
  const id = useId();
  return (
    <section className={styles.card}>
      <div>
        <h2 id={id} className={styles.cardTitle}>
          {title}
        </h2>
        <p className={styles.cardText}>{text}</p>
      </div>
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-labelledby={id}
        className={styles.switch}
        onClick={() => onChange(!isOn)}
      >
        <span />
      </button>
    </section>
  );
}
