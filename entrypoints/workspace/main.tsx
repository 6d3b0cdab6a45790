import '@/lib/platform/jitless';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';
import { ErrorBoundary } from '@/components/ui/error-boundary';
import { applyTheme } from '@/lib/platform/theme';
import { WorkspaceApp } from '@/lib/react/workspace-app';
import { watchSettings } from '@/lib/settings/settings-store';
import { openWorkspacePage } from '@/lib/workspace/browser-deps';

const { signal } = new AbortController();
watchSettings((settings) => applyTheme(settings.theme), signal);
const workspace = await openWorkspacePage(signal);
createRoot(document.getElementById('root')!).render(
  <ErrorBoundary kept={i18n.t('fault.savedKept')} onReload={() => location.reload()}>
    <WorkspaceApp workspace={workspace} />
  </ErrorBoundary>,
);
