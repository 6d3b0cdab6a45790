import { i18n } from '#i18n';
import { allowsSecondReading } from '@/lib/settings/company-policy';
import type { Settings } from '@/lib/settings/schema';
import { Field } from '../ui/field';
import { companyName } from './company-words';
import styles from './settings.module.css';
import { SwitchCard } from './switch-card';

export interface SectionProps {
  settings: Settings;
  onChange: (change: Partial<Settings>) => void;
}

export function DraftingSection({ settings, onChange }: SectionProps) {
  const isForbidden = !allowsSecondReading(settings.company);
  return (
    <section className={styles.form}>
      <h2 id="settings-drafting" tabIndex={-1} className={styles.heading}>
        {i18n.t('workspace.settings.drafting')}
      </h2>
      <Field
        showName
        name={i18n.t('workspace.settings.agentName')}
        hint={i18n.t('workspace.settings.agentNameHint')}
        autoComplete="name"
        value={settings.agentName ?? ''}
        onChange={(event) => onChange({ agentName: event.currentTarget.value || null })}
      />
      <Choices
        name={i18n.t('workspace.settings.afterInsert')}
        group="after-insert"
        value={settings.afterInsert}
        choices={[
          { value: 'close', label: i18n.t('workspace.settings.afterInsertClose') },
          { value: 'keep-open', label: i18n.t('workspace.settings.afterInsertKeep') },
        ]}
        onChoose={(afterInsert) => onChange({ afterInsert })}
      />
      <SwitchCard
        title={i18n.t('workspace.settings.secondReading')}
        text={i18n.t('workspace.settings.secondReadingText')}
        note={isForbidden ? undefined : restsWords(settings)}
        isOn={settings.secondReading}
        setBy={isForbidden ? companyName(settings.company) : undefined}
        onChange={(secondReading) => onChange({ secondReading })}
      />
    </section>
  );
}

/** Why no draft would be read again with these settings. */
function restsWords({ provider, nothingLeaves, askBefore }: Settings): string | undefined {
  if (provider === 'extractive') return i18n.t('workspace.settings.secondReadingNoModel');
  if (provider === 'openai' && nothingLeaves) return i18n.t('workspace.settings.secondReadingNothingLeaves');
  return provider === 'openai' && askBefore ? i18n.t('workspace.settings.secondReadingAsks') : undefined;
}

export function LookSection({ settings, onChange }: SectionProps) {
  return (
    <section className={styles.form}>
      <h2 id="settings-appearance" tabIndex={-1} className={styles.heading}>
        {i18n.t('workspace.settings.appearance')}
      </h2>
      <Choices
        name={i18n.t('workspace.settings.theme')}
        group="theme"
        value={settings.theme}
        choices={[
          { value: 'system', label: i18n.t('workspace.settings.themeSystem') },
          { value: 'light', label: i18n.t('workspace.settings.themeLight') },
          { value: 'dark', label: i18n.t('workspace.settings.themeDark') },
        ]}
        onChoose={(theme) => onChange({ theme })}
      />
    </section>
  );
}

interface ChoicesProps<T extends string> {
  name: string;
  group: string;
  value: T;
  choices: readonly { value: T; label: string }[];
  onChoose: (value: T) => void;
}

function Choices<T extends string>({ name, group, value, choices, onChoose }: ChoicesProps<T>) {
  return (
    <fieldset className={styles.choices}>
      <legend>{name}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={group}
            checked={value === choice.value}
            onChange={() => onChoose(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
