import { ImportPage } from '@/components/knowledge/import-page';
import { fileEndings } from '@/lib/knowledge/import/files/importer';
import { filesFromDrop, filesFromPicker } from '@/lib/knowledge/import/files/source-file';
import { systemClock } from '@/lib/platform/clock';
import type { Workspace } from '@/lib/workspace/workspace';
import { useObservable } from './use-observable';

/** The import page with the file reading of its importer; a module of its own, so that it is loaded with the page. */
export function ImportRoute({ workspace }: { workspace: Workspace }) {
  const { route } = useObservable(workspace);
  const state = useObservable(workspace.importing);
  const { building } = useObservable(workspace.indexing);
  return (
    <ImportPage
      state={state}
      actions={workspace.importing.actions}
      building={building}
      way={route.page === 'import' ? route.way : null}
      now={systemClock.now().getTime()}
      fileEndings={fileEndings}
      readPicked={filesFromPicker}
      readDropped={(dropped) => filesFromDrop(dropped, new AbortController().signal)}
      onSeeArticles={() => {
        workspace.importing.actions.leave();
        workspace.go({ page: 'articles', kind: null });
      }}
    />
  );
}
