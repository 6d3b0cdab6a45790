import type { PanelDeps } from '../deps';
import type { Store } from '../observable';
import type { PanelState } from '../panel-state';

/** Brings in the invented shop, once at a time, and shows how far it is. */
export function createDemoImport(
  deps: Pick<PanelDeps, 'importDemoShop'>,
  state: Store<PanelState>,
  signal: AbortSignal,
): () => void {
  let isImporting = false;
  const end = (notice: PanelState['notice']) => {
    isImporting = false;
    state.update({ importing: null, notice });
  };
  return () => {
    if (isImporting) return;
    isImporting = true;
    state.update({ notice: null });
    void deps
      .importDemoShop((importing) => state.update({ importing }), signal)
      .then(
        () => end(null),
        () => end({ code: 'demo-failed' }),
      );
  };
}
