import { useEffect } from 'react';
import { DraftEditor } from '../draft/draft-view';
import { later } from '../ui/later';

/** Once the sources stand there, the editor comes in behind them: nobody waits for anything in the panel then. */
const editorAfterMs = 300;

// Sheets come after the first paint; they are fetched while a draft is made.
export const PanelSheet = later(async () => (await import('./panel-sheet')).PanelSheet);
export const ArticlePicker = later(async () => (await import('../sources/article-picker')).ArticlePicker);
export const UnlockBanner = later(async () => (await import('./unlock-banner')).UnlockBanner);
export const RequestSheet = later(async () => (await import('./request-sheet')).RequestSheet);

/** Fetches what a draft on screen needs, so that it is there by then. */
export function usePreloads({ isBusy, hasSources }: { isBusy: boolean; hasSources: boolean }): void {
  useEffect(() => {
    if (isBusy) {
      DraftEditor.preload();
      PanelSheet.preload();
    }
    if (!hasSources) return;
    const timer = setTimeout(DraftEditor.preload, editorAfterMs);
    return () => clearTimeout(timer);
  }, [isBusy, hasSources]);
}
