import Lock from 'lucide-react/icons/lock';
import { useId } from 'react';
import { i18n } from '#i18n';
import { Icon } from '../ui/icon';
import styles from './settings.module.css';

export interface SwitchCardProps {
  title: string;
  text: string;
  isOn: boolean;
  /** What keeps it from doing anything now. */
  note?: string | undefined;
  /** Who set it for everybody, so that it cannot be changed here. */
  setBy?: string | undefined;
  onChange: (isOn: boolean) => void;
}

/** One switch, and what it does, in a frame of its own. */
export function SwitchCard({ title, text, note, isOn, setBy, onChange }: SwitchCardProps) {
  const id = useId();
  return (
    <section className={styles.card}>
      <div>
        <h2 id={id} className={styles.cardTitle}>
          {title}
        </h2>
        <p className={styles.cardText}>{text}</p>
        {note !== undefined && <p className={styles.cardNote}>{note}</p>}
        {setBy !== undefined && (
          <p className={styles.setBy}>
            <Icon glyph={Lock} size={12} />
            <span>{i18n.t('workspace.settings.setBy', [setBy])}</span>
          </p>
        )}
      </div>
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-labelledby={id}
        className={styles.switch}
        disabled={setBy !== undefined}
        onClick={() => onChange(!isOn)}
      >
        <span />
      </button>
    </section>
  );
}
