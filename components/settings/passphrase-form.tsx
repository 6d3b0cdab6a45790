import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { problemText } from '../key/unlock-form';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import styles from './settings.module.css';

export type PassphraseTask = 'set' | 'change' | 'remove';

export interface PassphraseFormProps {
  task: PassphraseTask;
  isWorking: boolean;
  problem: 'not-opened' | 'storage' | null;
  onSubmit: (now: string | null, next: string | null) => Promise<void>;
  onCancel: () => void;
}

/** NIST SP 800-63B-4, 3.1.1.2: the least for a secret that is not the only one; the login of the machine comes first. */
const shortest = 8;

/** Sets, changes or takes away the passphrase; what protects a key is changed only with the present one. */
export function PassphraseForm({ task, isWorking, problem, onSubmit, onCancel }: PassphraseFormProps) {
  const [now, setNow] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);
  const wantsNow = task !== 'set';
  const wantsNext = task !== 'remove';
  const isShort = wantsNext && next.length < shortest;
  const differs = wantsNext && next !== again;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isWorking || isShort || differs || (wantsNow && now === '')) return;
    void onSubmit(wantsNow ? now : null, wantsNext ? next : null);
  };
  return (
    <form className={styles.passphraseForm} aria-label={i18n.t(titles[task])} onSubmit={submit}>
      {wantsNow && (
        <Secret
          name={i18n.t('workspace.settings.passphraseNow')}
          value={now}
          error={problem === null ? undefined : problemText(problem)}
          onChange={setNow}
        />
      )}
      {wantsNext && (
        <div className={styles.pair}>
          <Secret
            name={i18n.t('workspace.settings.passphraseNext')}
            value={next}
            hint={i18n.t('workspace.settings.passphraseHint')}
            error={isTried && isShort ? i18n.t('workspace.settings.passphraseShort', [shortest]) : undefined}
            onChange={setNext}
          />
          <Secret
            name={i18n.t('workspace.settings.passphraseAgain')}
            value={again}
            error={
              isTried && !isShort && differs ? i18n.t('workspace.settings.passphraseDiffers') : undefined
            }
            onChange={setAgain}
          />
        </div>
      )}
      <div className={styles.passphrase}>
        <Button type="submit" busy={isWorking}>
          {i18n.t(titles[task])}
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          {i18n.t('workspace.settings.passphraseCancel')}
        </Button>
      </div>
    </form>
  );
}

const titles = {
  set: 'workspace.settings.passphraseSet',
  change: 'workspace.settings.passphraseChange',
  remove: 'workspace.settings.passphraseRemove',
} as const;

interface SecretProps {
  name: string;
  value: string;
  hint?: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function Secret({ onChange, ...field }: SecretProps) {
  return (
    <Field
      {...field}
      showName
      type="password"
      autoComplete="new-password"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
