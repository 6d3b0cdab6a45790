import { i18n } from '#i18n';
import type { Settings } from '@/lib/settings/schema';
import type { KeySettingsActions, KeySettingsState } from '@/lib/workspace/settings/key-settings';
import type { PreferencesActions, PreferencesState } from '@/lib/workspace/settings/preferences';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { allowedText, companyName, hostOf } from './company-words';
import { KeySection } from './key-section';
import { ModelField } from './model-field';
import { PriceFields } from './price-fields';
import styles from './settings.module.css';

export interface EndpointFormProps {
  state: PreferencesState;
  actions: PreferencesActions;
  endpointKey: { state: KeySettingsState; actions: KeySettingsActions };
}

export function EndpointForm({ state, actions, endpointKey }: EndpointFormProps) {
  const { settings, presets, models, addressProblem } = state;
  const { endpoint } = settings;
  const preset = presets.find((each) => each.id === endpoint.preset);
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
          error={addressProblem === null ? undefined : addressText(addressProblem, settings)}
          hint={allowedText(settings.company) ?? i18n.t('workspace.settings.addressHint')}
          onChange={(event) => actions.changeEndpoint({ baseUrl: event.currentTarget.value })}
        />
      </div>
      <KeySection
        {...endpointKey}
        isNeeded={preset?.needsKey ?? true}
        lockAfterMinutes={settings.lockAfterMinutes}
        onLockAfter={(lockAfterMinutes) => actions.change({ lockAfterMinutes })}
      />
      <div className={styles.pair}>
        <ModelField
          name={i18n.t('workspace.settings.model')}
          hint={
            models.length === 0
              ? i18n.t('workspace.settings.modelHint')
              : i18n.t('workspace.settings.modelCount', models.length)
          }
          value={endpoint.model}
          models={models}
          onChange={(model) => actions.changeEndpoint({ model, contextTokens: null })}
        />
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
      <PriceFields
        price={endpoint.price}
        hint={i18n.t('workspace.settings.priceHint')}
        onChange={(price) => actions.changeEndpoint({ price })}
      />
    </section>
  );
}

/** What is wrong with an address, with the repair where it can be guessed. */
function addressText(code: string, { endpoint, company }: Settings): string {
  const address = endpoint.baseUrl;
  if (code === 'forbidden')
    return [
      i18n.t('workspace.settings.addressForbidden', [companyName(company), hostOf(address)]),
      allowedText(company),
    ].join(' ');
  if (code === 'placeholder-left') return i18n.t('workspace.settings.addressPlaceholder');
  if (code === 'not-https') return i18n.t('workspace.settings.addressPlain');
  const scheme = /^([a-z]+):?\/\//i.exec(address.trim())?.[1]?.toLowerCase();
  if (scheme && scheme !== 'https' && scheme !== 'http')
    return i18n.t('workspace.settings.addressScheme', [scheme]);
  return i18n.t('workspace.settings.addressNot');
}
