import { useMemo } from 'react';
import { i18n } from '#i18n';
import type { EditorActions, EditorState } from '@/lib/workspace/articles/editor';
import { diffLines } from '@/lib/workspace/articles/line-diff';
import { Button } from '../ui/button';
import { Select } from '../ui/select';
import styles from './editor.module.css';

/** Value of the choice that stands for the form. */
const formValue = 'form';

/** Two versions line by line, title first. */
export function CompareView({ state, actions }: { state: EditorState; actions: EditorActions }) {
  const { versions, compare, form, article } = state;
  const wordsOf = (version: number | null) => {
    if (version === null) return `${form.title}\n\n${form.body}`;
    const content = versions.find((each) => each.version === version)?.content;
    return content ? `${content.title}\n\n${content.body}` : '';
  };
  const before = compare ? wordsOf(compare.from) : '';
  const after = compare ? wordsOf(compare.to) : '';
  const lines = useMemo(() => diffLines(before, after), [before, after]);
  if (!compare) {
    return (
      <div className={styles.middle}>
        <p className={styles.none}>{i18n.t('workspace.editor.compareOne')}</p>
      </div>
    );
  }
  const options = versions.map(({ version }) => ({
    value: String(version),
    label: i18n.t('workspace.editor.version', [version]),
  }));
  return (
    <section className={styles.middle} aria-label={i18n.t('workspace.editor.compare')}>
      <div className={styles.compareBar}>
        <Select
          compact
          name={i18n.t('workspace.editor.compareFrom')}
          value={String(compare.from)}
          options={options}
          onChoose={(from) => actions.compareWith({ ...compare, from: Number(from) })}
        />
        <span aria-hidden="true">→</span>
        <Select
          compact
          name={i18n.t('workspace.editor.compareTo')}
          value={compare.to === null ? formValue : String(compare.to)}
          options={[...options, { value: formValue, label: i18n.t('workspace.editor.compareForm') }]}
          onChoose={(to) => actions.compareWith({ ...compare, to: to === formValue ? null : Number(to) })}
        />
        {compare.from !== article?.version && (
          <Button
            compact
            className={styles.restore}
            data-tip={i18n.t('workspace.editor.restoreHint')}
            onClick={() => actions.restore(compare.from)}
          >
            {i18n.t('workspace.editor.restore', [compare.from])}
          </Button>
        )}
      </div>
      {lines.every((line) => line.kind === 'same') && (
        <p className={styles.none}>{i18n.t('workspace.editor.compareSame')}</p>
      )}
      <div className={styles.diff} dir="auto">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and the whole list changes at once.
          <DiffLine key={at} kind={line.kind} text={line.text} />
        ))}
      </div>
    </section>
  );
}

function DiffLine({ kind, text }: { kind: 'same' | 'removed' | 'added'; text: string }) {
  const shown = text === '' ? ' ' : text;
  if (kind === 'same') return <p>{shown}</p>;
  const Change = kind === 'removed' ? 'del' : 'ins';
  return (
    <p>
      <span className="visually-hidden">
        {i18n.t(kind === 'removed' ? 'workspace.editor.removed' : 'workspace.editor.added')}{' '}
      </span>
      <Change>{shown}</Change>
    </p>
  );
}
