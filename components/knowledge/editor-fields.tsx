import { i18n } from '#i18n';
import { articleKinds } from '@/lib/knowledge/article';
import type { ArticleForm } from '@/lib/workspace/articles/article-form';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { audienceName, dateBasisName, kindName, statusName } from './article-words';
import styles from './editor.module.css';

const audiences = ['public', 'internal', 'restricted'] as const;
const statuses = ['published', 'draft', 'archived'] as const;
const bases = ['today', 'order-date', 'delivery-date'] as const;

type Texts = 'validFrom' | 'validUntil' | 'locale' | 'market' | 'owner' | 'tags' | 'productScope';

export function EditorFields({
  form,
  onChange,
}: {
  form: ArticleForm;
  onChange: (change: Partial<ArticleForm>) => void;
}) {
  const text = (
    field: Texts,
    name: string,
    more: { type?: string; hint?: string; placeholder?: string } = {},
  ) => (
    <Field
      showName
      name={name}
      value={form[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
      {...more}
    />
  );
  return (
    <aside className={styles.fields} aria-label={i18n.t('workspace.editor.fields')}>
      <div className={styles.pair}>
        <Choice
          name={i18n.t('workspace.editor.kind')}
          value={form.kind}
          values={articleKinds}
          wordOf={kindName}
          onChoose={(kind) => onChange({ kind })}
        />
        <Choice
          name={i18n.t('workspace.editor.status')}
          value={form.status}
          values={statuses}
          wordOf={statusName}
          onChoose={(status) => onChange({ status })}
        />
      </div>
      <Choice
        name={i18n.t('workspace.editor.audience')}
        value={form.audience}
        values={audiences}
        wordOf={audienceName}
        onChoose={(audience) => onChange({ audience })}
      />
      <div className={styles.pair}>
        {text('validFrom', i18n.t('workspace.editor.from'), { type: 'date' })}
        {text('validUntil', i18n.t('workspace.editor.until'), { type: 'date' })}
      </div>
      <Choice
        name={i18n.t('workspace.editor.dateBasis')}
        value={form.dateBasis}
        values={bases}
        wordOf={dateBasisName}
        onChoose={(dateBasis) => onChange({ dateBasis })}
      />
      {text('locale', i18n.t('workspace.editor.language'), { hint: i18n.t('workspace.editor.languageHint') })}
      {text('market', i18n.t('workspace.editor.market'), { hint: i18n.t('workspace.editor.marketHint') })}
      {text('owner', i18n.t('workspace.editor.owner'))}
      {text('tags', i18n.t('workspace.editor.tags'))}
      {text('productScope', i18n.t('workspace.editor.products'), {
        hint: i18n.t('workspace.editor.productsHint'),
      })}
    </aside>
  );
}

interface ChoiceProps<T extends string> {
  name: string;
  value: T;
  values: readonly T[];
  wordOf: (value: T) => string;
  onChoose: (value: T) => void;
}

function Choice<T extends string>({ name, value, values, wordOf, onChoose }: ChoiceProps<T>) {
  return (
    <Select
      showName
      name={name}
      value={value}
      options={values.map((each) => ({ value: each, label: wordOf(each) }))}
      onChoose={(chosen) => {
        const found = values.find((each) => each === chosen);
        if (found !== undefined) onChoose(found);
      }}
    />
  );
}
