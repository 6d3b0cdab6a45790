import '@/lib/platform/jitless';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import { createRoot } from 'react-dom/client';
import { createBrowserDeps } from '@/lib/panel/browser-deps';
import { createPanel } from '@/lib/panel/panel';
import { followedWindowId } from '@/lib/platform/own-window';
import { applyTheme } from '@/lib/platform/theme';
import { PanelApp } from '@/lib/react/panel-app';
import { watchSettings } from '@/lib/settings/settings-store';

const { signal } = new AbortController();
const deps = createBrowserDeps(signal);
watchSettings((settings) => applyTheme(settings.theme), signal);
const panel = createPanel(await followedWindowId(new URL(location.href)), deps, signal);
createRoot(document.getElementById('root')!).render(<PanelApp panel={panel} />);
