import { useState } from 'react';
import { i18n } from '#i18n';
import type { KeySettingsActions, KeySettingsState } from '@/lib/workspace/settings/key-settings';
import { problemText, UnlockForm } from '../key/unlock-form';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { PassphraseForm, type PassphraseTask } from './passphrase-form';
import styles from './settings.module.css';

export interface KeySectionProps {
  state: KeySettingsState;
  actions: KeySettingsActions;
  /** The endpoint wants one. */
  isNeeded: boolean;
  lockAfterMinutes: number;
  onLockAfter: (minutes: number) => void;
}

/** The endpoint's key and the passphrase that may protect it. */
export function KeySection(props: KeySectionProps) {
  const { state, actions } = props;
  const { key } = state;
  const [task, setTask] = useState<PassphraseTask | null>(null);
  return (
    <>
      <KeyField {...props} />
      {key.state === 'locked' && (
        <UnlockForm
          waitUntil={key.waitUntil}
          isOpening={state.isWorking}
          problem={state.problem}
          label={i18n.t('key.unlock')}
          onUnlock={actions.unlock}
        />
      )}
      {key.state !== 'none' && key.state !== 'locked' && task !== null && (
        <PassphraseForm
          task={task}
          isWorking={state.isWorking}
          problem={state.problem}
          onSubmit={async (now, next) => {
            if (await actions.setPassphrase(now, next)) setTask(null);
          }}
          onCancel={() => setTask(null)}
        />
      )}
      {key.state === 'plain' && task === null && (
        <div className={styles.passphrase}>
          <p className={styles.note}>{i18n.t('workspace.settings.passphraseNone')}</p>
          <Button onClick={() => setTask('set')}>{i18n.t('workspace.settings.passphraseSet')}</Button>
        </div>
      )}
      {key.state === 'open' && task === null && <Opened {...props} onTask={setTask} />}
    </>
  );
}

function Opened({
  actions,
  lockAfterMinutes,
  onLockAfter,
  onTask,
}: KeySectionProps & { onTask: (task: PassphraseTask) => void }) {
  return (
    <>
      <Field
        showName
        name={i18n.t('workspace.settings.lockAfter')}
        hint={i18n.t('workspace.settings.lockAfterHint')}
        type="number"
        min={5}
        max={480}
        suffix={<span className={styles.note}>{i18n.t('workspace.settings.lockAfterUnit')}</span>}
        value={lockAfterMinutes}
        onChange={(event) => {
          const minutes = event.currentTarget.valueAsNumber;
          if (minutes >= 5 && minutes <= 480) onLockAfter(minutes);
        }}
      />
      <div className={styles.passphrase}>
        <Button onClick={actions.lock}>{i18n.t('workspace.settings.lockNow')}</Button>
        <Button variant="ghost" onClick={() => onTask('change')}>
          {i18n.t('workspace.settings.passphraseChange')}
        </Button>
        <Button variant="ghost" onClick={() => onTask('remove')}>
          {i18n.t('workspace.settings.passphraseRemove')}
        </Button>
      </div>
    </>
  );
}

/** A key goes in and never comes out again. */
function KeyField({ state, actions, isNeeded }: KeySectionProps) {
  const [typed, setTyped] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const { key } = state;
  const hasKey = key.state !== 'none';
  const isProtected = key.state === 'locked' || key.state === 'open';
  const isTyped = typed.trim() !== '';
  const save = async () => {
    if (!isTyped) return;
    if (!(await actions.keep(typed, isProtected ? passphrase : null))) return setPassphrase('');
    setTyped('');
    setPassphrase('');
  };
  return (
    <form
      className={styles.keyRow}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        showName
        name={i18n.t('workspace.settings.key')}
        type="password"
        autoComplete="off"
        placeholder={hasKey ? '••••••••••••' : undefined}
        value={typed}
        hint={`${keyWords(state, isNeeded)} ${i18n.t('workspace.settings.keyNote')}`}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {isTyped && isProtected && (
        <Field
          showName
          name={i18n.t('workspace.settings.passphraseNow')}
          type="password"
          autoComplete="off"
          value={passphrase}
          error={state.problem === null ? undefined : problemText(state.problem)}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
      )}
      {isTyped && (
        <Button type="submit" busy={state.isWorking}>
          {i18n.t('workspace.settings.keySave')}
        </Button>
      )}
      {hasKey && typed === '' && (
        <Button variant="ghost" onClick={actions.forget}>
          {i18n.t('workspace.settings.keyForget')}
        </Button>
      )}
    </form>
  );
}

function keyWords({ key }: KeySettingsState, isNeeded: boolean): string {
  if (key.state === 'locked') return i18n.t('workspace.settings.keyLocked');
  if (key.state === 'open') return i18n.t('workspace.settings.keyOpen');
  if (key.state === 'plain') return i18n.t('workspace.settings.keyKept');
  return i18n.t(isNeeded ? 'workspace.settings.keyNone' : 'workspace.settings.keyNotNeeded');
}
