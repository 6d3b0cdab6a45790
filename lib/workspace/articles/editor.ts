import type { Article, ArticleVersion } from '@/lib/knowledge/article';
import { blankContent } from '@/lib/knowledge/versions';
import { createStore, type Observable } from '@/lib/panel/observable';
import type { WorkspaceDeps } from '../deps';
import type { Indexing } from '../indexing';
import type { Messages } from '../messages';
import { type ArticleForm, blankForm, type FormFailure, fromForm, isSameForm, toForm } from './article-form';

export interface EditorState {
  /** `null`: an article that is not saved yet. */
  readonly id: string | null;
  readonly phase: 'closed' | 'opening' | 'open' | 'missing';
  readonly article: Article | null;
  /** Newest first, the current one included. */
  readonly versions: readonly ArticleVersion[];
  readonly form: ArticleForm;
  /** The form says something that is not saved. */
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  readonly tab: 'write' | 'preview' | 'compare';
  /** Versions held against each other; `null` on the right: the form as it stands. */
  readonly compare: { readonly from: number; readonly to: number | null } | null;
  readonly problem: FormFailure | null;
}

export interface EditorActions {
  change(change: Partial<ArticleForm>): void;
  /** Makes a new version, or the article. */
  save(): void;
  discard(): void;
  restore(version: number): void;
  verify(): void;
  showTab(tab: EditorState['tab']): void;
  compareWith(compare: NonNullable<EditorState['compare']>): void;
}

export interface Editor extends Observable<EditorState> {
  readonly actions: EditorActions;
  /** Opens an article, or an empty form of a kind. Unsaved words of another article are gone: ask before. */
  open(id: string | null, kind?: Article['kind']): void;
  close(): void;
}

const closed: EditorState = {
  id: null,
  phase: 'closed',
  article: null,
  versions: [],
  form: blankForm,
  isDirty: false,
  isSaving: false,
  tab: 'write',
  compare: null,
  problem: null,
};

export function createEditor(
  deps: WorkspaceDeps,
  messages: Messages,
  indexing: Indexing,
  onCreated: (id: string) => void,
): Editor {
  const state = createStore<EditorState>(closed);
  /** What the form is held against to tell whether anything is unsaved. */
  let base = blankForm;

  const load = async (id: string) => {
    const [article, versions] = await Promise.all([deps.articles.get(id), deps.articles.versions(id)]);
    if (state.get().id !== id) return;
    if (!article.ok) return messages.failed(article.error.code);
    if (!versions.ok) return messages.failed(versions.error.code);
    if (article.value === null) return state.update({ phase: 'missing' });
    base = toForm(article.value);
    const former = versions.value[1];
    state.update({
      phase: 'open',
      article: article.value,
      versions: versions.value,
      form: base,
      isDirty: false,
      problem: null,
      compare: former ? { from: former.version, to: article.value.version } : null,
    });
  };

  const save = async () => {
    const { form, article, isSaving } = state.get();
    if (isSaving) return;
    const content = fromForm(form);
    if (!content.ok) return state.update({ problem: content.error });
    state.update({ isSaving: true, problem: null });
    const saved = article
      ? await deps.articleActions.edit(article.id, content.value, article.version)
      : await deps.articleActions.create({ ...blankContent, ...content.value });
    state.update({ isSaving: false });
    // The words stay in the form: nothing typed is lost by a failure.
    if (!saved.ok) return messages.failed(saved.error.code);
    messages.done({ code: 'saved', count: saved.value.version, undo: null });
    base = form;
    state.update({ id: saved.value.id, isDirty: false });
    if (!article) onCreated(saved.value.id);
    await load(saved.value.id);
    await indexing.touched([saved.value.id]);
  };

  const restore = async (version: number) => {
    const { article } = state.get();
    if (!article) return;
    const restored = await deps.articleActions.restore(article.id, version);
    if (!restored.ok) return messages.failed(restored.error.code);
    messages.done({ code: 'restored', count: version, undo: () => void restore(article.version) });
    state.update({ tab: 'write' });
    await load(article.id);
    await indexing.touched([article.id]);
  };

  const verify = async () => {
    const { article, form, isDirty } = state.get();
    if (!article || isDirty) return;
    const verified = await deps.articleActions.verify(article.id);
    if (!verified.ok) return messages.failed(verified.error.code);
    if (isSameForm(form, state.get().form)) await load(article.id);
    messages.done({ code: 'verified', count: 1, undo: null });
  };

  return {
    get: state.get,
    subscribe: state.subscribe,
    open(id, kind) {
      base = id === null && kind ? { ...blankForm, kind } : blankForm;
      state.set({ ...closed, id, phase: id === null ? 'open' : 'opening', form: base });
      if (id !== null) void load(id);
    },
    close: () => state.set(closed),
    actions: {
      change(change) {
        const form = { ...state.get().form, ...change };
        state.update({ form, isDirty: !isSameForm(form, base), problem: null });
      },
      save: () => void save(),
      discard: () => state.update({ form: base, isDirty: false, problem: null }),
      restore: (version) => void restore(version),
      verify: () => void verify(),
      showTab: (tab) => state.update({ tab }),
      compareWith: (compare) => state.update({ compare, tab: 'compare' }),
    },
  };
}
