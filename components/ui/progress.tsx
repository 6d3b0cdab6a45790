import { Button } from './button';
import styles from './progress.module.css';

export interface ProgressProps {
  done: number;
  of: number;
  /** "61 of 412 articles, 4 s left": the bar's words. */
  text: string;
  stop?: { label: string; onStop: () => void } | undefined;
}

/** Only for a length that is known; an unknown one is a sentence. */
export function Progress({ done, of, text, stop }: ProgressProps) {
  return (
    <div>
      <progress className={styles.bar} value={done} max={of} aria-label={text} />
      <div className={styles.line}>
        <span>{text}</span>
        {stop && (
          <Button variant="link" onClick={stop.onStop}>
            {stop.label}
          </Button>
        )}
      </div>
    </div>
  );
}
