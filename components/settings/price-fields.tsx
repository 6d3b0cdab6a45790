import { i18n } from '#i18n';
import { currencies } from '@/lib/settings/currencies';
import type { Settings } from '@/lib/settings/schema';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import styles from './settings.module.css';

type Price = Settings['endpoint']['price'];

/** What a million tokens cost there, for the cost of a request. */
export function PriceFields({
  price,
  hint,
  onChange,
}: {
  price: Price;
  hint: string;
  onChange: (price: Price) => void;
}) {
  const currency = price?.currency ?? currencies[0];
  return (
    <div className={styles.pair}>
      <Field
        showName
        name={i18n.t('workspace.settings.price')}
        type="number"
        min={0}
        step="any"
        value={price?.perMillion ?? ''}
        hint={hint}
        onChange={(event) => {
          const perMillion = event.currentTarget.valueAsNumber;
          onChange(perMillion >= 0 ? { perMillion, currency } : null);
        }}
      />
      {price !== null && (
        <Select
          showName
          name={i18n.t('workspace.settings.currency')}
          value={price.currency}
          options={currencies.map((code) => ({ value: code, label: code }))}
          onChoose={(code) => onChange({ ...price, currency: code })}
        />
      )}
    </div>
  );
}
