import { lazy, useEffect } from 'react';
import { preloadEditor } from '../draft/draft-view';

/** Once the sources stand there, the editor comes in behind them: nobody waits for anything in the panel then. */
const editorAfterMs = 300;

// Sheets come after the first paint; they are fetched while a draft is made.
const loadSheets = () => import('./panel-sheet');
export const PanelSheet = lazy(async () => ({ default: (await loadSheets()).PanelSheet }));
export const UnlockBanner = lazy(async () => ({ default: (await import('./unlock-banner')).UnlockBanner }));
export const RequestSheet = lazy(async () => ({ default: (await import('./request-sheet')).RequestSheet }));

/** Fetches what a draft on screen needs, so that it is there by then. */
export function usePreloads({ isBusy, hasSources }: { isBusy: boolean; hasSources: boolean }): void {
  useEffect(() => {
    if (isBusy) {
      preloadEditor();
      // A chunk that cannot be loaded now is asked for again when a sheet opens, and fails there for all to see.
      loadSheets().catch(() => {});
    }
    if (!hasSources) return;
    const timer = setTimeout(preloadEditor, editorAfterMs);
    return () => clearTimeout(timer);
  }, [isBusy, hasSources]);
}
