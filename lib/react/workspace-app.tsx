import { useState } from 'react';
import { i18n } from '#i18n';
import { later } from '@/components/ui/later';
import { useGoKeys } from '@/components/workspace/page-keys';
import { Waiting } from '@/components/workspace/page-top';
import { WorkspaceFrame } from '@/components/workspace/workspace-frame';
import { localDate, systemClock } from '@/lib/platform/clock';
import type { Workspace } from '@/lib/workspace/workspace';
import { useObservable } from './use-observable';

// Each page comes when it is opened: what is seen first must not wait for Markdown, importers or settings.
const ArticlesPage = later(async () => (await import('@/components/knowledge/articles-page')).ArticlesPage);
const EditorPage = later(async () => (await import('@/components/knowledge/editor-page')).EditorPage);
const LeaveDialog = later(async () => (await import('@/components/knowledge/leave-dialog')).LeaveDialog);
const ImportRoute = later(async () => (await import('./import-route')).ImportRoute);
const SettingsPage = later(async () => (await import('@/components/settings/settings-page')).SettingsPage);

/** The workspace on screen: its state as props, its views' wishes as actions. */
export function WorkspaceApp({ workspace }: { workspace: Workspace }) {
  const { route, leaving } = useObservable(workspace);
  const messages = useObservable(workspace.messages);
  const { building } = useObservable(workspace.indexing);
  const { all, filter } = useObservable(workspace.articles);
  useGoKeys({
    a: () => workspace.go({ page: 'articles', kind: null }),
    i: () => workspace.go({ page: 'import', way: null }),
    s: () => workspace.go({ page: 'settings' }),
  });
  return (
    <WorkspaceFrame
      route={route}
      isInReplies={filter.kind === 'canned-reply'}
      articles={all?.length ?? null}
      cannedReplies={all?.filter((head) => head.kind === 'canned-reply').length ?? null}
      building={building}
      messages={messages}
      onNoticeGone={() => workspace.messages.update({ notice: null })}
      onReload={() => location.reload()}
      onRebuild={() => void workspace.indexing.rebuild()}
    >
      <Page workspace={workspace} />
      {leaving && <LeaveDialog onStay={workspace.stay} onLeave={workspace.leaveUnsaved} />}
    </WorkspaceFrame>
  );
}

function PageComes() {
  return <Waiting text={i18n.t('workspace.nav.loadingPage')} />;
}

function Page({ workspace }: { workspace: Workspace }) {
  const { route } = useObservable(workspace);
  switch (route.page) {
    case 'articles':
      return <ArticlesRoute workspace={workspace} />;
    case 'article':
      return <EditorRoute workspace={workspace} />;
    case 'import':
      return <ImportRoute workspace={workspace} meanwhile={<PageComes />} />;
    case 'settings':
      return <SettingsRoute workspace={workspace} />;
  }
}

function ArticlesRoute({ workspace }: { workspace: Workspace }) {
  const { route } = useObservable(workspace);
  const state = useObservable(workspace.articles);
  const [opened] = useState(() => systemClock.now());
  return (
    <ArticlesPage
      meanwhile={<PageComes />}
      state={state}
      actions={workspace.articles.actions}
      kind={route.page === 'articles' ? route.kind : null}
      today={localDate(opened)}
      now={opened.getTime()}
      onKind={(kind) => workspace.go({ page: 'articles', kind })}
      onOpen={(id) => workspace.go({ page: 'article', id })}
      onCreate={() => workspace.go({ page: 'article', id: null })}
      onImport={() => workspace.go({ page: 'import', way: null })}
      onDemo={() => {
        workspace.go({ page: 'import', way: 'demo' });
        workspace.importing.actions.read({
          importer: 'demo-shop',
          label: i18n.t('workspace.system.demoShop'),
        });
      }}
      onUndo={() => undo(workspace)}
    />
  );
}

function EditorRoute({ workspace }: { workspace: Workspace }) {
  const state = useObservable(workspace.editor);
  const { filter } = useObservable(workspace.articles);
  return (
    <EditorPage
      meanwhile={<PageComes />}
      state={state}
      actions={workspace.editor.actions}
      now={systemClock.now().getTime()}
      onBack={() => workspace.go({ page: 'articles', kind: filter.kind })}
      onUndo={() => undo(workspace)}
    />
  );
}

function SettingsRoute({ workspace }: { workspace: Workspace }) {
  const state = useObservable(workspace.preferences);
  const retention = useObservable(workspace.retaining);
  const audit = useObservable(workspace.auditLog);
  const person = useObservable(workspace.person);
  const endpointKey = useObservable(workspace.endpointKey);
  const meaning = useObservable(workspace.meaning);
  const { all } = useObservable(workspace.articles);
  return (
    <SettingsPage
      meanwhile={<PageComes />}
      state={state}
      actions={workspace.preferences.actions}
      records={{
        retention: { state: retention, actions: workspace.retaining.actions },
        audit: { state: audit, actions: workspace.auditLog.actions },
        person: { state: person, actions: workspace.person.actions },
      }}
      endpointKey={{ state: endpointKey, actions: workspace.endpointKey.actions }}
      meaning={{ state: meaning, actions: workspace.meaning.actions }}
      articles={all?.length ?? 0}
      now={systemClock.now().getTime()}
      onReload={() => location.reload()}
    />
  );
}

/** Takes back what the notice tells of, while it stands. */
function undo(workspace: Workspace): void {
  const { notice } = workspace.messages.get();
  if (!notice?.undo) return;
  notice.undo();
  workspace.messages.update({ notice: null });
}
