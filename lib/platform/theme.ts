import type { Settings } from '@/lib/settings/schema';

/** Forces light or dark on this page, or leaves it to the system. */
export function applyTheme(theme: Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
