import ArrowLeft from 'lucide-react/icons/arrow-left';
import CircleCheck from 'lucide-react/icons/circle-check';
import { i18n } from '#i18n';
import type { EditorActions, EditorState } from '@/lib/workspace/articles/editor';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { IconButton } from '../ui/icon-button';
import { Tabs } from '../ui/tabs';
import { usePageKeys } from '../workspace/page-keys';
import { PageTop, Waiting } from '../workspace/page-top';
import { kindName } from './article-words';
import { CompareView } from './compare-view';
import styles from './editor.module.css';
import { EditorFields } from './editor-fields';
import { MarkdownView } from './markdown-view';
import { SlotList } from './slot-list';
import { VersionList } from './version-list';

export interface EditorPageProps {
  state: EditorState;
  actions: EditorActions;
  now: number;
  onBack: () => void;
  onUndo: () => void;
}

export function EditorPage({ state, actions, now, onBack, onUndo }: EditorPageProps) {
  const { article, form, phase, isDirty, isSaving, problem } = state;
  usePageKeys({
    'Ctrl+Enter': (event) => {
      event.preventDefault();
      actions.save();
    },
    'Ctrl+z': onUndo,
  });
  const back = (
    <IconButton glyph={ArrowLeft} name={i18n.t('workspace.editor.back')} size={32} onClick={onBack} />
  );
  if (phase !== 'open') {
    return (
      <>
        <PageTop title={i18n.t('workspace.list.articles')} before={back} />
        {phase === 'missing' ? (
          <EmptyState
            title={i18n.t('workspace.editor.missingTitle')}
            actions={<Button onClick={onBack}>{i18n.t('workspace.editor.back')}</Button>}
          >
            {i18n.t('workspace.editor.missingText')}
          </EmptyState>
        ) : (
          <Waiting text={i18n.t('workspace.editor.reading')} />
        )}
      </>
    );
  }
  const saveName = isSaving
    ? i18n.t('workspace.editor.saving')
    : article
      ? i18n.t('workspace.editor.newVersion', [article.version + 1])
      : i18n.t('workspace.editor.saveFirst');
  return (
    <>
      <PageTop
        title={article?.title ?? i18n.t('workspace.editor.newArticle')}
        before={back}
        about={
          <>
            <Chip>{kindName(form.kind)}</Chip>
            {isDirty && <Chip tone="line">{i18n.t('workspace.editor.unsaved')}</Chip>}
          </>
        }
      >
        {isDirty ? (
          <Button variant="ghost" onClick={actions.discard}>
            {i18n.t('workspace.editor.discard')}
          </Button>
        ) : (
          article && (
            <Button icon={CircleCheck} onClick={actions.verify}>
              {i18n.t('workspace.editor.verify')}
            </Button>
          )
        )}
        <Button variant="primary" keys="Ctrl+Enter" busy={isSaving} onClick={actions.save}>
          {saveName}
        </Button>
      </PageTop>
      {problem && <Banner tone="bad">{problemText(problem.code)}</Banner>}
      <div className={styles.editor}>
        <Tabs
          name={i18n.t('workspace.editor.tabs')}
          current={state.tab}
          onChoose={actions.showTab}
          tabs={[
            { id: 'write', label: i18n.t('workspace.editor.write') },
            { id: 'preview', label: i18n.t('workspace.editor.preview') },
            { id: 'compare', label: i18n.t('workspace.editor.compare') },
          ]}
        >
          <div className={styles.columns}>
            <VersionList state={state} actions={actions} now={now} />
            <Middle state={state} actions={actions} />
            <EditorFields form={form} onChange={actions.change} />
          </div>
        </Tabs>
      </div>
    </>
  );
}

function Middle({ state, actions }: { state: EditorState; actions: EditorActions }) {
  const { tab, form } = state;
  if (tab === 'compare') return <CompareView state={state} actions={actions} />;
  if (tab === 'preview') {
    return (
      <section
        className={styles.middle}
        aria-label={i18n.t('workspace.editor.preview')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key.
        tabIndex={0}
        lang={form.locale || undefined}
        dir="auto"
      >
        <h2 className={styles.title}>{form.title}</h2>
        <MarkdownView text={form.body} keepLines={form.kind === 'canned-reply'} />
        {form.kind === 'canned-reply' && <SlotList text={form.body} actions={state.article?.actions ?? []} />}
      </section>
    );
  }
  return (
    <div className={styles.middle}>
      <input
        className={styles.titleField}
        aria-label={i18n.t('workspace.editor.titleField')}
        placeholder={i18n.t('workspace.editor.titlePlaceholder')}
        lang={form.locale || undefined}
        dir="auto"
        value={form.title}
        onChange={(event) => actions.change({ title: event.currentTarget.value })}
      />
      <textarea
        className={styles.body}
        aria-label={i18n.t('workspace.editor.bodyField')}
        placeholder={i18n.t('workspace.editor.bodyPlaceholder')}
        lang={form.locale || undefined}
        dir="auto"
        value={form.body}
        onChange={(event) => actions.change({ body: event.currentTarget.value })}
      />
      {form.kind === 'canned-reply' && (
        <>
          <SlotList text={form.body} actions={state.article?.actions ?? []} />
          <p className={styles.hint}>{i18n.t('workspace.editor.slotHint')}</p>
        </>
      )}
    </div>
  );
}

function problemText(code: NonNullable<EditorState['problem']>['code']): string {
  if (code === 'no-title') return i18n.t('workspace.editor.noTitle');
  return code === 'no-body' ? i18n.t('workspace.editor.noBody') : i18n.t('workspace.editor.endsBeforeStart');
}
