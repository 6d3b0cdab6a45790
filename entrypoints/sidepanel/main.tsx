import '@/lib/platform/jitless';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';
import { ErrorBoundary } from '@/components/ui/error-boundary';
import { applyTheme } from '@/lib/platform/theme';
import { PanelApp } from '@/lib/react/panel-app';
import { watchSettings } from '@/lib/settings/settings-store';

const { signal } = new AbortController();
watchSettings((settings) => applyTheme(settings.theme), signal);
/**
 * The largest modules behind the panel run in tasks of their own: a key that comes in between waits for one of them only.
 * Asking for them is a task as well, since each costs the page some milliseconds.
 */
async function loadPanel() {
  await new Promise((resolve) => setTimeout(resolve));
  void import('@/lib/store/store');
  void import('@/lib/draft/words/markets');
  void import('@/lib/draft/words/matters');
  void import('@/lib/draft/reply/inline');
  void import('@/lib/privacy/placeholder');
  void import('@/lib/panel/browser-deps');
  void import('@/lib/panel/panel');
  const { startPanel } = await import('@/lib/panel/start');
  return startPanel(new URL(location.href), signal);
}

createRoot(document.getElementById('root')!).render(
  <ErrorBoundary kept={i18n.t('fault.draftsKept')} onReload={() => location.reload()}>
    <PanelApp starting={loadPanel()} />
  </ErrorBoundary>,
);
