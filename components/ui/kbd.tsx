import styles from './kbd.module.css';
import { keyLabel } from './platform-keys';

/** A key hint. Hidden from the accessible name; the control itself carries `aria-keyshortcuts`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={styles.kbd} data-kbd="" aria-hidden="true">
      {keyLabel(keys)}
    </span>
  );
}
