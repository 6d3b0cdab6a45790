import { useId, useState } from 'react';
import { i18n } from '#i18n';
import type { PreferencesActions, PreferencesState } from '@/lib/workspace/preferences';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import styles from './settings.module.css';

export function EndpointForm({ state, actions }: { state: PreferencesState; actions: PreferencesActions }) {
  const { settings, presets, models, addressProblem } = state;
  const { endpoint } = settings;
  const preset = presets.find((each) => each.id === endpoint.preset);
  const list = useId();
  return (
    <section className={styles.form} aria-label={i18n.t('workspace.settings.endpoint')}>
      <div className={styles.kindAndAddress}>
        <Select
          showName
          name={i18n.t('workspace.settings.kind')}
          value={endpoint.preset}
          options={presets.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={actions.choosePreset}
        />
        <Field
          showName
          name={i18n.t('workspace.settings.address')}
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          value={endpoint.baseUrl}
          error={addressProblem === null ? undefined : addressText(addressProblem, endpoint.baseUrl)}
          hint={i18n.t('workspace.settings.addressHint')}
          onChange={(event) => actions.changeEndpoint({ baseUrl: event.currentTarget.value })}
        />
      </div>
      <KeyField hasKey={state.hasKey} isNeeded={preset?.needsKey ?? true} onKey={actions.setKey} />
      <div className={styles.pair}>
        <Field
          showName
          name={i18n.t('workspace.settings.model')}
          list={list}
          spellCheck={false}
          autoComplete="off"
          value={endpoint.model}
          hint={
            models.length === 0
              ? i18n.t('workspace.settings.modelHint')
              : i18n.t('workspace.settings.modelCount', models.length)
          }
          onChange={(event) =>
            actions.changeEndpoint({ model: event.currentTarget.value, contextTokens: null })
          }
        />
        <datalist id={list}>
          {models.map(({ id }) => (
            <option key={id} value={id} />
          ))}
        </datalist>
        <Field
          showName
          name={i18n.t('workspace.settings.stall')}
          type="number"
          min={5}
          max={600}
          suffix={<span className={styles.note}>{i18n.t('workspace.settings.stallUnit')}</span>}
          value={endpoint.stallSeconds}
          onChange={(event) => {
            const seconds = event.currentTarget.valueAsNumber;
            if (seconds >= 1 && seconds <= 600) actions.changeEndpoint({ stallSeconds: seconds });
          }}
        />
      </div>
    </section>
  );
}

/** A key goes in and never comes out again. */
function KeyField({
  hasKey,
  isNeeded,
  onKey,
}: {
  hasKey: boolean;
  isNeeded: boolean;
  onKey: (key: string) => void;
}) {
  const [typed, setTyped] = useState('');
  const save = () => {
    if (typed.trim() === '') return;
    onKey(typed);
    setTyped('');
  };
  const state = hasKey
    ? i18n.t('workspace.settings.keyKept')
    : isNeeded
      ? i18n.t('workspace.settings.keyNone')
      : i18n.t('workspace.settings.keyNotNeeded');
  return (
    <form
      className={styles.keyRow}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field
        showName
        name={i18n.t('workspace.settings.key')}
        type="password"
        autoComplete="off"
        placeholder={hasKey ? '••••••••••••' : undefined}
        value={typed}
        hint={`${state} ${i18n.t('workspace.settings.keyNote')}`}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {typed.trim() !== '' && <Button type="submit">{i18n.t('workspace.settings.keySave')}</Button>}
      {hasKey && typed === '' && (
        <Button variant="ghost" onClick={() => onKey('')}>
          {i18n.t('workspace.settings.keyForget')}
        </Button>
      )}
    </form>
  );
}

/** What is wrong with an address, with the repair where it can be guessed. */
function addressText(code: string, address: string): string {
  if (code === 'placeholder-left') return i18n.t('workspace.settings.addressPlaceholder');
  if (code === 'not-https') return i18n.t('workspace.settings.addressPlain');
  const scheme = /^([a-z]+):?\/\//i.exec(address.trim())?.[1]?.toLowerCase();
  if (scheme && scheme !== 'https' && scheme !== 'http')
    return i18n.t('workspace.settings.addressScheme', [scheme]);
  return i18n.t('workspace.settings.addressNot');
}
