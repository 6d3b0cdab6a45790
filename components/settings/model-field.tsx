import { useId } from 'react';
import { Field } from '../ui/field';

export interface ModelFieldProps {
  name: string;
  hint: string;
  value: string;
  /** Offered while typing; any other name may be written. */
  models: readonly { readonly id: string }[];
  readOnly?: boolean;
  onChange: (model: string) => void;
}

/** A model by the endpoint's name for it. A name may hold spaces; those around it were pasted along. */
export function ModelField({ models, onChange, ...field }: ModelFieldProps) {
  const list = useId();
  return (
    <>
      <Field
        {...field}
        showName
        list={list}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value.trimStart())}
        onBlur={(event) => {
          const trimmed = event.currentTarget.value.trim();
          if (trimmed !== field.value) onChange(trimmed);
        }}
      />
      <datalist id={list}>
        {models.map(({ id }) => (
          <option key={id} value={id} />
        ))}
      </datalist>
    </>
  );
}
