import { i18n } from '#i18n';
import { type ArticleKind, articleKinds } from '@/lib/knowledge/article';
import type { ArticleFilter } from '@/lib/workspace/articles/article-list';
import { Select } from '../ui/select';
import { audienceName, kindName, localeText, statusName } from './article-words';
import styles from './articles.module.css';

const audiences = ['public', 'internal', 'restricted'] as const;
const statuses = ['published', 'draft', 'archived'] as const;

export interface ArticleFiltersProps {
  filter: ArticleFilter;
  kind: ArticleKind | null;
  locales: readonly string[];
  /** "21 of 63 articles". */
  count: string;
  onKind: (kind: ArticleKind | null) => void;
  onFilter: (change: Partial<ArticleFilter>) => void;
}

export function ArticleFilters({ filter, kind, locales, count, onKind, onFilter }: ArticleFiltersProps) {
  return (
    <fieldset className={styles.toolbar}>
      <legend className="visually-hidden">{i18n.t('workspace.list.filters')}</legend>
      <FilterSelect
        name={i18n.t('workspace.list.kind')}
        value={kind}
        values={articleKinds}
        wordOf={kindName}
        onChoose={onKind}
      />
      <FilterSelect
        name={i18n.t('workspace.list.status')}
        value={filter.status}
        values={statuses}
        wordOf={statusName}
        onChoose={(status) => onFilter({ status })}
      />
      <FilterSelect
        name={i18n.t('workspace.list.audience')}
        value={filter.audience}
        values={audiences}
        wordOf={audienceName}
        onChoose={(audience) => onFilter({ audience })}
      />
      <FilterSelect
        name={i18n.t('workspace.list.language')}
        value={filter.locale}
        values={locales}
        wordOf={localeText}
        onChoose={(locale) => onFilter({ locale })}
      />
      <span className={styles.matching}>{count}</span>
    </fieldset>
  );
}

interface FilterSelectProps<T extends string> {
  name: string;
  value: T | null;
  values: readonly T[];
  wordOf: (value: T) => string;
  onChoose: (value: T | null) => void;
}

/** The closed control says what it narrows and to what: "Kind: policy". */
function FilterSelect<T extends string>({ name, value, values, wordOf, onChoose }: FilterSelectProps<T>) {
  const label = (word: string) => i18n.t('workspace.list.filterOption', [name, word]);
  const options = [
    { value: '', label: label(i18n.t('workspace.list.all')) },
    ...values.map((each) => ({ value: each as string, label: label(wordOf(each)) })),
  ];
  return (
    <Select
      name={name}
      compact
      value={value ?? ''}
      options={options}
      onChoose={(chosen) => onChoose(values.find((each) => each === chosen) ?? null)}
    />
  );
}
