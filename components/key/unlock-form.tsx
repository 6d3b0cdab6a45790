import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import styles from './key.module.css';

export interface UnlockFormProps {
  /** No passphrase is tried before; milliseconds since the epoch. */
  waitUntil: number | null;
  isOpening: boolean;
  /** Of the last try. */
  problem: 'not-opened' | 'storage' | null;
  /** What the button does. */
  label: string;
  onUnlock: (passphrase: string) => void;
}

/** Asks for the passphrase of the endpoint's key. */
export function UnlockForm({ waitUntil, isOpening, problem, label, onUnlock }: UnlockFormProps) {
  const [typed, setTyped] = useState('');
  const seconds = useSecondsUntil(waitUntil);
  const off = seconds > 0 ? i18n.t('key.wait', [seconds]) : null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed === '' || off !== null || isOpening) return;
        onUnlock(typed);
        setTyped('');
      }}
    >
      <Field
        name={i18n.t('key.passphrase')}
        showName
        type="password"
        autoComplete="off"
        value={typed}
        error={off ?? (problem === null ? undefined : problemText(problem))}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" busy={isOpening} off={off}>
        {label}
      </Button>
    </form>
  );
}

/** What came of a passphrase. A wrong one and a damaged key cannot be told apart, so one sentence serves both. */
export function problemText(problem: 'not-opened' | 'storage'): string {
  return i18n.t(problem === 'not-opened' ? 'key.notOpened' : 'key.storage');
}

/** Whole seconds until then, counted down while they last. */
function useSecondsUntil(until: number | null): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    if (until === null) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}
