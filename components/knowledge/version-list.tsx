import CircleDot from 'lucide-react/icons/circle-dot';
import GitCommitHorizontal from 'lucide-react/icons/git-commit-horizontal';
import { i18n } from '#i18n';
import type { EditorActions, EditorState } from '@/lib/workspace/articles/editor';
import { classNames } from '../ui/class-names';
import { shortDate } from '../ui/format';
import { Icon } from '../ui/icon';
import { authorName } from './article-words';
import styles from './editor.module.css';

/** Who wrote what when. Choosing a version holds it against what stands in the form. */
export function VersionList({
  state,
  actions,
  now,
}: {
  state: EditorState;
  actions: EditorActions;
  now: number;
}) {
  const { versions, article, tab, compare, isDirty } = state;
  return (
    <section className={styles.versions} aria-label={i18n.t('workspace.editor.versions')}>
      <h2 className={styles.heading}>{i18n.t('workspace.editor.versions')}</h2>
      {versions.length === 0 && <p className={styles.none}>{i18n.t('workspace.editor.firstVersion')}</p>}
      <ol>
        {versions.map((each) => {
          const isNow = each.version === article?.version;
          const isShown =
            tab === 'compare' && (each.version === compare?.from || each.version === compare?.to);
          return (
            <li key={each.version}>
              <button
                type="button"
                className={classNames(styles.version, isShown && styles.shown)}
                aria-pressed={isShown}
                onClick={() =>
                  actions.compareWith({
                    from: each.version,
                    to: isNow && !isDirty ? each.version : isDirty ? null : (article?.version ?? null),
                  })
                }
              >
                <Icon glyph={isNow ? CircleDot : GitCommitHorizontal} size={14} />
                <span className={styles.versionWords}>
                  <span className={styles.versionName}>
                    {i18n.t('workspace.editor.version', [each.version])}
                  </span>
                  <span>
                    {i18n.t('workspace.editor.versionBy', [authorName(each.author), shortDate(each.at, now)])}
                  </span>
                  {isNow && <span>{i18n.t('workspace.editor.versionNow')}</span>}
                  {each.summary && <span>{each.summary}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
